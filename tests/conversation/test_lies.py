"""The fact gate against a scripted lying model, and against an honest one: a gate that cries wolf is no gate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, strategies as st
from ruamel.yaml import YAML

from anna.conversation.claims.binding import OFFER, RUNS, bind_claims
from anna.conversation.claims.draft import write_bound
from anna.conversation.claims.models import Act, Claim, Fact, unproven
from anna.conversation.claims.reading import read_claims
from anna.conversation.replies import ReplyBook
from anna.kit.dates import describe_start, describe_time
from anna.kit.money import brl

DATA = Path(__file__).parent / "data"
NOW = datetime(2026, 11, 25, 14, 12, tzinfo=ZoneInfo("America/Sao_Paulo"))  # a Wednesday


def _servico(number: int, nome: str, preco: str, sinal: str, minutos: int) -> list[Fact]:
    columns = {"nome": nome, "preco": preco, "sinal": sinal, "duracao": f"{minutos} minutos"}
    return [Fact("agendamento.servicos", f"s{number}", campo, texto) for campo, texto in columns.items()]


FACTS = [
    *_servico(1, "Botox", "R$ 890,00", "R$ 150,00", 45),
    *_servico(2, "Limpeza de pele", "R$ 220,00", "R$ 0,00", 60),
    *_servico(3, "Peeling químico", "R$ 350,00", "R$ 0,00", 45),
    *_servico(4, "Preenchimento facial", "R$ 1.200,00", "R$ 150,00", 60),
    *_servico(5, "Preenchimento labial", "R$ 1.350,00", "R$ 150,00", 60),
    *_servico(6, "Avaliação", "R$ 120,00", "R$ 0,00", 30),
    Fact("agendamento.profissionais", "p1", "nome", "Dra. Helena Bittencourt"),
    Fact("agendamento.profissionais", "p2", "nome", "Camila Teixeira"),
    Fact("agendamento.profissionais", "p3", "nome", "Dr. Otávio Prado"),
    Fact("clinica.clinicas", "k", "nome", "Clínica Aroeira"),
    Fact("clinica.clinicas", "k", "telefone", "(11) 90000-0100"),
    Fact("clinica.clinicas", "k", "endereco", "Rua das Aroeiras, 410, Pinheiros, São Paulo"),
    Fact("clinica.clinicas", "k", "referencia",
         "Casa verde de portão azul, ao lado da padaria, a três quadras do metrô Fradique Coutinho"),
    Fact("clinica.clinicas", "k", "horarios", "segunda a sexta, das 8h às 18h; sábado, das 8h às 13h"),
    Fact("clinica.conhecimento", "c1", "resposta",
         "Temos convênio com o estacionamento do número 422, na mesma calçada: duas horas sem custo para pacientes."),
    Fact("clinica.conhecimento", "c2", "resposta",
         "Pix, débito e cartão de crédito em até 6 vezes sem juros. O sinal pago na reserva é descontado do valor."),
    Fact("clinica.conhecimento", "c3", "resposta",
         "Pode remarcar ou cancelar até 4 horas antes sem perder o sinal. A tolerância de atraso é de 15 minutos."),
    Fact("clinica.conhecimento", "c4", "resposta",
         "Venha sem maquiagem no rosto e evite bebida alcoólica nas 24 horas anteriores. Depois da aplicação, não se deite por 4 horas."),
    Fact("clinica.conhecimento", "c5", "resposta",
         "De segunda a sexta das 8h às 18h e aos sábados das 8h às 13h. Fechamos aos domingos e feriados."),
    Fact("agendamento.consultas", "a1", "inicio", "sexta, 27/11, às 15h"),
    Fact("agendamento.consultas", "a1", "profissional", "Dra. Helena Bittencourt"),
    Fact("agendamento.consultas", "a1", "procedimentos", "Botox"),
    Fact("agendamento.consultas", "a1", "status", acts=frozenset({Act.BOOK, Act.HOLD})),
    Fact("whatsapp.contatos", "t", "nome", "Débora Siqueira"),
    Fact(RUNS, "r", OFFER,
         "1. quinta, 26/11, às 9h, com Dr. Otávio Prado\n2. sexta, 27/11, às 10h30, com Dra. Helena Bittencourt"),
]  # fmt: skip


def _rows(name: str) -> Any:
    return YAML(typ="safe").load((DATA / name).read_text("utf-8"))


LIES = [(kind, row) for kind, rows in _rows("lies.yaml").items() for row in rows]
HONEST = _rows("honest.yaml")


def test_there_are_lies_enough() -> None:
    assert len(LIES) >= 100
    assert len(HONEST) >= 60


@pytest.mark.parametrize(("kind", "row"), LIES, ids=[row["say"] for _, row in LIES])
def test_a_lie_is_caught_where_it_stands(kind: str, row: dict[str, str]) -> None:
    bound = bind_claims(row["say"], FACTS, now=NOW, heard=row.get("heard"))
    caught = [claim.text for claim in bound.unbound]
    assert any(row["caught"] in text or text in row["caught"] for text in caught), caught
    for claim in bound.unbound:
        assert bound.text[claim.start : claim.end] == claim.text


@pytest.mark.parametrize("row", HONEST, ids=[row["say"] for row in HONEST])
def test_an_honest_draft_passes(row: dict[str, str]) -> None:
    bound = bind_claims(row["say"], FACTS, now=NOW, heard=row.get("heard"))
    assert not bound.unbound
    assert all(binding.fact or binding.quoted for binding in bound.bindings)


# -- whoever writes --------------------------------------------------------------------------------------------------------------


class Liar:
    """Says one thing after the other, and keeps what it was told about the last."""

    def __init__(self, *drafts: str | None) -> None:
        self.drafts = list(drafts)
        self.told: list[Sequence[Claim]] = []

    async def __call__(self, unbound: Sequence[Claim]) -> str | None:
        self.told.append(unbound)
        return self.drafts.pop(0)


@pytest.mark.parametrize("name", ["Иван Петров", "王伟", "Ανδρέας", "Zoë Žižek"])
def test_who_writes_her_name_in_other_letters_is_greeted_by_it(name: str) -> None:
    """Would catch: an audit that is never empty because of how a patient is called."""
    facts = [Fact("whatsapp.contatos", "t", "nome", name)]
    assert not bind_claims(f"Boa tarde, {name.split()[0]}! Como posso ajudar?", facts, now=NOW).unbound


@pytest.mark.parametrize(("kind", "row"), LIES, ids=[row["say"] for _, row in LIES])
async def test_a_model_that_goes_on_lying_is_not_sent(kind: str, row: dict[str, str]) -> None:
    liar = Liar(row["say"], row["say"], "Boa tarde!")
    drafted = await write_bound(liar, FACTS, now=NOW, heard=row.get("heard"))
    assert drafted.draft is None
    assert len(drafted.refused) == 2
    assert liar.told[1] == drafted.refused[0].unbound


async def test_a_second_draft_that_is_true_is_sent() -> None:
    drafted = await write_bound(Liar("O Botox custa R$ 9,00.", "O Botox custa R$ 890,00."), FACTS, now=NOW)
    assert drafted.draft
    assert drafted.draft.text == "O Botox custa R$ 890,00."
    prices = [prova for prova in drafted.draft.to_json() if prova["tipo"] == "preco"]
    assert prices[0]["fato"] == {"tabela": "agendamento.servicos", "id": "s1", "campo": "preco"}


async def test_a_model_that_says_nothing_leaves_it_to_the_template() -> None:
    assert (await write_bound(Liar(None), FACTS, now=NOW)).draft is None


# -- what is kept ----------------------------------------------------------------------------------------------------------------


def test_a_text_changed_after_it_was_bound_is_not_what_was_bound() -> None:
    bound = bind_claims("O Botox custa R$ 890,00.", FACTS, now=NOW)
    assert not unproven(read_claims(bound.text, now=NOW), bound.to_json())
    assert unproven(read_claims("O Botox custa R$ 790,00.", now=NOW), bound.to_json())
    assert unproven(read_claims(bound.text, now=NOW), None)
    lie = bind_claims("O Botox custa R$ 9,00.", FACTS, now=NOW)
    assert unproven(read_claims(lie.text, now=NOW), lie.to_json())


def test_no_template_of_ours_promises_or_speaks_of_machines() -> None:
    book = ReplyBook.load(Path(__file__).parents[2] / "prompts")
    for name in book.names:
        for text in book.literals(name):
            wrong = [c.text for c in read_claims(text, now=NOW) if c.kind in {"promessa", "interno"}]
            assert not wrong, (name, wrong)


# -- rendered from facts: always bound; one thing changed: never -----------------------------------------------------------------

PRICES = st.decimals("1", "9999", places=2)
DAYS = st.dates(date(2026, 11, 26), date(2027, 5, 1))
HOURS = st.times(time(7), time(21)).map(
    lambda t: t.replace(minute=t.minute // 15 * 15, second=0, microsecond=0)
)
NAMES = st.sampled_from(
    ["Helena Bittencourt", "Otávio Prado", "Lívia Cavalcanti", "Zuleide Quaresma", "Rafaela Lins"]
)


def _price_text(form: int, price: Decimal) -> str:
    whole = price == price.to_integral_value()
    return [brl(price), f"{brl(price)[3:]} reais", f"{price:.0f} reais" if whole else brl(price)][form]


@given(PRICES, st.integers(0, 2))
def test_a_price_in_any_form_is_bound(price: Decimal, form: int) -> None:
    facts = [Fact("agendamento.servicos", "x", "preco", brl(price))]
    assert not bind_claims(f"Fica {_price_text(form, price)}.", facts, now=NOW).unbound


@given(PRICES, st.integers(0, 2), st.integers(0, 9), st.integers(1, 9))
def test_a_price_with_one_digit_changed_is_not(price: Decimal, form: int, at: int, by: int) -> None:
    facts = [Fact("agendamento.servicos", "x", "preco", brl(price))]
    text = _price_text(form, price)
    places = [m.start() for m in re.finditer(r"\d", text)]
    place = places[at % len(places)]
    lie = text[:place] + str((int(text[place]) + by) % 10) + text[place + 1 :]
    assert bind_claims(f"Fica {lie}.", facts, now=NOW).unbound


def _consulta(start: datetime, name: str) -> list[Fact]:
    return [
        Fact("agendamento.consultas", "x", "inicio", describe_start(start)),
        Fact("agendamento.consultas", "x", "profissional", f"Dra. {name}"),
        Fact("agendamento.consultas", "x", "status", acts=frozenset({Act.BOOK})),
    ]


@given(DAYS, HOURS, NAMES)
def test_a_booking_rendered_from_its_row_is_bound(day: date, hour: time, name: str) -> None:
    start = datetime.combine(day, hour, NOW.tzinfo)
    months = [
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ]
    for said in (
        describe_start(start),
        f"dia {day:%d/%m/%Y} às {hour:%H:%M}",
        f"{day.day} de {months[day.month - 1]}, às {describe_time(hour)}",
    ):
        assert not bind_claims(f"Marquei {said} com Dra. {name}.", _consulta(start, name), now=NOW).unbound, (
            said
        )


@given(DAYS, HOURS, NAMES, NAMES, st.integers(1, 300), st.integers(1, 40))
def test_a_booking_with_one_thing_changed_is_not(
    day: date, hour: time, name: str, other: str, days: int, quarters: int
) -> None:
    start = datetime.combine(day, hour, NOW.tzinfo)
    facts = _consulta(start, name)
    later = start + timedelta(minutes=15 * quarters)
    assume(later.date() == day)
    lies = [describe_start(start + timedelta(days=days)), describe_start(later)]
    for lie in lies:
        assert bind_claims(f"Marquei {lie} com Dra. {name}.", facts, now=NOW).unbound, lie
    if other != name:
        assert bind_claims(f"Marquei {describe_start(start)} com Dra. {other}.", facts, now=NOW).unbound
    broken = name.replace("a", "o", 1)
    assert bind_claims(f"Marquei {describe_start(start)} com Dra. {broken}.", facts, now=NOW).unbound


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_fall(text: str) -> None:
    for claim in read_claims(text, now=NOW):
        assert 0 <= claim.start < claim.end
