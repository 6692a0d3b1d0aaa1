"""What is known of rooms that were needed, and of those that were used."""
