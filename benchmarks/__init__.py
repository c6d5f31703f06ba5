"""What Anna costs, measured beside what she is compared with: `python -m benchmarks [name …] [--quick]`.

The load comes from a process of its own, PostgreSQL has its default durability, everything is on loopback and bounded in count
and time. Peers run in the same minutes as Anna, turn about, because a machine is never equally fast twice: ratios count.
"""

from __future__ import annotations
