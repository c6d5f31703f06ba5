"""The far side of every wire, on loopback and in the vendors' own formats: what the demo, the tests and the simulator talk to.

It refuses what the vendor would refuse, and a little more (unknown parameters), so that a mistake shows here and not in production.
State lives in memory. Nothing of Anna is imported but the clock and pure helpers.
"""

from __future__ import annotations
