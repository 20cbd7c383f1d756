"""What the pages compute when they are built, so that nothing on them is a second copy."""
