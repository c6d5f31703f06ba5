"""Several questions in one message, each read by itself: "quanto custa o botox, dói? e onde vcs ficam? atende sábado?". Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from anna.commands import Intent, Nuance, Reading
from anna.conversation.decision import commands
from anna.conversation.understanding.facts.procedures import NAMED

ASKS = frozenset({
    Intent.PRICE, Intent.INFO, Intent.HOURS, Intent.LOCATION, Intent.PAYMENT, Intent.PROMO_INTEREST, Intent.CHECK_APPOINTMENT, Intent.MEDICAL_QUESTION,
    Nuance.ASKS_DURATION, Nuance.ASKS_WHO, Nuance.ASKS_CHEAPER, Nuance.ASKS_LATENESS, Nuance.ASKS_REFUND, Nuance.ASKS_DEPOSIT, Nuance.ASKS_AGE, Nuance.ASKS_GUARANTEE, Nuance.ASKS_ABOUT,
    Nuance.ASKS_AREA, Nuance.ASKS_CARE, Nuance.ASKS_DOCTOR, Nuance.ASKS_DOES,
})  # fmt: skip
"""What a question of its own may be about."""

WHOLE = frozenset({
    Intent.RESCHEDULE, Intent.CANCEL, Intent.WAITLIST, Intent.LATE, Intent.DATA_RIGHTS, Intent.DATA_REQUEST, Intent.COMPLAINT, Intent.INSULT,
    Intent.INJECTION, Intent.B2B, Intent.NPS, Intent.CONFIRM_ATTENDANCE,
})  # fmt: skip
ONE_ANSWER = frozenset(
    {
        Nuance.HAGGLES,
        Nuance.UNLISTED,
        Nuance.CLAIMS_PRICE,
        Nuance.CLAIMS_PROMISE,
        Nuance.WHAT_IF,
        Nuance.ONLY_ASKED,
        Nuance.TOO_DEAR,
    }
)
"""With these a message is one thing, however many questions it is put in."""

_COMPARES = frozenset({Intent.PRICE, Nuance.ASKS_CHEAPER})

_FEWEST, _MOST = 2, 6

_OPENS = (
    r"(?:qual|quais|quant[oa]s?|que (?:horas?|dias?)|onde|aonde|como|quem|quando|tem|teria|aceitam?|parcelam?|d[oó]i|faz(?:em)?|abrem?|fecham?|atendem?|funcionam?"
    r"|precisa|preciso|posso|pode|d[aá] (?:pra|para)|at[eé] que|demora|dura|leva|ficam?|incha|divide[m]?|passa(?:m)? cart[aã]o)"
)
_OF_THE_CASE = frozenset(
    {Intent.MEDICAL_QUESTION, Intent.INFO, Nuance.ASKS_CARE, Nuance.ASKS_ABOUT, Nuance.ASKS_ADVICE}
)
"""What is not answered beside a question for a professional: it may be the same one."""
_FOR_A_PERSON = frozenset({Intent.MEDICAL_QUESTION, Nuance.ASKS_CARE})
_ENDS = re.compile(
    rf"(?<=[?!.;\n])\s*|\s*,\s*(?=(?:e\s+)?(?:(?:a[ií]|vcs?|voc[eê]s|c[eê]s|ele|ela|o|a)\s+)?{_OPENS}\b)|\s+(?=e\s+(?:(?:se|a[ií]|vcs?|voc[eê]s|c[eê]s|ele|ela)\s+)?{_OPENS}\b)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    rf"\?|\b{_OPENS}\b|\b(?:pre[cç]os?|valor(?:es)?|endere[cç]o|hor[aá]rios?|formas? de|localiza)",
    re.IGNORECASE,
)
_JOINS = re.compile(r"^(?:e|,|ah|ai|a[ií])\s+", re.IGNORECASE)


_WHICH_HOURS = re.compile(r"\b(?:que|q|qual|quais) (?:horas?|hrs?|horarios?)\b|\bhor[aá]rio\b", re.IGNORECASE)
_DAY = re.compile(
    r"\b(?:segunda|ter[cç]a|quarta|quinta|sexta|s[aá]bado|domingo|feriado|semana|dia|hoje|amanh[aã])",
    re.IGNORECASE,
)
_COURTEOUS = frozenset({Intent.THANKS, Intent.BYE, Intent.GREET})
_CLAUSES = re.compile(r"[^,.!?;\n]+(?=\?)")
_AND_DAY = re.compile(
    r"\W*(?:e )?(?:n[ao] )?(?:amanh[aã]|hoje|(?:segunda|ter[cç]a|quarta|quinta|sexta|s[aá]bado|domingo)\b)(?:-feira)?\W*$",
    re.IGNORECASE,
)
_A_QUESTION = 3
"""Of fewer words a question is only said to be polite: "valeu, viu?"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """One question of a message, in the patient's own words, and what it was read as, about the procedure that was named before it."""

    text: str
    reading: Reading

    @property
    def asks(self) -> frozenset[str]:
        """What it is about."""
        return commands(self.reading) & ASKS

    def quoted(self, nomes: Mapping[str, str]) -> str:
        """Her words, with the names of procedures as the clinic writes them, by slug: nobody is shown her own slips."""
        text = self.text
        for hit in self.reading.trace:
            if hit.rule == NAMED and hit.saw and hit.meant in nomes:
                text = text.replace(hit.saw, nomes[hit.meant], 1)
        return text.strip(" ,.!")

    @property
    def known(self) -> Reading:
        """What of it rows may answer: "preço, tempo e recuperação?" without what only a professional does."""
        if not self.is_medical:
            return self.reading
        reading = self.reading
        return replace(
            reading, intents=reading.intents - _OF_THE_CASE, nuances=reading.nuances - _OF_THE_CASE
        )

    @property
    def is_medical(self) -> bool:
        """Whether only a professional answers it."""
        return Intent.MEDICAL_QUESTION in self.asks


