"""A burst of a patient's messages becomes one turn."""

from __future__ import annotations
