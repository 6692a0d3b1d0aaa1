"""What a manager is asked to sign off: asked, decided, and told to whoever asked."""
