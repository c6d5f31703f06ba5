"""Who says that she was not understood is told from who says how it is, asks, or takes her own words back."""

from __future__ import annotations

import pytest

from anna.conversation.protests import protests


@pytest.mark.parametrize(
    "text",
    [
        "ja falei sexta",
        "nossa mas eu falei fim do mes e final da tarde, tipo 17h",
        "NAO é pra marcar outro!! so ve se ta la",
        "é só limpeza!! 16:30",
        "nao!! ela é as 16",
        "vc nao entendeu, é pra minha mae",
        "nao foi isso que eu pedi moça",
        "mas eu disse que só posso depois das 18",
        "NAO quero doutor quero doutora mulher",
        "SÓ LEMBRETES. novidades nao",
        "eu ja te expliquei que a depilação era so preço",
        "nao pedi botox",
        "moça quantas vezes vou ter q falar",
        "nada a ver isso",
        "vcs nao leem?",
        "vc ta confundindo tudo",
        "como eu disse, quinta",
        "nao quero isso",
        "pela terceira vez: quinta as 14",
        "acabei de responder isso",
    ],
)
def test_who_was_not_understood_is_heard(text: str) -> None:
    assert protests(text)


@pytest.mark.parametrize(
    "text",
    [
        "oi, falei com a recepção ontem",
        "pode ser, minha mae disse que vai",
        "vc nao tem sábado?",
        "nao!",
        "sim!!",
        "obrigada!!! até lá",
        "nao precisa",
        "como eu faço pra chegar",
        "parcela em quantas vezes",
        "eu falei sexta mas na verdade é sábado",
        "esquece o que eu disse",
        "com quem eu tô falando?",
        "no mesmo horário que a gente tinha falado",
        "so queria saber o preço!!",
        "já pedi o uber",
        "já pedi folga pro patrão",
        "eu disse sim mas me enganei",
        "NÃO",
        "de manhã cedo NAO dá",
    ],
)
def test_who_goes_on_protests_nothing(text: str) -> None:
    assert not protests(text)
