"""Values in files and in text, and back again. One module per format."""

from natobrief.formats._core.converter import make_converter
from natobrief.formats._core.registry import register
from natobrief.formats.checking import check_document, check_file
from natobrief.formats.files import dump, load
from natobrief.formats.highlight import highlighted
from natobrief.formats.icalendar import CalendarRead, read_calendar, to_calendar
from natobrief.formats.json import dumps, loads
from natobrief.formats.jsonld import from_jsonld, to_jsonld
from natobrief.formats.lines import dump_lines, iter_lines
from natobrief.formats.losses import Loss, LossReport
from natobrief.formats.tables import from_arrow, to_arrow, to_csv, to_pandas
from natobrief.formats.turtle import from_turtle, to_turtle

__all__ = [
    "CalendarRead",
    "Loss",
    "LossReport",
    "check_document",
    "check_file",
    "dump",
    "dump_lines",
    "dumps",
    "from_arrow",
    "from_jsonld",
    "from_turtle",
    "highlighted",
    "iter_lines",
    "load",
    "loads",
    "make_converter",
    "read_calendar",
    "register",
    "to_arrow",
    "to_calendar",
    "to_csv",
    "to_jsonld",
    "to_pandas",
    "to_turtle",
]
