"""The one way to the queue: jobs by name, with ids only.

Redis carries them and may be lost: whatever a job does is also a row that says it is still to be done, and the scheduler sweeps
those rows. So nothing here is ever the only memory of anything.
"""

from __future__ import annotations
