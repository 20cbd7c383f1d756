"""Pages of HTML: their words, and what they say about themselves."""
