"""Asking models: to read, to write, to measure, to write out a voice; each on record before it leaves."""
