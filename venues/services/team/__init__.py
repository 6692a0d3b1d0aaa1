"""The people who work here: listed, changed, acting for each other, leaving."""
