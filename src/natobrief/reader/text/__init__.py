"""The text itself: lines, sentences, marks, and the words that rules look for."""
