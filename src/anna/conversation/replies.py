"""What Anna says: templates with variants, each eligible only when every fact it names is present.

A template file (`prompts/*.yaml`) maps a name to its variants. A variant holds placeholders and nothing else: no statement, no
filter, no attribute. So a sentence that names a price or a time cannot be said unless this turn has that row, which is the
cheapest proof against invented facts (DESIGN section 7). Of the eligible variants the most specific win, and of those the one that
was not said for the longest time, so that she does not repeat herself.

A variant is a text for every clinic, or a mapping with what differs: `{informal: …, formal: …}`, or one of the two. Emojis are not
in the texts: `prompts/emoji.yaml` gives one to some templates, and only clinics that want them show it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from ruamel.yaml import YAML

from anna.clinica.settings import Tom
from anna.errors import InvalidInput, NotFound

EMOJI = "emoji.yaml"
"""The file of decorations, beside the templates."""

_PLACEHOLDER = re.compile(r"\{\{.*?\}\}")
_BEGINS_SENTENCE = re.compile(r"(?<=[.!?] )\{\{\s*(\w+)\s*\}\}")
_ALLOWED = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name)


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording, the facts it cannot do without, and the tone it is for; None is for both."""

    text: str
    needs: frozenset[str]
    tom: Tom | None = None

    def suits(self, tom: Tom) -> bool:
        """Whether a clinic of this tone says it."""
        return self.tom in (None, tom)


@dataclass(frozen=True, slots=True)
class Reply:
    """A rendered text, and which variant of which template it came from."""

    template: str
    variant: int
    text: str


