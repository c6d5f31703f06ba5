"""What is wrong with a file that is no YAML, in the words of whoever wrote it instead of the parser's."""

from __future__ import annotations

import re
from typing import Final

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from anna.flows.reading import Problem

_WORDS: Final = (
    (r"expected <block end>", "a line that begins in the same column as {opened}", "column {column}"),
    (r"expected ',' or '([\]}])'", "a comma or {1!r} in what is opened in {opened}", "something else"),
    (r"mapping values are not allowed", "one 'key: value' (a text with ': ' goes into quotes)", "another ': '"),
    (r"could not find expected ':'", "a colon and a space after the key in {opened}", "none"),
    (r"'\\t'.*cannot start any token", "spaces before the first word", "a tab"),
    (r"<stream end>", "the end of what is open here", "the end of the file"),
    (r"unexpected end of stream", "the closing quote of the text in {opened}", "the end of the file"),
    (r'duplicate key "(.*?)"', "each key once", "{1!r} again"),
    (r"undefined alias", "an anchor (&name) before its alias (*name)", "none"),
    (r"found another document", "one document in a file", "a second document"),
    (r"cannot start any token", "a text in quotes where it begins with such a sign", "a bare one"),
)  # fmt: skip
"""What the parser says, as a pattern; what was expected, what was found. `opened` is where the part around it begins."""


def yaml_problem(file: str, error: YAMLError, text: str) -> Problem:
    """The problem that the parser met in `text`, with its place."""
    if isinstance(error, ReaderError):
        before = text[: error.position]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return Problem(file, line, column, "printable characters", f"the character {error.character:#x}")
    if not isinstance(error, MarkedYAMLError):
        return Problem(file, 1, 1, "YAML 1.2", str(error).partition("\n")[0])
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = str(error.problem)
    around = error.context_mark
    opened = f"line {around.line + 1}, column {around.column + 1}" if around else "the lines around it"
    for pattern, expected, found in _WORDS:
        match = re.search(pattern, said)
        if match:
            parts = (match[0], *match.groups())
            return Problem(
                file, line, column,
                expected.format(*parts, opened=opened), found.format(*parts, column=column),
            )  # fmt: skip
    return Problem(file, line, column, "YAML 1.2", said.removeprefix("found ").partition("\n")[0])
