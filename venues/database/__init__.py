"""What remembers: tables, the guarantees the database itself gives, and units of work."""