class ReplyBook:
    """Every template of an installation; what it says never changes once it is loaded."""

    def __init__(
        self, templates: Mapping[str, Iterable[Any]], emoji: Mapping[str, str] | None = None
    ) -> None:
        """`templates` and `emoji` as they are written in the files; raises InvalidInput naming the template that is wrong."""
        self._environment = ImmutableSandboxedEnvironment(
            autoescape=False, undefined=StrictUndefined, keep_trailing_newline=False
        )
        self._environment.filters["capital"] = capital
        self._ready: dict[str, Template] = {}
        self._templates = {name: tuple(self._variants(name, texts)) for name, texts in templates.items()}
        for name, variants in self._templates.items():
            for tom in Tom:
                if not any(variant.suits(tom) for variant in variants):
                    raise InvalidInput(f"template {name}: nothing is said in the {tom} tone")
        self._emoji = dict(emoji or {})
        for name, sign in self._emoji.items():
            if name not in self._templates:
                raise InvalidInput(f"{EMOJI}: there is no template {name!r}")
            if not sign or sign.isascii() or any(map(str.isalnum, sign)):
                raise InvalidInput(f"{EMOJI}: {name}: {sign!r} is no emoji")

    @classmethod
    def load(cls, folder: Path) -> ReplyBook:
        """Read every `*.yaml` of `folder`; raises InvalidInput naming the file and template that is wrong."""
        yaml = YAML(typ="safe")
        found: dict[str, list[Any]] = {}
        emoji: dict[str, str] = {}
        for path in sorted(folder.glob("*.yaml")):
            entries = yaml.load(path.read_text("utf-8")) or {}
            if path.name == EMOJI:
                emoji = {name: str(sign) for name, sign in entries.items()}
                continue
            for name, variants in entries.items():
                if name in found:
                    raise InvalidInput(f"{path.name}: the template {name} is already in another file")
                if not isinstance(variants, list) or not variants:
                    raise InvalidInput(f"{path.name}: {name} must be a list of texts")
                found[name] = variants
        return cls(found, emoji)

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._templates)

    def variants(self, template: str) -> tuple[Variant, ...]:
        """All variants of `template`; raises NotFound."""
        try:
            return self._templates[template]
        except KeyError:
            raise NotFound(f"there is no template {template!r}") from None

    def needs(self, template: str) -> frozenset[str]:
        """Every fact that some variant of `template` names; raises NotFound."""
        return frozenset().union(*(variant.needs for variant in self.variants(template)))

    def literals(self, template: str) -> tuple[str, ...]:
        """The fixed words of every variant of `template`, without its placeholders; raises NotFound."""
        return tuple(_PLACEHOLDER.sub(" … ", variant.text) for variant in self.variants(template))

    def emoji(self, template: str) -> str | None:
        """What decorates `template` where a clinic wants emojis."""
        return self._emoji.get(template)

    def can_say(self, template: str, facts: Mapping[str, str | None], *, tom: Tom = Tom.INFORMAL) -> bool:
        """Whether `render` would find a variant; raises NotFound when there is no such template."""
        return bool(self._best(template, (name for name, value in facts.items() if value), tom))

    def render(
        self,
        template: str,
        facts: Mapping[str, str | None],
        *,
        seed: str,
        tom: Tom = Tom.INFORMAL,
        said: Sequence[int] = (),
    ) -> Reply:
        """Say `template` with `facts` (a fact that is None or empty is absent).

        `said` are the numbers of the variants that were said before, the last one first: those come last again. `seed` picks
        among equals and makes the choice repeatable. Raises NotFound when no variant is eligible: a template must have one that
        names nothing or only facts that its caller always has.
        """
        present = {name: value for name, value in facts.items() if value}
        numbers = self._best(template, present.keys(), tom)
        if not numbers:
            needs = " or ".join(sorted({", ".join(sorted(v.needs)) for v in self.variants(template)}))
            raise NotFound(f"no variant of {template!r} can be said: it needs {needs}")
        fresh = [number for number in numbers if number not in said]
        turn = int.from_bytes(hashlib.blake2s(f"{template}|{seed}".encode(), digest_size=4).digest())
        number = fresh[turn % len(fresh)] if fresh else max(numbers, key=said.index)
        return self.say(template, number, present)

    def say(self, template: str, number: int, facts: Mapping[str, str | None]) -> Reply:
        """This variant and no other. Raises NotFound when there is no such template."""
        text = self.variants(template)[number].text
        return Reply(template, number, self._compiled(text).render(facts).strip())

    def _best(self, template: str, present: Iterable[str], tom: Tom) -> list[int]:
        """The numbers of the eligible variants that name most facts."""
        have = frozenset(present)
        eligible = [
            (number, variant)
            for number, variant in enumerate(self.variants(template))
            if variant.suits(tom) and variant.needs <= have
        ]
        most = max((len(variant.needs) for _, variant in eligible), default=0)
        return [number for number, variant in eligible if len(variant.needs) == most]

    def _compiled(self, text: str) -> Template:
        """`text` ready to be rendered: compiling takes a hundred times as long as rendering."""
        known = self._ready.get(text)
        if known is None:
            begun = _BEGINS_SENTENCE.sub(r"{{ \1 | capital }}", text)
            known = self._ready[text] = self._environment.from_string(begun)
        return known

    def _variants(self, name: str, written: Iterable[Any]) -> Iterator[Variant]:
        for entry in written:
            if isinstance(entry, str):
                yield Variant(entry, self._needs(name, entry))
                continue
            if not isinstance(entry, Mapping) or not entry or not entry.keys() <= set(Tom):
                raise InvalidInput(
                    f"template {name}: {entry!r} is neither a text nor a mapping with informal or formal"
                )
            for tom, text in entry.items():
                if not isinstance(text, str):
                    raise InvalidInput(f"template {name}: {tom} must be a text")
                yield Variant(text, self._needs(name, text), Tom(tom))

    def _needs(self, name: str, text: str) -> frozenset[str]:
        try:
            tree = self._environment.parse(text)
        except TemplateSyntaxError as error:
            raise InvalidInput(f"template {name}, line {error.lineno}: {error.message}") from error
        for node in tree.find_all(nodes.Node):
            if not isinstance(node, _ALLOWED):
                raise InvalidInput(
                    f"template {name}: only placeholders like {{{{ nome }}}} may be used, not {type(node).__name__}"
                )
        return frozenset(meta.find_undeclared_variables(tree))


def capital(text: str) -> str:
    """`text` as the beginning of a sentence: facts such as a day are small, because most of them stand within one."""
    return text[:1].upper() + text[1:]


def numbered(labels: Iterable[str]) -> str:
    """Options as lines that can be answered with a number, whatever the channel shows."""
    return "\n".join(f"{number}. {label}" for number, label in enumerate(labels, start=1))
