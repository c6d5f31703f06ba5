"""Switches for everything that goes wrong out there, per instance, by count or by chance, each with its own random stream."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random
from typing import Any


class Fault(StrEnum):
    """What can be switched on. The first group strikes API calls, most of them those that send, the second what is posted
    to Anna, the third models only (429 with option retry_after, hang, reset and slow strike them too)."""

    TOO_MANY = "429"  # refused before anything is done
    ERROR_AFTER_ACCEPT = "500_after_accept"  # taken, and answered with a 500
    HANG = "hang"  # taken (option accept=false: not), and never answered
    RESET = "reset"  # the connection is cut; taken only with option accept=true
    SLOW = "slow"  # answered late, by option seconds (default 2)
    CLOSED = "closed"  # "Connection Closed", Evolution only
    META_REFUSES = "meta_refuses"  # 201 with Meta's error as its body, Evolution only
    LICENSE = "license"  # every call is a 503 until the licence is activated, Evolution only
    NO_FILE = (
        "no_file"  # files cannot be downloaded: no bytes in the webhook, none when asked for; Evolution only
    )

    DUPLICATE = "duplicate"  # posted twice
    REORDER = "reorder"  # posted after the next one
    LOSE_WEBHOOK = "lose_webhook"  # never posted, though it happened
    ECHO_FIRST = "echo_first"  # the echo of a send arrives before the answer to the send
    LID = "lid"  # the patient has no visible number (option alt=true: the number comes as well)
    NEVER_DELIVERED = "never_delivered"  # accepted, and no status follows
    UNDELIVERED = "undelivered"  # accepted, and fails later (Twilio: option code, default 63024)

    OVERLOADED = "529"  # Anthropic's own status; OpenAI says 503
    SERVER_ERROR = "500"
    NO_CREDIT = "no_credit"  # the account has no money left
    DRIP = "drip"  # the answer comes two bytes at a time, option gap seconds apart (default 0.05)
    TRUNCATED = "truncated"  # it runs into its limit of tokens
    MODEL_REFUSES = "model_refuses"  # it would rather not
    INVALID_JSON = "invalid_json"
    OUT_OF_SCHEMA = "out_of_schema"  # JSON, and not the form
    INVENTED_TOOL = "invented_tool"  # a call, with an invented id, of a tool that nobody offered
    EMPTY = "empty"  # nothing at all


@dataclass(frozen=True, slots=True)
class Strike:
    """A fault that happens now, with what it was set up with."""

    fault: Fault
    options: Mapping[str, Any]


@dataclass(slots=True)
class Switch:
    """One fault that is on: for `count` more times (None: until switched off), each with `probability`."""

    fault: Fault
    count: int | None
    probability: float
    options: Mapping[str, Any]
    random: Random
    struck: int = field(default=0)


class Faults:
    """The switches of one instance."""

    def __init__(self, seed: int, owner: str) -> None:
        self._seed = seed
        self._owner = owner
        self._on: dict[Fault, Switch] = {}

    def set(
        self, fault: Fault | str, *, count: int | None = None, probability: float = 1.0, **options: Any
    ) -> None:
        """Switch `fault` on, in place of what was set for it. Raises ValueError for an unknown fault or a probability outside 0..1."""
        if not 0.0 <= probability <= 1.0 or (count is not None and count < 1):
            raise ValueError("probability is from 0 to 1, count at least 1")
        fault = Fault(fault)
        random = Random(f"{self._seed}/{self._owner}/{fault}")  # noqa: S311 - repeatable on purpose, not a secret
        self._on[fault] = Switch(fault, count, probability, options, random)

    def clear(self, fault: Fault | str | None = None) -> None:
        """Switch one fault off, or all."""
        if fault is None:
            self._on.clear()
        else:
            self._on.pop(Fault(fault), None)

    def strike(self, fault: Fault) -> Strike | None:
        """Whether `fault` happens now; a fault with a count is used up by it."""
        switch = self._on.get(fault)
        if switch is None or switch.random.random() >= switch.probability:
            return None
        switch.struck += 1
        if switch.count is not None and switch.struck >= switch.count:
            del self._on[fault]
        return Strike(fault, switch.options)

    def listed(self) -> list[dict[str, Any]]:
        """What is on, for the control API."""
        return [
            {
                "fault": switch.fault.value,
                "left": None if switch.count is None else switch.count - switch.struck,
                "probability": switch.probability,
                "options": dict(switch.options),
            }
            for switch in self._on.values()
        ]
