"""`python -m tests.web.screenshots`: hold the conversation of the browser test and keep its pictures for the README."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.web.album import Album

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"


def main() -> int:
    """Write the pictures; the status of the test is the exit status."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    test = Path(__file__).with_name("test_browser.py")
    return pytest.main(["--quiet", f"{test}::test_a_whole_conversation"], plugins=[Album(FOLDER)])


if __name__ == "__main__":
    sys.exit(main())
