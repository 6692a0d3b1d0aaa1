"""Bookings that a later change hit: found, listed, and taken off by a person."""
