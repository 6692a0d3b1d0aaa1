"""What is true of rooms and appointments, in plain Python and without a database."""
