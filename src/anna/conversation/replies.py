"""What Anna says: templates with variants, each eligible only when every fact it names is present.

A template file (`prompts/*.yaml`) maps a name to its variants. A variant holds placeholders and nothing else: no statement, no
filter, no attribute. So a sentence that names a price or a time cannot be said unless this turn has that row, which is the
cheapest proof against invented facts (DESIGN section 7). Of the eligible variants the most specific win, and among those the
choice rotates, so that she does not repeat herself.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from ruamel.yaml import YAML

from anna.errors import InvalidInput, NotFound

_PLACEHOLDER = re.compile(r"\{\{.*?\}\}")
_ALLOWED = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name)


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording and the facts it cannot do without."""

    text: str
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reply:
    """A rendered text, and which variant of which template it came from."""

    template: str
    variant: int
    text: str


class ReplyBook:
    """Every template of an installation; what it says never changes once it is loaded."""

    def __init__(self, templates: Mapping[str, Iterable[str]]) -> None:
        self._environment = ImmutableSandboxedEnvironment(
            autoescape=False, undefined=StrictUndefined, keep_trailing_newline=False
        )
        self._ready: dict[str, Template] = {}
        self._templates = {
            name: tuple(self._variant(name, text) for text in texts) for name, texts in templates.items()
        }

    @classmethod
    def load(cls, folder: Path) -> ReplyBook:
        """Read every `*.yaml` of `folder`; raises InvalidInput naming the file and template that is wrong."""
        yaml = YAML(typ="safe")
        found: dict[str, list[str]] = {}
        for path in sorted(folder.glob("*.yaml")):
            for name, variants in (yaml.load(path.read_text("utf-8")) or {}).items():
                if name in found:
                    raise InvalidInput(f"{path.name}: the template {name} is already in another file")
                if not isinstance(variants, list) or not all(isinstance(v, str) for v in variants):
                    raise InvalidInput(f"{path.name}: {name} must be a list of texts")
                found[name] = variants
        return cls(found)

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

    def render(
        self, template: str, facts: Mapping[str, str | None], *, seed: str, avoid: str | None = None
    ) -> Reply:
        """Say `template` with `facts` (a fact that is None or empty is absent).

        `seed` picks among equals and makes the choice repeatable; a text that is part of `avoid` (what Anna said last) is
        passed over when there is another. Raises NotFound when no variant is eligible: a template must have one that names nothing
        or only facts that its caller always has.
        """
        present = {name: value for name, value in facts.items() if value}
        eligible = [
            (number, variant)
            for number, variant in enumerate(self.variants(template))
            if variant.needs <= present.keys()
        ]
        if not eligible:
            needs = " or ".join(sorted({", ".join(sorted(v.needs)) for v in self.variants(template)}))
            raise NotFound(f"no variant of {template!r} can be said: it needs {needs}")
        most = max(len(variant.needs) for _, variant in eligible)
        best = [(number, variant) for number, variant in eligible if len(variant.needs) == most]
        turn = int.from_bytes(hashlib.blake2s(f"{template}|{seed}".encode(), digest_size=4).digest())
        texts = [
            Reply(template, number, self._compiled(variant.text).render(present).strip())
            for number, variant in best
        ]
        fresh = [reply for reply in texts if not (avoid and reply.text in avoid)] or texts
        return fresh[turn % len(fresh)]

    def _compiled(self, text: str) -> Template:
        """`text` ready to be rendered: compiling takes a hundred times as long as rendering."""
        known = self._ready.get(text)
        if known is None:
            known = self._ready[text] = self._environment.from_string(text)
        return known

    def _variant(self, name: str, text: str) -> Variant:
        try:
            tree = self._environment.parse(text)
        except TemplateSyntaxError as error:
            raise InvalidInput(f"template {name}, line {error.lineno}: {error.message}") from error
        for node in tree.find_all(nodes.Node):
            if not isinstance(node, _ALLOWED):
                raise InvalidInput(
                    f"template {name}: only placeholders like {{{{ nome }}}} may be used, not {type(node).__name__}"
                )
        return Variant(text, frozenset(meta.find_undeclared_variables(tree)))


def numbered(labels: Iterable[str]) -> str:
    """Options as lines that can be answered with a number, whatever the channel shows."""
    return "\n".join(f"{number}. {label}" for number, label in enumerate(labels, start=1))
