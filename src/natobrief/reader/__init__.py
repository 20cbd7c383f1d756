"""The reader: from the text of an article to a brief, by rules that can say why."""

from natobrief.reader.build import read

__all__ = ["read"]
