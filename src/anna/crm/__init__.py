"""Who the clinic's people are: leads, patients, what was learnt of them."""

from __future__ import annotations
