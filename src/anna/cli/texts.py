"""`anna texts`: everything Anna says, filled with a clinica's facts, to be read aloud; and the house rules held against it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import click
from jinja2 import Environment, PackageLoader, StrictUndefined

from anna.cli.common import written
from anna.clinica.settings import ClinicaSettings, Tom
from anna.clock import SystemClock
from anna.conversation.replies import ReplyBook, capital
from anna.conversation.style import LONGEST, LONGEST_WHOLE, Breach, breaches, length
from anna.errors import InvalidInput
from anna.flows.definition import Flow
from anna.flows.language import parse_flow
from anna.flows.steps import Ask, Send
from anna.flows.wording import LEADS, OPTION, TRAILS, Wording
from anna.kit.resources import resource_folder
from anna.provisioning.clinic_check import parse_clinic_file
from anna.provisioning.clinic_parts import ClinicaPart, ClinicFile
from anna.provisioning.demo import read_demo
from anna.provisioning.sample import Sample, make_sample

FIRST_FLOWS = ("lead_to_booking", "booking", "price_info", "reschedule", "new_time", "cancel", "hand_off")
ANSWERS = "answers and manners"
LABELS = "options"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text as it is read. `variant` is its number, None for a whole message with what stands beside it."""

    template: str
    variant: int | None
    toms: tuple[Tom, ...]
    text: str
    breaches: tuple[Breach, ...]

    @property
    def length(self) -> int:
        return length(self.text)

    @property
    def tone(self) -> str:
        """The tone it is for, unless it is for both."""
        return "" if len(self.toms) > 1 else self.toms[0].value


@click.command()
@click.argument("file", type=click.File("rb"), required=False)
@click.option("--clinica", "slug", help="Whose facts to fill in. [default: the first of the file]")
@click.option("--tone", type=click.Choice([tom.value for tom in Tom]), help="Only this tone. [default: both]")
@click.option("--emoji", is_flag=True, help="As in a clinica that wants emojis.")
@click.option("--check", is_flag=True, help="Only what breaks a house rule; exits 1 when something does.")
@click.option(
    "--html", "page", type=click.Path(dir_okay=False, path_type=Path), help="Write a page of bubbles instead."
)
def texts(
    file: BinaryIO | None, slug: str | None, tone: str | None, emoji: bool, check: bool, page: Path | None
) -> None:
    """Print every text of Anna's, filled with facts, by flow: to be read aloud before patients do.

    The facts are those of FILE, as `anna client load` takes it; of the demo without one. House rules: short, one question, prices as
    R$ 1.234,56, dates with their weekday, one tone, no emoji unless it is wanted, nothing left out.

    \b
    anna texts --clinica mandacaru --tone formal
    anna texts belavida.yaml --html textos.html
    anna texts --check
    """
    part = _clinica(_read(file), slug)
    sample = make_sample(part, now=SystemClock().now())
    book = ReplyBook.load(resource_folder("prompts"))
    flows = read_flows(resource_folder("flows"))
    toms = (Tom(tone),) if tone else tuple(Tom)
    groups = {
        name: list(read(book, flows, sample, names, toms, emoji=emoji))
        for name, names in group(book, flows).items()
    }
    broken = [text for found in groups.values() for text in found if text.breaches]
    if page:
        with written(page) as out:
            out.write(_page(groups, sample))
        click.echo(f"{page}: {sum(map(len, groups.values()))} texts, {len(broken)} break a rule")
    elif check:
        click.echo("\n".join(_line(text) for text in broken) or "every text keeps the house rules")
    else:
        click.echo("\n".join(_lines(groups)))
    if check and broken:
        sys.exit(1)


def read_flows(folder: Path) -> list[Flow]:
    """The flows of `folder`, those of a first conversation first."""
    flows = [parse_flow(path.read_text("utf-8"), path.name) for path in sorted(folder.glob("*.yaml"))]
    return sorted(flows, key=lambda flow: (flow.name not in FIRST_FLOWS, _place(flow.name), flow.name))


def _place(name: str) -> int:
    return FIRST_FLOWS.index(name) if name in FIRST_FLOWS else 0


def group(book: ReplyBook, flows: Sequence[Flow]) -> dict[str, list[str]]:
    """Templates by the flow that names them first, in the order of its steps; what no flow names is said on the way."""
    groups: dict[str, list[str]] = {}
    seen: set[str] = set()
    for flow in flows:
        named = [name for step in flow.steps for name in _named(step) if name in book.names]
        groups[flow.name] = [name for name in dict.fromkeys(named) if name not in seen]
        seen |= set(named)
    rest = sorted(book.names - seen)
    groups[ANSWERS] = [name for name in rest if not name.startswith(OPTION)]
    groups[LABELS] = [name for name in rest if name.startswith(OPTION)]
    return {name: names for name, names in groups.items() if names}


def _named(step: object) -> Iterator[str]:
    if isinstance(step, Send):
        yield step.template
    nudge = getattr(step, "nudge", None)
    if isinstance(step, Ask):
        yield from (slot.prompt for slot in step.slots)
    if nudge is not None:
        yield nudge.prompt


