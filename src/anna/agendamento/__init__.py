"""The agenda: professionals, services, free slots and consultas."""

from __future__ import annotations
