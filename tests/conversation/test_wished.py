"""A wish beside anger is found where it is one, and nowhere else."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from anna.commands import Intent, Reading
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context
from anna.conversation.wished import calmed, wished_besides

ANNA = OfflineUnderstander()
CONTEXT = Context(reference_time=datetime(2026, 11, 24, 13, tzinfo=ZoneInfo("America/Sao_Paulo")))


def read(text: str) -> Reading:
    return ANNA.understand(text, CONTEXT)


def wish(text: str) -> Reading | None:
    return wished_besides(text, read(text), read)


@pytest.mark.parametrize(
    "text",
    [
        "que atendimento de merda caralho, marca logo laser amanha 9h",
        "porra, vocês são uns lixos. quero marcar laser na axila amanhã às 9h",
    ],
)
def test_a_wish_lost_in_swearing(text: str) -> None:
    found = wish(text)
    assert found is not None
    assert found.when is not None
    assert (found.procedure, found.when.date_start) == (("depilacao_laser",), date(2026, 11, 25))


@pytest.mark.parametrize(
    "text",
    [
        "fiz laser ontem e queimou, um absurdo, quero meu dinheiro amanhã",  # a harm
        "fiz o laser terça às 9h, que merda de serviço, caralho",  # what is complained of
        "quero marcar laser amanhã às 9h",  # no anger: the booking takes it up
        "vcs são uns lixos, quero falar com o dono amanhã",
    ],
)
def test_a_wish_where_there_is_none(text: str) -> None:
    assert wish(text) is None


def calm(text: str) -> Reading | None:
    found = calmed(text, read(text), read)
    return found[1] if found else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("bom dia sua lerda, quero botox amanhã as 10", Intent.SCHEDULE),
        ("bando de ladrões. Quanto é o botox?", Intent.PRICE),
        ("890?? roubo kkk mas vou. tem amanhã às 14h?", Intent.AVAILABILITY),
        ("que roubo! botox sexta 14h30 então", Intent.SCHEDULE),
        ("vai tomar no cu, cancela tudo", Intent.CANCEL),
        ("quero laser na axila amanhã 9h, seus idiotas", Intent.SCHEDULE),
    ],
)
def test_what_is_only_rude_hides_no_wish(text: str, wanted: Intent) -> None:
    found = calm(text)
    assert found is not None
    assert wanted in found.intents
    assert found.safety is None


@pytest.mark.parametrize(
    "text",
    [
        "sua burra",  # nothing else is said
        "que absurdo, esperei 2 horas e ninguém me atendeu. quanto é o botox?",  # what happened to her
        "seus golpistas, paguei e sumiram. quero botox sexta",
        "seus incompetentes, meu botox deu errado e quero remarcar",
        "golpistas! quero meu dinheiro de volta",
        "fui roubada, quanto custa?",
        "vou processar vocês. quero botox sexta",  # threats
        "vou aí amanhã às 10 quebrar a cara de vocês, seus ladrões",
        "vocês são uns lixos, quero falar com o gerente. quanto custa o botox?",  # a person
        "vão se lascar, parem de me mandar mensagem e quero botox",  # silence
        "quero botox amanhã às 10",  # no anger
    ],
)
def test_what_is_more_than_rude_stays_what_it_is(text: str) -> None:
    assert calm(text) is None
