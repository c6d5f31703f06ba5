"""Reads a page as a person would: the words of a part of it."""

from __future__ import annotations

from html.parser import HTMLParser

from typing_extensions import override

_VOID = frozenset({"meta", "link", "input", "br"})


class _Words(HTMLParser):
    def __init__(self, part: str | None, attribute: str) -> None:
        super().__init__()
        self._part = part
        self._attribute = attribute
        self._inside = 0 if part else 1
        self.found: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        if self._inside or (self._part in (dict(attrs).get(self._attribute) or "").split()):
            self._inside += 1

    @override
    def handle_endtag(self, tag: str) -> None:
        if self._inside and tag not in _VOID:
            self._inside -= 1

    @override
    def handle_data(self, data: str) -> None:
        if self._inside and data.strip():
            self.found.append(" ".join(data.split()))


def words(html: str, *, part: str | None = None, by: str = "class") -> str:
    """The words of everything in `html` whose `by` names `part`, in one line; all words without `part`."""
    parser = _Words(part, by)
    parser.feed(html)
    return " ".join(parser.found)
