"""Where `flows/` and `prompts/` are: inside an installed wheel, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

import anna
from anna.errors import NotFound


def resource_folder(name: str) -> Path:
    """The folder `name` that ships with Anna; raises NotFound."""
    package = Path(anna.__file__).parent
    for candidate in (package / "_data" / name, package.parent.parent / name):
        if candidate.is_dir():
            return candidate
    raise NotFound(f"this installation has no folder {name!r}")
