"""The clinic itself: who it is, when it is open, what it knows."""
