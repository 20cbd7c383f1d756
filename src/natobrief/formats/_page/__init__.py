"""Pages of records, whatever they are written in."""
