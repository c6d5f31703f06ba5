"""Every way to say a day or an hour within every way to wish, refuse, correct, join and limit one: what neither part alone shows."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import permutations

import pytest

from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State
from anna.when import When

WEDNESDAY = datetime.fromisoformat("2026-06-17T09:20:00-03:00")
ANNA = OfflineUnderstander()
JUNE = {
    "quinta": 18,
    "sábado": 20,
    "segunda-feira": 22,
    "amanhã": 18,
    "depois de amanhã": 19,
    "dia 30": 30,
    "25/06": 25,
    "quinta dia 25": 25,
    "sexta que vem": 26,
    "próxima terça": 23,
    "daqui a 5 dias": 22,
    "dia vinte e nove": 29,
}
DAYS = {said: date(2026, 6, day) for said, day in JUNE.items()}
# Two days of which neither could be the other said again ("quinta" and "dia 25" may be one).
PAIRS = [(a, b) for a, b in permutations(DAYS, 2) if DAYS[a].weekday() != DAYS[b].weekday()]
HOURS = {
    "10h": "10:00",
    "9 e meia": "09:30",
    "às 3 da tarde": "15:00",
    "14:30": "14:30",
    "meio-dia": "12:00",
    "às 16": "16:00",
    "duas da tarde": "14:00",
}


def when(text: str, state: State = State.ASK_WHEN) -> When | None:
    return ANNA.when(text, Context(reference_time=WEDNESDAY, state=state))


def one_day(found: When | None) -> date | None:
    alone = found is not None and found.dates is None and found.date_start == found.date_end
    return found.date_start if found is not None and alone else None


def hour(found: When | None) -> str | None:
    return found.time_start.isoformat("minutes") if found is not None and found.time_start else None


@pytest.mark.parametrize(
    "template",
    [
        "pode ser {}?", "tem vaga {}?", "{} por favor", "acho que {} dá", "{} serve", "se tiver {} eu quero", "minha folga é {}", "só consigo {}", "vê se tem {}",
        "{} tô livre", "deixa {} então", "o melhor dia é {}", "que tal {}?", "{} rola?",
    ],
)  # fmt: skip
def test_a_day_lost_in_the_words_around_it(template: str) -> None:
    wrong = {said for said, day in DAYS.items() if one_day(when(template.format(said))) != day}
    assert not wrong


@pytest.mark.parametrize(
    "template",
    [
        "{a} não, {b}", "{a}, aliás {b}", "{a}... ops, {b}", "{a}, quer dizer, {b}", "não posso {a}, {b}", "em vez de {a}, {b}", "sem ser {a}, {b}", "esquece {a}, {b}",
        "não é {a}, é {b}", "{a} tô viajando, {b} pode", "{a} tenho compromisso, {b} dá", "{b}, porque {a} eu trabalho", "prefiro {b} do que {a}", "{b} sim, {a} não",
        "{a} nem pensar, {b} sim", "muda de {a} pra {b}", "{b} em vez de {a}", "desculpa, {b}, {a} não dá", "{a} é complicado, {b} é melhor",
    ],
)  # fmt: skip
def test_a_refused_or_corrected_day_that_is_kept(template: str) -> None:
    texts = {template.format(a=a, b=b): DAYS[b] for a, b in PAIRS}
    assert not {text for text, day in texts.items() if one_day(when(text)) != day}


@pytest.mark.parametrize(
    "template",
    ["{a} ou {b}", "{a} e {b}", "ou {a} ou {b}", "tem {a} ou {b}?", "{a}, senão {b}", "{a} se não der {b}"],
)
def test_one_of_two_days_lost(template: str) -> None:
    for a, b in PAIRS:
        found = when(template.format(a=a, b=b))
        assert found is not None
        assert set(found.dates or ()) == {DAYS[a], DAYS[b]}, (a, b)


@pytest.mark.parametrize(
    "template",
    ["{a} não posso", "não posso {a}", "qualquer dia menos {a}", "{a} nem pensar", "só não pode ser {a}"],
)
def test_a_day_that_is_only_refused_and_wished_for(template: str) -> None:
    for said, day in DAYS.items():
        found = when(template.format(a=said))
        assert found is not None
        assert found.date_start is None, said
        assert day in found.exclude.dates or found.exclude.weekdays == (day.strftime("%a").lower(),), said


@pytest.mark.parametrize("template", ["de {a} a {b}", "entre {a} e {b}", "{a} até {b}"])
def test_a_span_of_days_read_as_two(template: str) -> None:
    near = [
        (a, b)
        for a, b in PAIRS
        if timedelta(0) < DAYS[b] - DAYS[a] < timedelta(days=8) and a != "quinta dia 25"
    ]
    for a, b in near:
        found = when(template.format(a=a, b=b).replace("de dia", "do dia"))
        assert found is not None
        assert (found.date_start, found.date_end, found.dates) == (DAYS[a], DAYS[b], None), (a, b)


@pytest.mark.parametrize(
    "template",
    ["{day} {hour}", "{hour} {day}", "{day}, {hour}", "{day} pode ser {hour}", "queria {day} mas só {hour}"],
)
def test_an_hour_or_its_day_lost_beside_the_other(template: str) -> None:
    for said, day in DAYS.items():
        for at, expected in HOURS.items():
            found = when(template.format(day=said, hour=at))
            assert (one_day(found), hour(found)) == (day, expected), (said, at)


@pytest.mark.parametrize(
    "template",
    [
        "{a} não, {b}", "{a}, aliás {b}", "não pode ser {a}, {b}", "em vez de {a}, {b}", "{a} é muito cedo, {b}", "nem {a}, {b}", "{b}, {a} não dá",
        "{a} fica ruim, {b} é melhor", "{a} não posso, tem {b}?", "errei, {b} e não {a}",
    ],
)  # fmt: skip
def test_a_refused_or_corrected_hour_that_is_kept(template: str) -> None:
    texts = {template.format(a=a, b=b): HOURS[b] for a, b in permutations(HOURS, 2)}
    assert not {text for text, at in texts.items() if hour(when(text, State.ASK_TIME)) != at}
