"""A file that is no story is told so, in one line, before anything is opened for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from anna.errors import InvalidInput
from anna.simulation.story import VERBS
from anna.simulation.story_file import read_story

GOOD = "catches: x\ntalk:\n  - says: oi\nrows: {select 1: 1}\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "expected catches, talk and rows"),
        ("- oi\n", "expected catches, talk and rows"),
        ("catches: x\n", "there is no 'talk'; there is no 'rows'"),
        (GOOD.replace("catches: x", "catches: [x]"), "catches is ['x'], expected a text"),
        (GOOD + "moral: none\n", "'moral' is no key of a story"),
        (GOOD + "? [a]\n: 3\n", "('a',) is no key of a story"),
        (GOOD + "now: yesterday\n", "now is 'yesterday', expected an ISO time with an offset"),
        (GOOD + "now: 2026-11-25T10:00:00\n", "expected an ISO time with an offset"),
        (GOOD + "instance: [aroeira]\n", "instance is ['aroeira'], expected one of aroeira"),
        (GOOD + "phone: me\n", "phone is 'me', expected a telephone"),
        (
            GOOD.replace("rows: {select 1: 1}", "rows: [1]"),
            "rows is [1], expected queries, each with its value",
        ),
        (GOOD.replace("talk:\n  - says: oi", "talk: oi"), "talk is 'oi', expected a list of steps"),
        (GOOD.replace("- says: oi", "- oi"), "step 1: expected a mapping, found 'oi'"),
        (GOOD.replace("says: oi", "sais: oi"), "step 1: 'sais' is no key of a step"),
        (GOOD.replace("says: oi", "says: 7"), "step 1: says is 7, expected a text"),
        (GOOD.replace("says: oi", "{says: oi, hears: '('}"), "step 1: hears is '(', expected an expression"),
        (GOOD.replace("says: oi", "waits: soon"), "step 1: waits is 'soon', expected a length of time"),
        (
            GOOD.replace("says: oi", "quotes: oi"),
            "step 1: quotes is 'oi', expected a mapping with what and text",
        ),
        (
            GOOD.replace("says: oi", "person: {sleeps: true}"),
            "expected a mapping with some of replies, returns, takes",
        ),
        (GOOD.replace("says: oi", "pays: gold"), "expected one of pix, cartao, recusar"),
        ("a: [", "is no YAML"),
        ("a: \x00", "is no YAML"),
        ("[" * 3000, "is no YAML"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "story.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidInput) as raised:
        read_story(path)
    assert problem in str(raised.value)
    assert str(raised.value).startswith("story.yaml")


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    (tmp_path / "b.yaml").write_bytes(b"catches: \xff")
    for name, problem in (("a", "cannot be read"), ("b", "is no YAML"), ("c", "cannot be read")):
        with pytest.raises(InvalidInput, match=problem):
            read_story(tmp_path / f"{name}.yaml")


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_whatever_can_be_played_can_be_written(tmp_path: Path, verb: str) -> None:
    """A verb that the file may not name could never be played."""
    path = tmp_path / "story.yaml"
    path.write_text(GOOD.replace("says: oi", f"{verb}: null"), "utf-8")
    with pytest.raises(InvalidInput, match=f"{verb} is None, expected"):
        read_story(path)
