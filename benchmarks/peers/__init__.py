"""What Anna is compared with, each a program of its own."""

from __future__ import annotations
