"""The first or the last that is free, weekdays that alone will do, with whom, and which of two takes what."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from anna.conversation.understanding.dates.edges import read_edge, with_only_days
from anna.conversation.understanding.facts.attendants import read_attendants, spoken_of
from anna.conversation.understanding.facts.whom import Whom, read_whom
from anna.conversation.understanding.replies.each_choice import each_choice
from anna.when import Edge, When

SATURDAY = When(date_start=date(2026, 11, 28), date_end=date(2026, 11, 28))
TEAM = ("Camila Teixeira", "Dr. Otávio Prado", "Dra. Helena Bittencourt")
WOMEN = ["Camila Teixeira", "Dra. Helena Bittencourt"]
STARTS = [datetime.fromisoformat(f"2026-11-28T{at}") for at in ("09:30", "10:00", "10:45")]


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("pode ser a última", Edge.LAST),
        ("o último", Edge.LAST),
        ("ah, quero o último horário mesmo", Edge.LAST),
        ("a primeira da manhã", Edge.FIRST),
        ("pode ser", None),
        ("a última vez eu fui às 10h", None),
        ("é a primeira que eu faço", None),
    ],
)
def test_an_edge_is_bare_where_the_hour_is_asked_for(text: str, edge: Edge | None) -> None:
    """Would catch times offered all over the day to who takes the last one."""
    assert read_edge(text, hour_asked=True) is edge


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("o mais tarde q tiver", Edge.LAST),
        ("a última vaga", Edge.LAST),
        ("o último horário disponível", Edge.LAST),
        ("o mais cedo possível", Edge.FIRST),
        ("a primeira q tiver", Edge.FIRST),
        ("o quanto antes", Edge.FIRST),
        ("tem mais tarde?", None),
        ("mais tarde eu vejo", None),
        ("não o mais cedo possível", None),
        ("é a primeira vez que faço", None),
        ("quero a primeira", None),
        ("amanha no ultimo horario", Edge.LAST),
        ("sábado, o último", Edge.LAST),
        ("o último sábado do mês", None),
    ],
)
def test_an_edge_is_of_what_is_free(text: str, edge: Edge | None) -> None:
    assert read_edge(text) is edge


@pytest.mark.parametrize(
    "text", ["só posso sábado", "tem que ser sábado", "só consigo aos sábados", "sábado apenas"]
)
def test_where_only_a_weekday_will_do_the_others_are_ruled_out(text: str) -> None:
    wish = with_only_days(text, SATURDAY)
    assert wish
    assert wish.exclude.weekdays == ("mon", "tue", "wed", "thu", "fri", "sun")
    assert wish.date_end


@pytest.mark.parametrize("text", ["só posso sábado. qual sábado tem", "tem algum sábado?"])
def test_which_of_them_there_are_has_no_end(text: str) -> None:
    wish = with_only_days(text, SATURDAY)
    assert wish
    assert wish.exclude.weekdays
    assert wish.date_end is None


@pytest.mark.parametrize(
    "text", ["sábado", "só não posso sábado", "só sábado que não dá", "só sábado que vem"]
)
def test_a_day_beside_an_only_of_something_else_rules_nothing_out(text: str) -> None:
    assert with_only_days(text, SATURDAY) == SATURDAY


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("com a dra helena", ["Dra. Helena Bittencourt"]),
        ("quinta as 15h otavio", ["Dr. Otávio Prado"]),
        ("otavio tem 15h?", ["Dr. Otávio Prado"]),
        ("tem q ser com homem", ["Dr. Otávio Prado"]),
        ("não quero com homem", WOMEN),
        ("não quero com o otavio", ["Camila Teixeira", "Dra. Helena Bittencourt"]),
        ("n queria ser atendida por homem", WOMEN),
        ("homem não", WOMEN),
        ("tem mulher pra atender?", WOMEN),
        ("sábado de manhã, com mulher de preferência", WOMEN),
        ("doutora mulher?", WOMEN),
        ("é homem ou mulher que atende?", None),
        ("minha mulher que faz botox aí", None),
        ("vcs atendem homem?", None),
        ("com o otavio ou com a helena", ["Dr. Otávio Prado", "Dra. Helena Bittencourt"]),
        ("eu com o otavio e ela com a camila", None),
        ("com a camila minha filha", None),
        ("meu nome é Camila Souza", None),
        ("minha mulher disse", None),
        ("botox mas só se for com doutora", ["Dra. Helena Bittencourt"]),
        ("é doutora né? a outra clinica me botou com homem", None),
        ("Quero marcar mas tem q ser com mulher, tenho vergonha de homem", WOMEN),
        ("não faço questão de ser mulher", None),
        ("o dr otavio é medico?", None),
        ("quem me atendeu foi homem, otavio acho. 15h ele tem?", None),
    ],
)
def test_with_whom_is_a_wish_only_where_it_is_one(text: str, wished: list[str] | None) -> None:
    assert read_attendants(text, TEAM) == wished


@pytest.mark.parametrize(
    ("text", "hers", "theirs"),
    [
        ("1 e 3", 0, "10:45"),
        ("9:30 e 10:45", 0, "10:45"),
        ("1, e a da minha filha meio dia", 0, "12:00"),
        ("a 3 pra ela e a 1 pra mim", 0, "10:45"),
        ("eu as 10 e ela 11:30", 1, "11:30"),
        ("não é junto, eu fico no 1 e minha mãe no 3", 0, "10:45"),
        ("oxe 11:45 não! quero 9:30 pra mim e 10:45 pra minha mãe", 0, "10:45"),
        ("a Jessica 10:45 e eu 9:30", 0, "10:45"),
        ("o primeiro horário pra mim e o terceiro pra ela", 0, "10:45"),
        ("eu 1 minha mãe 3", 0, "10:45"),
        ("10 eu e 11 minha irma", 1, "11:00"),
        ("10 pra mim, 11 pra ela", 1, "11:00"),
        ("eu 10 e minha mãe 11", 1, "11:00"),
        ("9:30 eu e 10 ela", 0, "10:00"),
    ],
)
def test_each_of_two_has_hers(text: str, hers: int, theirs: str) -> None:
    each = each_choice(text, STARTS)
    assert each
    assert each[0] == STARTS[hers]
    assert f"{each[1]:%H:%M}" == theirs


@pytest.mark.parametrize(
    "text",
    [
        "1", "1 ou 2", "entre 9:30 e 10:45", "1 e divide em 6?", "1, somos 2 pessoas", "a 1 não, a 2", "eu 1, ela não", "o 1 não é junto do 2?",
        "eu na 1, minha filha de 2 anos fica em casa", "10 ou 11 minha irma", "eu 10", "1, minha mãe tem 70 anos",
    ],
)  # fmt: skip
def test_one_choice_is_not_two(text: str) -> None:
    assert each_choice(text, STARTS) is None


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("sábado cedo pra duas", Whom.BOTH),
        ("limpeza 10h pra 2", Whom.BOTH),
        ("vai ser duas pessoas", Whom.BOTH),
        ("muda de manhã pra duas", None),
        ("pode ser amanhã pra duas da tarde", None),
        ("duas pessoas me indicaram vocês", None),
    ],
)
def test_two_who_come_are_told_from_two_o_clock(text: str, whom: Whom | None) -> None:
    assert read_whom(text) is whom


@pytest.mark.parametrize(
    ("text", "before", "meant"),
    [
        ("retorno com ele quarta de tarde", ["tem o dr otavio?"], "Dr. Otávio Prado"),
        ("pode ser com ela", ["a camila atende?", "dr otavio"], "Camila Teixeira"),
        ("retorno com ela quarta", ["tem o dr otavio?"], None),
        ("vou com ela", ["a camila atende?"], None),
        ("limpeza pra mim e minha mãe com ela", ["a camila atende?"], None),
        ("botox com ele", ["o dr otavio ou a camila"], None),
        ("botox com ele", [], None),
    ],
)
def test_with_whom_may_have_been_said_before(text: str, before: list[str], meant: str | None) -> None:
    assert spoken_of(text, before, TEAM) == meant
