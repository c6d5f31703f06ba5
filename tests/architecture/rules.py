"""The rules of the house as functions: modules in, violations out, each one a sentence with file and line."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path

FLOORS = """
cli
simulation
web | worker | scheduler
app
minds
providers | standin
turns | door
lgpd | provisioning | reports
flows
conversation
feedback | financeiro
agendamento
whatsapp
crm
clinica
jobs | llm | commands | embedded
when
db
settings
kit | logs
clock | errors
"""
"""Top to bottom. A folder (or file) imports from lower floors only; neighbours on one floor do not know each other.
What nobody has built yet has its place already."""

UNDERSTANDING = """
model
loading
offline
arbitration | concern | unmeant
replies
inference
dates | facts
care | findings | intents
port
catalogue | text
"""
TURNS = """
turn
situation
answering
rereading | unsaid
otherwise | waiting
aside
booked
handoff
restating
acting
noting | starting
going | remembering
returning
asked | gathering | replay | yielding
listening | reactions | recall_queries | speaking
deposit_queries | models | plainly_queries | queries | replay_queries | spoken_queries | waiting_queries | wordless
"""
"""The same inside the two subjects that are large enough for rooms."""

DRAWINGS = {"anna": FLOORS, "anna.conversation.understanding": UNDERSTANDING, "anna.turns": TURNS}

DOORS = {
    "aiohttp": {"cli", "embedded", "providers", "simulation", "standin", "web", "worker"},
    "apscheduler": {"scheduler"},
    "click": {"cli"},
    "cryptography": {"kit"},
    "dramatiq": {"cli", "jobs", "scheduler", "worker"},
    "holidays": {"clinica"},
    "phonenumbers": {"kit"},
    "anthropic": {"providers"},
    "openai": {"providers"},
    "pydantic": {"settings"},
    "pydantic_settings": {"settings"},
    "pythonjsonlogger": {"logs"},
    "redis": {"cli", "jobs", "scheduler", "simulation", "web", "worker"},
}
"""Library -> the only places that may import it."""

PURE = (
    "anna.*.models",
    "anna.agendamento.choice",
    "anna.agendamento.slots",
    "anna.clinica.calendar",
    "anna.clinica.retrieval",
    "anna.clinica.subjects",
    "anna.clock",
    "anna.commands",
    "anna.conversation.*",
    "anna.crm.score",
    "anna.door.gates",
    "anna.errors",
    "anna.flows.ahead",
    "anna.flows.check",
    "anna.flows.definition",
    "anna.flows.engine",
    "anna.flows.expressions",
    "anna.flows.model",
    "anna.flows.show",
    "anna.flows.steps",
    "anna.flows.walk",
    "anna.kit.*",
    "anna.provisioning.clinic_check",
    "anna.provisioning.clinic_parts",
    "anna.web.demo_decision",
    "anna.web.demo_path",
    "anna.web.demo_view",
    "anna.whatsapp.identity",
    "anna.whatsapp.quiet",
)
"""Modules that decide or describe, and never reach out. `queries` and `service` inside such a folder are not meant."""

REACHING = {
    "aiohttp", "anna.db", "anna.embedded", "anna.settings", "asyncio", "asyncpg", "dramatiq", "http", "redis", "smtplib",
    "socket", "subprocess", "threading", "urllib.request",
}  # fmt: skip

LONGEST_MODULE = 400

SQL_CLOCKS = re.compile(
    r"\b(now|clock_timestamp|transaction_timestamp|statement_timestamp|timeofday)\s*\(\s*\)"
    r"|\bcurrent_(timestamp|date|time)\b|\blocaltime(stamp)?\b|'(now|today|tomorrow|yesterday)'\s*::",
    re.IGNORECASE,
)
CLOCK_CALLS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns", "time.localtime",
    "time.gmtime", "time.ctime", "time.strftime",
}  # fmt: skip
CONNECT_CALLS = {"asyncpg.connect", "asyncpg.create_pool"}

_EXCUSE = re.compile(r"# noqa: PLC0415\s+\(\w.*\)")
_ORDER = {"models": 0, "queries": 1, "service": 3}
_RULES = 2
_QUIET_STATEMENTS = (
    ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef,
)  # fmt: skip


@dataclass(frozen=True)
class Module:
    """One Python file of `src/anna`, by its dotted name."""

    name: str
    source: str
    package: bool = False

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @property
    def place(self) -> str:
        """The folder or file that stands on a floor; empty for the package itself."""
        return place(self.name)

    @cached_property
    def imports(self) -> list[tuple[int, str]]:
        """(line, dotted name) of everything it imports, whether or not only for types."""
        found = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found += [(node.lineno, alias.name) for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
        return found


def place(name: str, house: str = "anna") -> str:
    """The folder or file of `house` that a module is in; empty outside it and for the house itself."""
    return name.removeprefix(house + ".").split(".")[0] if name.startswith(house + ".") else ""


def load_modules(source: Path) -> list[Module]:
    """Every module below `source` (the folder that holds `anna`)."""
    found = []
    for path in sorted(source.rglob("*.py")):
        parts = path.relative_to(source).with_suffix("").parts
        package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if package else parts)
        found.append(Module(name, path.read_text("utf-8"), package))
    return found


def floors(drawing: str = FLOORS) -> dict[str, int]:
    """Place -> height; the ground is 0."""
    rows = [row.split(" | ") for row in drawing.strip().splitlines()]
    return {name: height for height, row in enumerate(reversed(rows)) for name in row}


def homeless(module: Module) -> Iterator[str]:
    for house, drawing in DRAWINGS.items():
        here = place(module.name, house)
        if here and here != "__main__" and here not in floors(drawing):
            yield f"{module.name}: {here!r} stands on no floor"


def upward_imports(module: Module) -> Iterator[str]:
    for house, drawing in DRAWINGS.items():
        heights, here = floors(drawing), place(module.name, house)
        for line, name in module.imports:
            there = place(name, house)
            if here not in heights or there == here or there not in heights:
                continue
            if heights[there] >= heights[here]:
                word = "neighbour" if heights[there] == heights[here] else "higher floor"
                yield f"{module.name}:{line} imports {name}, a {word}"


def disorder_inside(module: Module) -> Iterator[str]:
    """models < queries < pure rules < service, inside one subject."""
    if module.package or module.name.count(".") < 2:
        return
    folder, _, file = module.name.rpartition(".")
    for line, name in module.imports:
        if name.startswith(folder + "."):
            other = name.removeprefix(folder + ".").partition(".")[0]
            if other != file and _rank(other) != _RULES and _rank(other) > _rank(file):
                yield f"{module.name}:{line} imports {other}, which comes after it"


def _rank(file: str) -> int:
    """`lead_queries` stands where `queries` does; what has no name of its own is a rule."""
    return _ORDER["queries"] if file.endswith("_queries") else _ORDER.get(file, _RULES)


def relative_imports(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield f"{module.name}:{node.lineno} is relative"


def late_imports(module: Module) -> Iterator[str]:
    """A slow library may be imported where it is used, if the line says why; never a module of ours."""
    lines = module.source.splitlines()
    for function in ast.walk(module.tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if not isinstance(node, ast.Import | ast.ImportFrom):
                    continue
                excused = _EXCUSE.search(lines[node.lineno - 1]) and "anna" not in ast.unparse(node)
                if not excused:
                    yield f"{module.name}:{node.lineno} imports inside {function.name}"


def strange_doors(module: Module) -> Iterator[str]:
    for line, name in module.imports:
        library = name.partition(".")[0]
        if library in DOORS and module.place not in DOORS[library]:
            yield f"{module.name}:{line} imports {library}, which belongs to {', '.join(sorted(DOORS[library]))}"


def is_pure(name: str) -> bool:
    file = name.rpartition(".")[2]
    return _rank(file) in (_ORDER["models"], _RULES) and any(fnmatchcase(name, pattern) for pattern in PURE)


def reaching_out(module: Module) -> Iterator[str]:
    if is_pure(module.name):
        for line, name in module.imports:
            if any(name == reach or name.startswith(reach + ".") for reach in REACHING):
                yield f"{module.name}:{line} is pure and imports {name}"


def too_long(module: Module) -> Iterator[str]:
    length = len(module.source.splitlines())
    if length > LONGEST_MODULE:
        yield f"{module.name} has {length} lines, more than {LONGEST_MODULE}"


def own_clocks(module: Module) -> Iterator[str]:
    if module.name != "anna.clock":
        yield from _calls(module, CLOCK_CALLS, "asks the time itself")


def own_connections(module: Module) -> Iterator[str]:
    if module.place != "db":
        yield from _calls(module, CONNECT_CALLS, "connects past anna.db")


def sql_clocks_in_strings(module: Module) -> Iterator[str]:
    docstrings = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            for problem in sql_clocks(node.value):
                yield f"{module.name}:{node.lineno} {problem}"


def sql_clocks(sql: str) -> Iterator[str]:
    """Every clock of the database in `sql`; comments may name them."""
    for found in SQL_CLOCKS.finditer(re.sub(r"--[^\n]*", "", sql)):
        yield f"uses {found.group(0)!r} in SQL: hand over $now"


def busy_imports(module: Module) -> Iterator[str]:
    """Statements that do something when the module is imported."""
    for node in module.tree.body:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.If) and {"__name__", "TYPE_CHECKING"} & {
            part.id for part in ast.walk(node.test) if isinstance(part, ast.Name)
        }:
            continue
        if not isinstance(node, _QUIET_STATEMENTS):
            yield f"{module.name}:{node.lineno} does something at import time"


def _calls(module: Module, banned: set[str], what: str) -> Iterator[str]:
    names = {
        name.rpartition(".")[2]: name.rpartition(".")[2]
        for _, name in module.imports
        if ".".join(name.split(".")[-2:]) in banned
    }
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            parts = ast.unparse(node.func).split(".")
            if ".".join(parts[-2:]) in banned or (len(parts) == 1 and parts[0] in names):
                yield f"{module.name}:{node.lineno} {what}: {ast.unparse(node.func)}()"
