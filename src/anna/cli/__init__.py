"""The `anna` command."""

from __future__ import annotations
