"""What is said, and who says it: direct quotes and reported speech."""
