"""The view of a text with what was read in it."""
