from __future__ import annotations

import asyncio
import io
import json
import logging
from collections.abc import Iterator
from uuid import UUID

import pytest

from anna.errors import NotFound
from anna.logs import bind, bound, configure

CLINICA = UUID("0190aaaa-0000-7000-8000-000000000001")
CONVERSA = UUID("0190aaaa-0000-7000-8000-000000000002")
TEXT = "tenho alergia a lidocaína"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """Where the lines of this test go; pytest's own handlers come back afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    out = io.StringIO()
    configure(stream=out)
    yield out
    root.handlers[:] = handlers
    root.setLevel(level)


def lines(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_carries_the_ids_of_its_block_and_the_next_line_does_not(stream: io.StringIO) -> None:
    with bind(client="demo", clinica=CLINICA), bind(conversa=CONVERSA):
        logging.getLogger("anna.turns").info("turn done", extra={"took_ms": 12})
    logging.getLogger("anna.turns").info("idle")
    first, second = lines(stream)
    assert first | {"at": ""} == {
        "at": "",
        "level": "INFO",
        "logger": "anna.turns",
        "message": "turn done",
        "client": "demo",
        "clinica": str(CLINICA),
        "conversa": str(CONVERSA),
        "took_ms": 12,
    }
    assert str(first["at"]).endswith("+00:00")
    assert "client" not in second


async def test_tasks_of_two_clients_do_not_mix_their_ids() -> None:
    async def work(client: str) -> dict[str, str]:
        with bind(client=client):
            await asyncio.sleep(0)
            return bound()

    assert list(await asyncio.gather(work("a"), work("b"))) == [{"client": "a"}, {"client": "b"}]
    assert bound() == {}


def test_an_exception_that_quotes_a_patient_is_logged_without_the_quote(stream: io.StringIO) -> None:
    try:
        try:
            int(TEXT)
        except ValueError as error:
            raise NotFound("no such servico") from error
    except NotFound:
        logging.getLogger("anna.turns").exception("turn failed")
    (line,) = lines(stream)
    assert "NotFound: no such servico" in str(line["exception"])
    assert "ValueError" in str(line["exception"])
    assert "test_logs.py" in str(line["exception"])
    assert "lidoca" not in stream.getvalue()


def test_a_text_added_to_a_line_is_replaced_by_its_length(stream: io.StringIO) -> None:
    logging.getLogger("anna.turns").info("read", extra={"body": TEXT, "intent": "price"})
    (line,) = lines(stream)
    assert line["body"] == f"({len(TEXT)} characters)"
    assert line["intent"] == "price"


def test_only_the_first_line_of_a_library_is_kept(stream: io.StringIO) -> None:
    logging.getLogger("asyncio").error("Task exception was never retrieved\nfuture: %r", ValueError(TEXT))
    (line,) = lines(stream)
    assert line["message"] == "Task exception was never retrieved"


def test_a_person_gets_plain_lines_with_ids(stream: io.StringIO) -> None:
    configure(json=False, stream=stream)
    with bind(client="demo"):
        logging.getLogger("anna.web").warning("slow")
    assert "WARNING anna.web: slow" in stream.getvalue()
    assert "client=demo" in stream.getvalue()


def test_libraries_are_quiet_and_debug_is_off(stream: io.StringIO) -> None:
    logging.getLogger("aiohttp.access").info("GET /webhooks")
    logging.getLogger("anna.web").debug("detail")
    assert stream.getvalue() == ""
