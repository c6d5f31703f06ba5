"""Private PostgreSQL and Redis for the default without accounts, and the supervisor of `anna up`."""

from __future__ import annotations
