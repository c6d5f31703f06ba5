"""What is asked beside an answer or a wish, and what only looks so."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from anna.commands import Intent
from anna.conversation.unanswered import Left, unanswered
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("America/Sao_Paulo"))
SLOTS = (datetime(2026, 11, 26, 10, 30), datetime(2026, 11, 26, 11))  # noqa: DTZ001
OFFER = Context(reference_time=NOW, state=State.OFFER_SLOTS, slots=SLOTS)


def left(text: str, context: Context) -> Left | None:
    offline = OfflineUnderstander()
    alone = replace(context, state=State.NONE, slots=())
    return unanswered(
        text,
        offline.understand(text, context),
        lambda part: offline.understand(part, context),
        lambda part: offline.understand(part, alone),
    )


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("1 e quero saber se posso levar minha filha de 4 anos", "posso levar minha filha de 4 anos"),
        ("pode ser a 1, e vcs dão atestado?", "vcs dão atestado?"),
        ("pode ser a 1 e vcs dao atestado", "vcs dao atestado"),
        ("1, fechado, mas me tira uma duvida: pode lavar o rosto depois?", "pode lavar o rosto depois?"),
        ("1 e vcs tem wifi ai?", "vcs tem wifi ai?"),
        ("1, SEUS BANDIDOS cadê a nota fiscal??", "cadê a nota fiscal?"),
        ("2, vcs ligam o ar condicionado? passo mal com calor", "vcs ligam o ar condicionado?"),
        ("1. queria saber se da pra ir de chinelo", "da pra ir de chinelo"),
        ("1, e se chover?", "se chover?"),
        ("a de 11h, e vcs vendem creme?", "vcs vendem creme?"),
        ("2. tenho uma pergunta, vcs usam luva", "vcs usam luva"),
        ("1, posso levar minha amiga?", "posso levar minha amiga?"),
    ],
)
def test_what_is_asked_beside_a_choice_is_left(text: str, asked: str) -> None:
    found = left(text, OFFER)
    assert found is not None
    assert found.inquiry.text == asked
    assert found.inquiry.asks == {Intent.INFO}
    assert found.rest.choice is not None or found.rest.slot_choice is not None


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "1 pode ser? obrigada viu",
        "pode ser a 1, tudo bem?",
        "pode ser a 1 né?",
        "1, ta bom pra vc?",
        "2 então, você me confirma?",
        "quero a 1, por que não?",
        "2. onde deixo o carro?",  # that is understood
        "1 mas antes me fala se tem elevador",  # nothing is taken yet
        "a 1 e a 2 são com a mesma pessoa?",
        "tem mais opções?",
        "1, e a da minha mãe?",
        "1, a minha mae pode ir tbm fazer a dela?",
        "1. posso levar minha irma? ela tbm quer fazer",
        "vcs dão atestado?",
        "bom dia minha filha, tudo bem com você e com a família? aqui é a aparecida",
        "oi, td bem por ai? queria limpeza",
        "pode, se eu for preso vc me visita?",
        "não consigo, tem mais cedo?",
        "pode ser a 1, e quanto custa?",
    ],
)
def test_nothing_is_left(text: str) -> None:
    assert left(text, OFFER) is None


@pytest.mark.parametrize(
    ("state", "text", "asked"),
    [
        (State.NONE, "quero limpeza de pele quinta de manha, vcs dao atestado?", "vcs dao atestado?"),
        (State.ASK_WHEN, "quinta de manha. posso levar meu cachorro?", "posso levar meu cachorro?"),
        (State.ASK_NAME, "Maria da Silva, vcs dao atestado?", "vcs dao atestado?"),
        (State.REMINDER, "vou sim, precisa levar exame?", "precisa levar exame?"),
        (State.NONE, "cancela a minha de quinta, vcs ficam bravos?", "vcs ficam bravos?"),
    ],
)
def test_beside_other_answers(state: State, text: str, asked: str) -> None:
    found = left(text, Context(reference_time=NOW, state=state))
    assert found is not None
    assert found.inquiry.text == asked


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (State.ASK_WHEN, "sexta tá bom pra mim, e pra vcs?"),
        (State.ASK_WHEN, "dia 8 é feriado aí? se não, dia 8"),
        (State.ASK_NAME, "pode ser só o primeiro nome? Ivone"),
        (State.NONE, "tenho uma reunião às 10h na quinta, consigo antes disso? botox"),
        (State.NONE, "dá pra fazer botox e preenchimento no mesmo dia?"),
        (State.REMINDER, "vou sim, né?"),
        (State.REMINDER, "confirmado, como não?"),
    ],
)
def test_nothing_is_left_of_other_answers(state: State, text: str) -> None:
    assert left(text, Context(reference_time=NOW, state=state)) is None
