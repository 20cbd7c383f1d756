"""Files and text: values out and back without loss. One module per format.

JSON and JSON Lines, by now.
"""

from natobrief.formats._converter import make_converter
from natobrief.formats._registry import register
from natobrief.formats.files import dump, load
from natobrief.formats.highlight import highlighted
from natobrief.formats.json import dumps, loads
from natobrief.formats.lines import dump_lines, iter_lines
from natobrief.formats.losses import Loss, LossReport

__all__ = [
    "Loss",
    "LossReport",
    "dump",
    "dump_lines",
    "dumps",
    "highlighted",
    "iter_lines",
    "load",
    "loads",
    "make_converter",
    "register",
]
