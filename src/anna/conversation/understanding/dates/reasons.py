"""A day or an hour that is said again only as the reason: "menos sábado que sábado é dia de culto" wishes for none."""

from __future__ import annotations

from dataclasses import replace

from anna.conversation.understanding.dates.days import DayAtom
from anna.conversation.understanding.dates.surroundings import Said, is_weekday
from anna.conversation.understanding.dates.telling import Atom
from anna.conversation.understanding.dates.times import PartAtom, TimeAtom
from anna.conversation.understanding.text.line import Line, rx

_BECAUSE = r"\b(?:que|porque|pois|ja que)(?: (?:n?[ao]|ao?s|dia|todo|toda|bem))* ?$"
# "menos sexta, sexta é sagrado": what that day is for
_AGAIN = r"^ ?[,.;]+ ?(?:(?:que|na|no|a|o|as|toda|todo|minha|essa|nessa) )*$"
_IS_TAKEN = r"^(?: feira)? (?:e|eh|eu|tenho|trabalho|vou|fico|to|faco|saio|viajo|nao)\b(?! (?:posso|consigo|bom|boa|melhor|pode|otim[ao]))"
_OF_DAY = r"^ d[aeo](?: dia)? $"
_OR = r"^ ?(?:,? ?ou|/)(?: as)? ?$"
_BESIDE = r"^(?: (?:de|a|as|da|na|pela|umas|la|pelas|por|volta|das|bem|logo))* ?$"


def without_reasons(line: Line, said: list[Said]) -> list[Said]:
    """ "menos sábado que sábado é dia de culto": said again as the reason, it is no wish; nor is the hour of a day that is only told."""
    out = list(said)
    for i in range(1, len(out)):
        this, last = out[i], out[i - 1]
        between = line.norm[last.atom.end : this.atom.start]
        again = isinstance(this.atom, DayAtom) and any(
            isinstance(s.atom, DayAtom) and s.mode == "excluded" and s.atom.days.start == this.atom.days.start
            for s in out[:i]
        )
        told = (
            last.mode == "dropped" and isinstance(last.atom, DayAtom) and not isinstance(this.atom, DayAtom)
        )
        ofday = isinstance(last.atom, TimeAtom) and last.mode == "dropped" and isinstance(this.atom, DayAtom)
        if (
            (ofday and rx(_OF_DAY).match(between))
            or (
                type(this.atom) is type(last.atom) is TimeAtom
                and last.mode == "dropped"
                and rx(_OR).match(between)
            )
            or _of_working_days(line, out, i)
        ):
            out[i] = replace(this, mode="dropped")
        elif isinstance(this.atom, PartAtom) and this.mode == "wanted" and _other_part(out[:i], this.atom):
            out[i] = replace(this, mode="excluded") if rx(_BECAUSE).search(between) else this
        elif this.mode == "wanted" and (
            (
                this.atom.rule == "days.public_holiday"
                and last.mode == "dropped"
                and rx(r"^ ?, $").match(between)
            )
            or (again and (rx(_BECAUSE).search(between) or _is_taken(line, between, this.atom)))
            or (told and rx(_BESIDE).match(between))
        ):
            out[i] = replace(this, mode="dropped")
    return out


def _is_taken(line: Line, between: str, atom: Atom) -> bool:
    """Whether a day that was ruled out is named once more only to say what it is for."""
    return rx(_AGAIN).match(between) is not None and rx(_IS_TAKEN).match(line.norm[atom.end :]) is not None


def _of_working_days(line: Line, said: list[Said], i: int) -> bool:
    """ "trabalho de segunda a sexta até as 17, só sábado": the hour is that of the days ruled out."""
    this, last = said[i], said[i - 1]
    if isinstance(this.atom, DayAtom) or not is_weekday(last.atom) or last.mode != "excluded":
        return False
    between = line.norm[last.atom.end : this.atom.start]
    later = any(isinstance(s.atom, DayAtom) and s.mode == "wanted" for s in said[i + 1 :])
    return later and rx(r"^ (?:(?:ate|das?|de|as|a|n?a|o|dia|todo|inteiro) )*$").match(between) is not None


def _other_part(before: list[Said], part: PartAtom) -> bool:
    """ "de tarde, que de manhã eu trabalho"."""
    return any(
        isinstance(s.atom, PartAtom) and s.mode == "wanted" and s.atom.part is not part.part for s in before
    )
