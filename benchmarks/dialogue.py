"""Until somebody is booked: how much Anna asks and says, and how much the patient has to write.

Every conversation of `tests/conversations` is played to its end, and its rows are asked. A conversa counts if a consulta was born in it;
what counts is everything up to the message that tells of that consulta, held or booked, and not that message. A question is a row of
`automacao.perguntas` that wants something and was put in a message of its own, the same one put again included.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from anna.clock import ManualClock
from anna.simulation.databases import Databases, clone_templates
from anna.simulation.ground import open_ground
from anna.simulation.house import Unmet, open_house
from anna.simulation.story import play_story
from anna.simulation.story_file import BEGINS, Story, read_story
from benchmarks.figures import Aim, Section, Spread, percentile
from benchmarks.stage import complain

STORIES = Path(__file__).parents[1] / "tests" / "conversations"

MINIMUM = 4
"""Which procedure, when, which telephone, which of the free times."""

_TOLD = """
with told as (
  select m.conversa_id, min(m.ordem) as ordem
  from agendamento.consultas a join whatsapp.mensagens m on m.dados->>'consulta' = a.id::text
  where a.conversa_id = m.conversa_id and m.direcao = 'saida'
  group by m.conversa_id
)
select t.conversa_id,
       (select count(*) from automacao.perguntas p join whatsapp.mensagens m on m.id = p.mensagem_id
         where p.conversa_id = t.conversa_id and p.slot is not null and m.ordem < t.ordem and m.status <> 'descartada') as questions,
       coalesce(sum(length(m.texto)) filter (where m.autor = 'anna' and m.status <> 'descartada'), 0) as annas,
       coalesce(sum(length(m.texto)) filter (where m.direcao = 'entrada'), 0) as patients,
       (select count(*) from whatsapp.turnos n where n.conversa_id = t.conversa_id and n.resultado = 'concluido'
         and n.ate_ordem < t.ordem) as turns
from told t join whatsapp.mensagens m on m.conversa_id = t.conversa_id and m.ordem < t.ordem
group by t.conversa_id, t.ordem
"""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """What one conversa took until its first consulta was told of."""

    story: str
    questions: int
    annas: int
    patients: int
    turns: int


async def measure(*, quick: bool) -> Section:
    """Play the conversations, all of them unless `quick`, and read what those took that ended in a consulta."""
    stories = [read_story(path) for path in sorted(STORIES.glob("0[12]_*.yaml" if quick else "*.yaml"))]
    found: list[Dialogue] = []
    failed: list[str] = []
    async with open_ground(now=BEGINS, say=complain) as ground:
        for number, story in enumerate(stories, start=1):
            async with clone_templates(ground, number) as databases:
                try:
                    found += await _play(story, databases)
                except Unmet as error:
                    complain(str(error))
                    failed.append(story.id)
    section = _section(found, len(stories))
    if failed:
        section.notes.append(f"Left out, because they do not go as they should: {', '.join(failed)}.")
    return section


async def _play(story: Story, databases: Databases) -> list[Dialogue]:
    async with AsyncExitStack() as stack:
        house = await open_house(stack, databases, ManualClock(story.begins))
        await play_story(house, story)
        return [Dialogue(story.id, *list(row.values())[1:]) for row in await house.rows(_TOLD)]


def _section(found: Sequence[Dialogue], played: int) -> Section:
    section = Section(
        "dialogue",
        f"{played} conversations of tests/conversations, played through webhook, worker and door under a clock that stands still; {len(found)}"
        " conversas of them ended in a consulta, and are counted up to the message that tells of it (held for a deposit, or booked). Many of"
        " them lead astray on purpose: corrections, digressions, second thoughts. A question put again counts again.",
        ("until a consulta is held or booked", "median", "nine of ten", "least", "most"),
    )  # fmt: skip
    section.rows += [
        _row("questions that Anna asks", [d.questions for d in found]),
        _row("characters of Anna", [d.annas for d in found]),
        _row("characters of the patient", [d.patients for d in found]),
        _row("turns", [d.turns for d in found]),
    ]
    if not found:
        return section
    asked = Spread.of(d.questions for d in found).middle
    section.aims.append(
        Aim("questions until booked, median", f"at most {MINIMUM}", f"{asked:.0f}", asked <= MINIMUM)
    )
    section.notes += _notes(found)
    return section


def _row(label: str, values: Sequence[int]) -> tuple[str, ...]:
    if not values:
        return (label, "", "", "", "")
    spread = Spread.of(values)
    shown = (spread.middle, percentile(values, 0.9), spread.least, spread.most)
    return (label, *(f"{value:,.0f}" for value in shown))


def _notes(found: Sequence[Dialogue]) -> Iterator[str]:
    within = sum(d.questions <= MINIMUM for d in found)
    yield (
        f"The minimum for somebody who says nothing by herself is {MINIMUM} questions: which procedure, when, which telephone, which of the free"
        f" times; {within} of {len(found)} needed no more."
    )  # fmt: skip
    longest = sorted(found, key=lambda d: (-d.questions, -d.annas))[:3]
    yield "Most asked: " + ", ".join(f"{d.story} ({d.questions})" for d in longest) + "."
