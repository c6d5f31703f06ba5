"""The one function that sends. Nothing else in the house talks to a patient."""

from __future__ import annotations
