"""Asks what a period would have been with other places: in memory, never written."""
