"""Reads the flow files of a folder: the only part of this subject that opens files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from anna.errors import InvalidFlow
from anna.flows.definition import Flow
from anna.flows.language import parse_flow
from anna.flows.reading import Problem


def load_flows(folder: Path) -> Mapping[str, Flow]:
    """The flows of `folder/*.yaml` by name. Raises InvalidFlow with the problems of all files, one per line."""
    flows, problems = read_flows(folder)
    if problems:
        raise InvalidFlow("\n".join(problems.values()))
    return flows


def read_flows(folder: Path) -> tuple[Mapping[str, Flow], Mapping[str, str]]:
    """The flows of `folder/*.yaml` that can be read, by name; and the problems of the others, by the name of their file."""
    flows: dict[str, Flow] = {}
    problems: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            flow = parse_flow(path.read_text(encoding="utf-8"), path.name)
        except UnicodeDecodeError:
            problems[path.name] = str(Problem(path.name, 1, 1, "a text in UTF-8", "something else"))
            continue
        except OSError as error:
            problems[path.name] = str(
                Problem(path.name, 1, 1, "a file that can be read", str(error.strerror))
            )
            continue
        except InvalidFlow as problem:
            problems[path.name] = str(problem)
            continue
        if flow.name in flows or flow.name != path.stem:
            line, column = flow.mark(("flow",))
            problems[path.name] = str(
                Problem(path.name, line, column, "the name of its file", repr(flow.name))
            )
        flows[flow.name] = flow
    return flows, problems
