"""The worker: answers patients, sends, fires what is due, and does the jobs."""

from __future__ import annotations
