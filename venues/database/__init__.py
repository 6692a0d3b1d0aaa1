"""What remembers: tables, the promises the database keeps, and units of work."""
