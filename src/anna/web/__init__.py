"""The processes' HTTP side."""

from __future__ import annotations
