"""The one way to PostgreSQL. The database has no port: its invariants are part of the design."""

from __future__ import annotations
