"""Who believes that something is booked for her, and who got a message of a consulta that nobody booked."""

from __future__ import annotations

import pytest

from anna.conversation.thinks_booked import got_what_she_never_booked, thinks_booked


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("filha minha consulta era hoje e eu esqueci de ir", True),
        ("nao, espera, eu to perguntando da de hoje", True),
        ("vcs nao me acham ai? Luzia Fontes, tinha limpeza hoje de tarde", True),
        ("eu e meu marido marcamos limpeza de pele? ou foi só eu", True),
        ("nao filha eu quero saber se ja ta marcado", True),
        ("oi eu marquei pra quarta mas acho que era quinta? nem sei mais se marquei", True),
        ("oi bom dia quero confirmar minha consulta de amanhã às 14h com a dra", True),
        ("nao, eu quero confirmar a de amanha quarta 14h!!", True),
        ("ué mas eu já tenho consulta amanhã sim, com a dra Helena as 14h", True),
        ("ué mas eu tenho consulta amanhã sim, com a dra Helena as 14h", True),
        ("marquei botox semana passada e ninguem me mandou confirmacao. rosangela pires", True),
        ("nao quero marcar outra vez, quero a confirmação da que ja marquei!! quinta q vem 14h", True),
        ("meu horário era ontem e eu não fui", True),
        ("perdi minha consulta de hoje, dormi demais", True),
        ("esqueci da minha sessão de laser", True),
        ("era hoje às 10 e esqueci completamente", True),
        ("não lembro que dia eu marquei", True),
        ("ve ai se eu tenho algo marcado", True),
        ("a gente já marcou ou não? eu já agendei?", True),
        ("minha limpeza era pra ontem né", True),
        ("quero marcar limpeza de pele quinta", False),
        ("marcamos pra quinta então?", False),
        ("minha consulta no dentista era hoje, pode ser amanhã?", False),
        ("esqueci de perguntar o preço", False),
        ("quero confirmar o endereço", False),
        ("quero remarcar minha consulta que era hoje", False),
        ("marquei com uma amiga quinta, pode ser sexta?", False),
        ("a consulta é quanto?", False),
        ("tinha horário quinta?", False),
        ("tem horário hoje?", False),
        ("perdi o sinal?", False),
        ("minha avaliação foi ótima", False),
        ("era quinta, não sexta", False),
        ("tenho reunião amanhã, quinta pode?", False),
        ("falei da limpeza de pele", False),
        ("não quero marcar, obrigada", False),
        ("esqueci de ir ao banco, posso pagar amanhã?", False),
        ("vcs marcam por aqui?", False),
    ],
)
def test_thinks_booked(text: str, meant: bool) -> None:
    assert thinks_booked(text) is meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "minha tia Lurdinha recebeu msg de voces dizendo que ela tem consulta mas ela nao marcou nada",
            True,
        ),
        ("recebi uma mensagem de vocês falando de consulta mas eu nunca marquei nada aí", True),
        ("chegou um lembrete de consulta aqui e eu nem conheço vcs, não marquei nada", True),
        ("meu pai recebeu aviso de consulta aí, ele não marcou", True),
        ("mandaram mensagem de confirmação de horário pra minha mãe, ela não fez agendamento nenhum", True),
        ("recebi a mensagem, obrigada", False),
        ("não recebi mensagem da consulta", False),
        ("não marquei ainda", False),
        ("minha mãe não marcou, quero marcar pra ela", False),
        ("recebi a mensagem do lembrete da consulta, confirmo", False),
    ],
)
def test_got_what_she_never_booked(text: str, meant: bool) -> None:
    assert got_what_she_never_booked(text) is meant
