"""One file a step, in order; a step that has landed is never edited."""
