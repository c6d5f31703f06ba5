"""The grammar is loaded when a worker starts, not when the first patient writes."""

from __future__ import annotations

import gc
import subprocess
import sys
from datetime import UTC, datetime

from anna.conversation.understanding.loading import load_grammar

_COUNTED = """
from datetime import UTC, datetime
from anna.conversation.understanding.loading import load_grammar
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.text.line import rx

now = datetime(2026, 3, 4, 12, tzinfo=UTC)
load_grammar(now)
loaded = rx.cache_info().currsize
OfflineUnderstander().understand("oi, queria botox sexta de tarde, quanto fica?", Context(reference_time=now))
print(loaded, rx.cache_info().currsize - loaded)
"""


def test_nearly_nothing_is_left_to_compile_for_the_first_message() -> None:
    """Would catch a rule that every message needs and that no message of the loading reaches."""
    said = subprocess.run([sys.executable, "-c", _COUNTED], capture_output=True, text=True, check=True)
    loaded, left = map(int, said.stdout.split())
    assert loaded > 400
    assert left < loaded / 20


def test_the_collector_is_on_again_after_loading() -> None:
    """Would catch a worker that grows without end because loading left it off."""
    assert gc.isenabled()
    load_grammar(datetime(2026, 3, 4, 12, tzinfo=UTC))
    assert gc.isenabled()
