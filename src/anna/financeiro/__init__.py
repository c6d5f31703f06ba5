"""Charges: what a patient owes for a consulta, and what was paid."""

from __future__ import annotations
