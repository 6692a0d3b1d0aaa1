"""The window: what people see and press."""

from ui import imports

imports.restore()
