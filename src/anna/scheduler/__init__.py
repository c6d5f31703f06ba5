"""The scheduler: what happens by the clock and belongs to no run. One acts, any number stand by."""

from __future__ import annotations
