"""The measurements run; what they find is not judged here."""

from __future__ import annotations
