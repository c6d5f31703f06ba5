"""The house keeps its order (docs/architecture.md), and every rule is shown to be able to fail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.architecture import rules
from tests.architecture.rules import Module

SOURCE = Path(__file__).parents[2] / "src"
MODULES = rules.load_modules(SOURCE)

Rule = Callable[[Module], Iterator[str]]
RULES: dict[Rule, tuple[Module, Module]] = {
    rules.homeless: (Module("anna.attic.box", ""), Module("anna.crm.models", "")),
    rules.upward_imports: (
        Module("anna.crm.service", "from anna.flows.engine import advance"),
        Module("anna.flows.engine", "from anna.crm.models import Lead"),
    ),
    rules.disorder_inside: (
        Module("anna.crm.models", "from anna.crm.queries import find_lead"),
        Module("anna.crm.service", "from anna.crm import queries\nfrom anna.crm.models import Lead"),
    ),
    rules.relative_imports: (
        Module("anna.crm.service", "from .models import Lead"),
        Module("anna.crm.service", "from anna.crm.models import Lead"),
    ),
    rules.late_imports: (
        Module("anna.crm.service", "def score():\n    import json"),
        Module("anna.crm.service", "import json"),
    ),
    rules.strange_doors: (
        Module("anna.crm.service", "from redis.asyncio import Redis"),
        Module("anna.jobs.queue", "from redis.asyncio import Redis"),
    ),
    rules.reaching_out: (
        Module("anna.flows.engine", "from anna.db.connect import Connection"),
        Module("anna.flows.service", "from anna.db.connect import Connection"),
    ),
    rules.too_long: (Module("anna.crm.rules", "x = 1\n" * 401), Module("anna.crm.rules", "x = 1\n" * 400)),
    rules.own_clocks: (
        Module("anna.crm.service", "import datetime\nborn = datetime.datetime.now(datetime.UTC)"),
        Module("anna.crm.service", "def due(clock):\n    return clock.now()"),
    ),
    rules.own_connections: (
        Module("anna.crm.service", "import asyncpg\nasync def f():\n    await asyncpg.connect('')"),
        Module("anna.db.connect", "import asyncpg\nasync def f():\n    await asyncpg.connect('')"),
    ),
    rules.sql_clocks_in_strings: (
        Module("anna.crm.queries", "async def f(db):\n    await db.execute(f'update {1} set at = now()')"),
        Module("anna.crm.queries", '"""never now() in SQL"""\nsql = "update leads set at = $1 -- not now()"'),
    ),
    rules.busy_imports: (
        Module("anna.crm.service", "register('lead')"),
        Module(
            "anna.crm.service",
            '"""Docs."""\nNAMES = frozenset("ab")\nif __name__ == "__main__":\n    print()',
        ),
    ),
}
"""Rule -> a module that breaks it and one that does not."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps(rule: Rule) -> None:
    problems = [problem for module in MODULES for problem in rule(module)]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_rule_can_fail_and_can_pass(rule: Rule) -> None:
    broken, sound = RULES[rule]
    assert list(rule(broken)) != []
    assert list(rule(sound)) == []


def test_no_migration_asks_the_database_for_the_time() -> None:
    files = sorted(SOURCE.rglob("*.sql"))
    assert files
    assert [f"{f.name}: {problem}" for f in files for problem in rules.sql_clocks(f.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "sql",
    [
        "select NOW()",
        "default current_timestamp",
        "values (clock_timestamp( ))",
        "'today'::date",
        "LOCALTIMESTAMP",
    ],
)
def test_every_spelling_of_the_databases_clock_is_seen(sql: str) -> None:
    assert list(rules.sql_clocks(sql)) != []


@pytest.mark.parametrize("sql", ["select $1 -- never now()", "known(), snow()", "current_setting('x')"])
def test_other_words_are_not_a_clock(sql: str) -> None:
    assert list(rules.sql_clocks(sql)) == []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("anna.crm.models", "from anna.crm.lead_queries import find_lead"),
        ("anna.crm.lead_queries", "from anna.crm.service import open_lead"),
    ],
)
def test_every_module_of_queries_stands_between_models_and_rules(name: str, source: str) -> None:
    assert list(rules.disorder_inside(Module(name, source))) != []


def test_the_rooms_of_understanding_stand_on_each_other_as_well() -> None:
    rooms = "anna.conversation.understanding"
    broken = Module(f"{rooms}.text.line", f"from {rooms}.dates.when import read_when")
    assert list(rules.upward_imports(broken)) == [
        f"{rooms}.text.line:1 imports {rooms}.dates.when.read_when, a higher floor"
    ]
    assert list(rules.homeless(Module(f"{rooms}.attic.box", ""))) != []


def test_neighbours_do_not_know_each_other() -> None:
    broken = Module("anna.web.console", "from anna.worker.turns import answer")
    assert list(rules.upward_imports(broken)) == [
        "anna.web.console:1 imports anna.worker.turns.answer, a neighbour"
    ]


@pytest.mark.parametrize(
    "source",
    [
        "from datetime import datetime\ndatetime.now()",
        "import datetime as dt\ndt.datetime.utcnow()",
        "from datetime import date\ndate.today()",
        "import time\ntime.time()",
        "from time import time\ntime()",
    ],
)
def test_every_way_to_ask_for_the_time_is_seen(source: str) -> None:
    assert list(rules.own_clocks(Module("anna.crm.service", source))) != []


def test_only_a_slow_library_is_imported_late_and_only_with_its_reason() -> None:
    def late(line: str) -> list[str]:
        return list(rules.late_imports(Module("anna.clinica.calendar", f"def f():\n    {line}")))

    assert late("import holidays  # noqa: PLC0415  (100 ms)") == []
    assert late("import holidays  # noqa: PLC0415") != []
    assert late("from anna.crm import models  # noqa: PLC0415  (a cycle)") != []


def test_no_pure_module_was_renamed_out_of_its_rule() -> None:
    names = [module.name for module in MODULES]
    assert [pattern for pattern in rules.PURE if not any(fnmatchcase(name, pattern) for name in names)] == []
