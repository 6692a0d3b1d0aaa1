"""Finds the best places for bookings that have to leave theirs, all at once."""
