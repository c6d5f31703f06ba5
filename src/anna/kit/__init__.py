"""Pure helpers without a subject of their own."""

from __future__ import annotations
