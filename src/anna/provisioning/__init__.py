"""Opening clients: a database each, and for the demo one with two clinicas in it."""

from __future__ import annotations
