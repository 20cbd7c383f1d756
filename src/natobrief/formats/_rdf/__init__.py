"""Linked data: values as graphs, and back."""
