"""What the program does: each function takes a session, decides, and never commits."""
