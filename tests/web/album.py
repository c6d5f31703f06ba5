"""Where a run of the browser test leaves its pictures, when it is asked for them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Album:
    """A plugin of the run: `tests.web.screenshots` brings one along, an ordinary run has none."""

    folder: Path


def find_album(config: pytest.Config) -> Album | None:
    """The album of this run, if it has one."""
    return next((plugin for plugin in config.pluginmanager.get_plugins() if isinstance(plugin, Album)), None)
