"""Tables of records in columns, and back."""
