"""Closing a place, and where every booking that has to leave it goes."""
