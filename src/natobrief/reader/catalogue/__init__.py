"""Every rule of the reader, as data: an id, a sentence, an example and what it finds there.

Each id that evidence, and each code that a doubt can name, stands in one of these modules.
"""

from natobrief.reader.catalogue.finding import told

__all__ = ["told"]