def inquiries(text: str, reading: Reading, read: Callable[[str], Reading]) -> tuple[Inquiry, ...]:
    """The questions of `text` in their order; none where it asks one thing, is one thing, or they say less than the whole (`reading`).

    `read` reads a part as if nothing had been asked before it.
    """
    one_thing = reading.intents & WHOLE or reading.nuances & ONE_ANSWER
    if reading.safety or reading.human or reading.optout or one_thing:
        return ()
    parts = _parts(text)
    if not _FEWEST <= len(parts) <= _MOST:
        return ()
    found = _found(parts, reading, read)
    told = frozenset().union(*(one.asks for one in found))
    if len(reading.procedure) > 1 and told == _COMPARES:
        return ()  # "quanto é o peeling e a limpeza? qual é mais barato?": both prices are the answer
    whole = commands(reading) & ASKS
    if any(set(one.reading.procedure) - set(reading.procedure) for one in found):
        return ()  # "quanto é o botox? aliás, botox não, o peeling": one is taken back
    if _of_one_day(found):
        return ()
    if len(found) < _FEWEST or told <= _FOR_A_PERSON or not whole - {Intent.INFO} <= told:
        return ()
    return tuple(found)


def _of_one_day(found: Sequence[Inquiry]) -> bool:
    """ "e amanhã? abre às 8?": the day, and what is asked of it."""
    return [one.asks for one in found] == [{Intent.CHECK_APPOINTMENT}, {Intent.HOURS}] and _AND_DAY.match(
        found[0].text
    ) is not None


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _ENDS.split(text) if part and part.strip(" ,.?!")]


def _found(parts: Sequence[str], whole: Reading, read: Callable[[str], Reading]) -> list[Inquiry]:
    found: list[Inquiry] = []
    about: tuple[str, ...] = ()
    for part in parts:
        own = read(part)
        if own.safety or own.human or own.optout:
            return []
        about = own.procedure or about
        if found and _more_of_its_day(found[-1], own, part):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {part}")
            continue
        one = Inquiry(text=_JOINS.sub("", part), reading=replace(own, procedure=about or whole.procedure))
        found += [one] if one.asks and _ASKED.search(part) else []  # "nossa, que facada" asks nothing
    return found


def _more_of_its_day(last: Inquiry, own: Reading, part: str) -> bool:
    """ "abre sábado? e até que horas?": the hours of the day that was just asked about."""
    both = last.asks == {Intent.HOURS} and commands(own) & ASKS == {Intent.HOURS}
    return both and own.when is None and _WHICH_HOURS.search(part) is not None and not _DAY.search(part)


def asks_besides(text: str, reading: Reading, read: Callable[[str], Reading]) -> bool:
    """Whether beside courtesies something is asked that nobody here understands: "valeu, o link expira quando?"."""
    if not reading.intents or not reading.intents <= _COURTEOUS or "?" not in text:
        return False
    return any(
        len(part.split()) >= _A_QUESTION and read(part).intents == {Intent.UNCLEAR}
        for part in (clause.strip(" ,.!") for clause in _CLAUSES.findall(text))
    )


def without_asked_day(text: str, reading: Reading, read: Callable[[str], Reading]) -> Reading:
    """The same without a day that only a question names: "quanto custa o botox? e atende sábado?" wishes for no Saturday yet."""
    if reading.when is None or any(read(part).when for part in _parts(text)):
        return reading
    return replace(reading, when=None, intents=reading.intents - {Intent.SCHEDULE})
