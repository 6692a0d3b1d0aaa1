"""Find, judge and book rooms where children, victims and staff can meet safely."""
