"""What tables show, described by their columns."""
