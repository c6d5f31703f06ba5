"""The quiet window and the rules of addresses: pure."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, strategies as st

from anna.whatsapp.identity import from_bsuid, from_jid, from_phone, one_of_each
from anna.whatsapp.models import AliasTipo, Tipo
from anna.whatsapp.quiet import Quiet, when_to_answer
from tests.receiving.conftest import NOW

QUIET = Quiet()


@pytest.mark.parametrize(
    ("tipo", "texto", "seconds"),
    [
        (Tipo.TEXTO, "oi", 2),
        (Tipo.TEXTO, "Sim", 2),
        (Tipo.TEXTO, "Quero marcar uma consulta.", 2),
        (Tipo.TEXTO, "tem horário amanhã?", 2),
        (Tipo.TEXTO, "pode ser terça 👍", 2),
        (Tipo.TEXTO, "Oi, quero marcar consulta", 6),
        (Tipo.TEXTO, "então, eu queria", 9),
        (Tipo.TEXTO, "bom dia,", 9),
        (Tipo.TEXTO, "vou ver com", 9),
        (Tipo.TEXTO, "hmm...", 9),
        (Tipo.TEXTO, None, 6),
        (Tipo.AUDIO, None, 2),
        (Tipo.FIGURINHA, None, 2),
        (Tipo.IMAGEM, None, 6),
        (Tipo.IMAGEM, "minha carteirinha.", 2),
    ],
)
def test_how_long_a_message_makes_one_wait(tipo: Tipo, texto: str | None, seconds: int) -> None:
    assert when_to_answer(tipo, texto, now=NOW, quiet=QUIET) == NOW + timedelta(seconds=seconds)


def test_a_tapped_option_is_complete_whatever_it_says() -> None:
    assert (
        when_to_answer(Tipo.TEXTO, "Terça às 10h com a", tapped=True, now=NOW, quiet=QUIET)
        == NOW + QUIET.complete
    )


@given(texto=st.text(), passed=st.integers(0, 3600))
def test_nobody_waits_longer_than_the_limit_after_the_first_message(texto: str, passed: int) -> None:
    first = NOW - timedelta(seconds=passed)
    due = when_to_answer(Tipo.TEXTO, texto, now=NOW, first_unanswered=first, quiet=QUIET)
    assert due <= first + QUIET.longest
    assert due <= NOW + QUIET.trailing


@given(texto=st.text())
def test_a_window_of_nothing_is_due_at_once(texto: str) -> None:
    assert when_to_answer(Tipo.TEXTO, texto, now=NOW, quiet=Quiet.none()) == NOW


@given(st.text() | st.none() | st.integers())
def test_no_text_is_an_address_by_accident(jid: object) -> None:
    alias = from_jid(jid)
    assert alias is None or (isinstance(jid, str) and alias.valor.isdigit())


@pytest.mark.parametrize(
    "jid",
    [
        "",
        "@lid",
        "123@g.us",
        "status@broadcast",
        "1@newsletter",
        "abc@s.whatsapp.net",
        "1234@lid",
        "²³¹²³¹@lid",
    ],
)
def test_what_is_no_persons_address(jid: str) -> None:
    assert from_jid(jid) is None


@pytest.mark.parametrize("digits", ["204501234567890", "99900011122233"])
def test_digits_too_long_for_a_phone_are_a_lid_even_without_a_suffix(digits: str) -> None:
    alias = from_jid(digits)
    assert alias is not None
    assert alias.tipo is AliasTipo.LID


def test_addresses_of_one_person_in_any_order() -> None:
    phone, lid = from_phone("+5511988887777", "x"), from_jid("204501234567890@lid")
    bsuid = from_bsuid("BR.1502576394655843", "whatsapp:BR.1502576394655843")
    assert [alias.tipo for alias in one_of_each([bsuid, lid, phone, lid])] == ["phone", "lid", "bsuid"]


@pytest.mark.parametrize("bsuid", ["", "BR.", "br.123", "BR.12 3", "BRA.123", "BR." + "1" * 129])
def test_what_is_no_bsuid(bsuid: str) -> None:
    assert from_bsuid(bsuid, bsuid) is None
