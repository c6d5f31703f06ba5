"""Anna answers a clinic's WhatsApp. The map of the house is in docs/architecture.md."""

from __future__ import annotations

__version__ = "0.1.0"
