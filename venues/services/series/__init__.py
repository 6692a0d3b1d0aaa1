"""Repeating bookings: every date judged, booked together, shown and ended."""