def read(
    book: ReplyBook,
    flows: Sequence[Flow],
    sample: Sample,
    names: Sequence[str],
    toms: Sequence[Tom],
    *,
    emoji: bool = False,
) -> Iterator[Text]:
    """Every variant of the templates `names`, and for those that others stand beside, the whole message.

    Raises InvalidInput for a fact of which the sample has no example.
    """
    for name in names:
        words = sample.with_options(_options(flows, sample, name), book)
        for number, variant in enumerate(book.variants(name)):
            suits = tuple(tom for tom in toms if variant.suits(tom))
            unknown = variant.needs - {word for word, text in words.items() if text}
            if unknown:
                raise InvalidInput(
                    f"{name}: no example is known of {', '.join(sorted(unknown))}: add one to provisioning/sample.py"
                )
            if suits:
                said = book.say(name, number, words).text
                text = said if name.startswith(OPTION) else capital(said)
                fixed = book.literals(name)[number]
                found = {b: None for tom in suits for b in breaches(text, tom, fixed=fixed)}
                yield Text(template=name, variant=number, toms=suits, text=text, breaches=tuple(found))
        if name in LEADS or name in TRAILS or (emoji and book.emoji(name)):
            for tom in toms:
                yield _whole(book, sample, name, words, tom, emoji=emoji)


def _whole(
    book: ReplyBook, sample: Sample, name: str, words: Mapping[str, str | None], tom: Tom, *, emoji: bool
) -> Text:
    settings = replace(ClinicaSettings(), tom=tom, emoji=emoji)
    wording = Wording(book, seed=name, settings=settings, before=[])
    text = wording.bubble(name, words, introduce=True).texto
    found = breaches(text, tom, emoji=emoji, longest=LONGEST_WHOLE, fixed=" ".join(book.literals(name)))
    return Text(template=name, variant=None, toms=(tom,), text=text, breaches=tuple(found))


def _options(flows: Sequence[Flow], sample: Sample, template: str) -> tuple[object, ...]:
    """What a question with this prompt offers, in the first flow that asks it."""
    for flow in flows:
        for step in flow.steps:
            for slot in step.slots if isinstance(step, Ask) else ():
                if slot.prompt == template and (slot.options or slot.options_from):
                    return slot.options or sample.options.get(
                        slot.options_from or "", sample.options["consultas"]
                    )
    return ()


def _read(file: BinaryIO | None) -> ClinicFile:
    if file is None:
        return read_demo()
    name = getattr(file, "name", "<stdin>")
    try:
        return parse_clinic_file(file.read().decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{name}:1:1: expected a text in UTF-8: save it as that") from error


def _clinica(file: ClinicFile, slug: str | None) -> ClinicaPart:
    found = next((part for part in file.clinicas if slug in (None, part.slug)), None)
    if found is None:
        raise InvalidInput(
            f"there is no clinica {slug!r}; there are: {', '.join(part.slug for part in file.clinicas)}"
        )
    return found


# -- how it looks ------------------------------------------------------------------------------------------------------------


def _lines(groups: Mapping[str, Sequence[Text]]) -> Iterator[str]:
    for name, found in groups.items():
        yield from (f"\n== {name}", "")
        template = ""
        for text in found:
            if text.template != template:
                template = text.template
                yield template
            label = "whole" if text.variant is None else str(text.variant + 1)
            yield f"  {label:>5} {text.tone:9}{text.length:4}  " + text.text.replace("\n", "\n" + " " * 23)
            yield from (f"{'':23}! {breach.rule}: {breach.found}" for breach in text.breaches)
    every = [text for found in groups.values() for text in found if text.variant is not None]
    lengths = sorted(text.length for text in every)
    broken = sum(bool(text.breaches) for found in groups.values() for text in found)
    templates = len({text.template for text in every})
    yield (
        f"\n{templates} templates, {len(every)} variants, {lengths[len(lengths) // 2]} characters in the middle, {lengths[-1]} at most"
        f" (allowed: {LONGEST}, a whole message {LONGEST_WHOLE}); {broken} break a rule"
    )  # fmt: skip


def _line(text: Text) -> str:
    label = "whole" if text.variant is None else str(text.variant + 1)
    found = "; ".join(f"{breach.rule}: {breach.found}" for breach in text.breaches)
    return f"{text.template} {label} {text.tone}: {found}\n    {text.text!r}"


def _page(groups: Mapping[str, Sequence[Text]], sample: Sample) -> str:
    """A page that needs nothing beside it."""
    environment = Environment(loader=PackageLoader("anna.web", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)  # fmt: skip
    css = (Path(sys.modules["anna"].__file__ or "").parent / "web" / "static" / "anna.css").read_text("utf-8")
    return environment.get_template("texts.html").render(
        groups={name: _by_template(found) for name, found in groups.items()}, clinica=sample.nome, css=css
    )


def _by_template(found: Sequence[Text]) -> dict[str, list[Text]]:
    said: dict[str, list[Text]] = {}
    for text in found:
        said.setdefault(text.template, []).append(text)
    return said
