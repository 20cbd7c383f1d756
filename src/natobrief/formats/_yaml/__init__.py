"""Documents as YAML, and back."""
