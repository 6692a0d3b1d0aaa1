"""The window: what people see and press."""
