"""The flows of an installation, by name and by version.

A flow whose text changed is published as a new version; live runs finish on the version they began with, read back from
`automacao.fluxos`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

import orjson

from anna.db.connect import Connection
from anna.errors import NotFound
from anna.flows import queries
from anna.flows.definition import Flow
from anna.flows.language import flow_from_json


def fingerprint(flow: Flow) -> bytes:
    """What makes two texts the same version: everything but the number."""
    definition = {key: value for key, value in flow.to_json().items() if key != "version"}
    return hashlib.sha256(orjson.dumps(definition, option=orjson.OPT_SORT_KEYS)).digest()


class Shelf:
    """The current flows, and any older version a live run still needs. One per client database."""

    def __init__(self, flows: Iterable[Flow]) -> None:
        self._current = {flow.name: flow for flow in flows}
        self._old: dict[tuple[str, int], Flow] = {}

    @property
    def current(self) -> Mapping[str, Flow]:
        return self._current

    def get(self, name: str) -> Flow:
        """The current version; raises NotFound."""
        try:
            return self._current[name]
        except KeyError:
            raise NotFound(f"there is no flow {name!r}") from None

    async def publish(self, conn: Connection, *, now: datetime) -> list[tuple[str, int]]:
        """Store every flow whose text is new, under the next version; returns those that were.

        One at a time: of two workers that start with different texts, each gets a version of its own.
        """
        published = []
        await queries.lock_fluxos(conn)
        for flow in list(self._current.values()):
            known = await queries.list_versions(conn, flow.name)
            mine = fingerprint(flow)
            version = next((v for v, sha in reversed(known) if sha == mine), None)
            if version is None:
                version = max([v for v, _ in known], default=0) + 1
                await queries.insert_fluxo(
                    conn, replace(flow, version=version), versao=version, sha256=mine, now=now
                )
                published.append((flow.name, version))
            self._current[flow.name] = replace(flow, version=version)
        return published

    async def version(self, conn: Connection, name: str, version: int) -> Flow:
        """The flow a run began with; raises NotFound when nobody ever published it."""
        current = self._current.get(name)
        if current is not None and current.version == version:
            return current
        if (name, version) not in self._old:
            row = await queries.find_fluxo(conn, name, version)
            if row is None:
                raise NotFound(f"flow {name} version {version} was never published")
            self._old[name, version] = replace(flow_from_json(row["definicao"]), version=version)
        return self._old[name, version]
