"""The fact gate: what a text claims, and which row says so."""
