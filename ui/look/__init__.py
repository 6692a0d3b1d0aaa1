"""How the standard controls are drawn."""
