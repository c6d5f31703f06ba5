from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.standin.harness import World, world


@pytest.fixture
async def there() -> AsyncIterator[World]:
    """The stand-in with everything happening at once."""
    async with world() as made:
        yield made
