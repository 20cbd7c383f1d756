"""Talks turn by turn, and words that the layout sets apart."""
