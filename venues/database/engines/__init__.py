"""The guarantees of each kind of database, side by side."""
