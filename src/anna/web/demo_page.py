"""Turns rows into the page. The words are in `templates/`; here is only what a template cannot do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aiohttp import web
from jinja2 import Environment, PackageLoader, StrictUndefined

from anna.kit.phone import pretty
from anna.web.demo_assets import Assets
from anna.web.demo_decision import decide
from anna.web.demo_path import path
from anna.web.demo_rows import Phone
from anna.web.demo_view import Rows, ahead, answers, bubbles

SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")


class Page:
    """Renders the demo's templates."""

    def __init__(self, assets: Assets) -> None:
        self._environment = Environment(
            loader=PackageLoader("anna.web", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {"links": links, "phone": pretty, "initials": initials}
        self._environment.globals["asset"] = assets.url

    def render(
        self, template: str, *, rows: Rows, phone: Phone, phones: Sequence[Phone], base: str, reached: bool
    ) -> web.Response:
        """One template with all that a phone shows; `reached` says whether the stand-in answered."""
        text = self._environment.get_template(template).render(
            rows=rows,
            now=rows.now.astimezone(rows.zone),
            phone=phone,
            phones=phones,
            base=base,
            reached=reached,
            bubbles=bubbles(rows),
            path=path(rows),
            four=answers(rows),
            decision=decide(rows),
            ahead=ahead(rows),
        )
        return web.Response(text=text, content_type="text/html", charset="utf-8", headers=SECURITY)


def links(text: str) -> list[tuple[str, bool]]:
    """The pieces of `text`, in order, and whether each is an address."""
    pieces = []
    end = 0
    for match in _LINK.finditer(text):
        pieces += [(text[end : match.start()], False), (match.group(), True)]
        end = match.end()
    return [piece for piece in [*pieces, (text[end:], False)] if piece[0]]


def initials(name: str) -> str:
    """`DS` for Débora Siqueira."""
    words = name.split()
    return (words[0][0] + words[-1][0]).upper() if len(words) > 1 else name[:2].upper()
