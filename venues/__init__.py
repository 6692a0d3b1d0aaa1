"""Find, judge and book rooms where children, victims and staff can meet safely."""

__version__ = "0.1.0"
"""As in pyproject.toml, for the program when it is packaged without it."""
