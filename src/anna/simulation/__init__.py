"""The whole clinic in one process, under a clock of its own: conversations played to their end and judged."""
