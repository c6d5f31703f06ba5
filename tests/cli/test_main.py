from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import click
import pytest

import anna
from anna.cli import main as cli
from anna.errors import Busy, InvalidInput

PROJECT = Path(__file__).parents[2]


@click.command()
@click.option("--fail", type=click.Choice(["input", "busy"]))
@click.argument("words", nargs=-1)
def sample(fail: str | None, words: tuple[str, ...]) -> None:
    """A command that is only there when it is called."""
    if fail == "input":
        raise InvalidInput("nobody is called Zé")
    if fail == "busy":
        raise Busy("the database is away")
    click.echo(" ".join(words))


@pytest.fixture
def with_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    commands = dict(cli.anna.commands) | {"sample": cli.lazy("sample", f"{__name__}:sample", "A sample.")}
    monkeypatch.setattr(cli.anna, "commands", commands)


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    return int(stopped.value.code or 0)


@pytest.mark.usefixtures("with_sample")
@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("sample", "--fail", "input"), 2, "anna: nobody is called Zé\n"),
        (("sample", "--fail", "busy"), 1, "anna: the database is away\n"),
    ],
)
def test_an_expected_error_is_one_line_and_an_exit_code(
    arguments: tuple[str, ...], code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == code
    assert capsys.readouterr().err == message


@pytest.mark.usefixtures("with_sample")
def test_a_lazy_command_keeps_its_own_help_options_and_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("sample", "--help") == 0
    assert "Usage: anna sample [OPTIONS] [WORDS]..." in capsys.readouterr().out
    assert run("sample", "a", "b") == 0
    assert capsys.readouterr().out == "a b\n"
    assert run("sample", "--nonsense") == 2
    assert "No such option" in capsys.readouterr().err


def test_help_imports_no_command() -> None:
    """A heavy or broken command must not slow or break the others."""
    code = "import sys, anna.cli.main as m; m.main(['--help'])"
    check = "import atexit, sys; atexit.register(lambda: print([n for n in sys.modules if n.startswith('anna.cli.')]))"
    done = subprocess.run(
        [sys.executable, "-c", f"{check}; {code}"], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "['anna.cli.main']"


@pytest.mark.parametrize("name", sorted(cli.COMMANDS))
def test_every_listed_command_is_there(name: str) -> None:
    module, _, attribute = cli.COMMANDS[name][0].partition(":")
    command = getattr(import_module(module), attribute)
    assert isinstance(command, click.Command)
    assert command.help, "a command without help"


def test_the_version_is_the_one_of_the_package() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == anna.__version__
