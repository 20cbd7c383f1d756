"""Encounters: where they are named, who takes part, when, where and how firm they are."""
