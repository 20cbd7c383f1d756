"""The options of ``natobrief query``: one for each criterion of a selection."""

from __future__ import annotations

import argparse
from typing import Any

__all__ = ["GENRES", "KINDS", "KINDS_OF_RECORDS", "OUTCOMES", "STATUSES", "UNITS", "add_query"]

KINDS_OF_RECORDS = ("quotes", "statements", "meetings")
STATUSES = ("tentative", "confirmed", "rescheduled", "postponed", "cancelled")
OUTCOMES = ("pending", "held", "not_held", "unknown")
KINDS = ("direct", "indirect", "mixed", "regular", "extraordinary", "informal")
GENRES = (
    *("remarks", "speech", "press_conference", "briefing", "interview", "written_statement"),
    *("joint_statement", "communique", "readout", "letter", "post"),
)
UNITS = ("day", "week", "month", "quarter", "year")

_QUERY = """\
Ask what briefs and corpora say. All criteria must hold; one that is given
twice must hold twice.

What a record leaves open is neither yes nor no: without --possible only what
is certain is shown. A DAY is a date (2022-01-07, 2022-01, 2022-W02), a period
(2022-01-07/2022-01-12), or the uid of a meeting in the files. Names are looked
up in the directory and on the records. In place of a file, - or nothing is
standard input: JSON Lines, or one JSON document.
"""

_EXAMPLES = """\
examples:
  natobrief query brief.json quotes --by "Jens Stoltenberg" --during 2022-01
  natobrief query briefs.jsonl meetings --upcoming 2022-01-08 --within 7
  natobrief query *.json meetings --as-of 2021-12-28 --upcoming
  natobrief query a.json statements --holder-of "NATO Secretary General"
  natobrief query a.json meetings --of "NATO-Russia Council" --per week
  natobrief query corpus.json --link --changes 2022-01-01 2022-01-08
  natobrief read texts/ --format jsonl | natobrief query quotes --mentioning risk
"""

_FOR_ALL = (
    ("--involving", "ACTOR", "what names this actor, in whatever role"),
    ("--mentioning", "WORDS", "what has these words in its text, name or agenda"),
    ("--publisher", "NAME", "what this publisher reports"),
)
_SPOKEN = (
    ("--by", "ACTOR", "what this actor said"),
    ("--holder-of", "POST", "what a holder of this post said while holding it"),
    ("--representatives-of", "SIDE", "what was said for a state or organization"),
    ("--members-of", "BODY", "what representatives of its members said"),
    ("--on-behalf-of", "ACTOR", "statements for this actor by somebody else"),
    ("--occasion", "MEETING", "statements on the occasion of a meeting, by its uid"),
    ("--about", "TOPIC", "statements with this topic"),
)
_TIMES = (
    ("--on", "DAY", "at some time in this day"),
    ("--during", "PERIOD", "at some time in this period"),
    ("--before", "DAY", "over when it began"),
    ("--after", "DAY", "begun when it was over"),
    ("--around", "DAY", "at most --days days before or after it"),
)


def add_query(commands: Any) -> None:
    """Add the command to the others."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "query",
        usage="natobrief query [FILE ...] quotes|statements|meetings [criteria] [output]",
        help="ask who said what, and who met, when",
        description=_QUERY,
        epilog=_EXAMPLES,
    )
    parser.add_argument(
        "words",
        nargs="*",
        metavar="FILE ... quotes|statements|meetings",
        help="files that natobrief wrote, and what is asked for",
    )
    parser.add_argument("--link", action="store_true", help="first link reports of one meeting")
    parser.add_argument(
        "--directory", metavar="PATH", help="facts of your own, beside those that come with it"
    )
    _add_many(parser.add_argument_group("criteria for all"), _FOR_ALL)
    _add_many(parser.add_argument_group("who spoke (quotes, statements)"), _SPOKEN)
    _add_words(parser.add_argument_group("form (quotes, statements, meetings)"))
    _add_times(parser.add_argument_group("when (said, made or held)"))
    _add_meetings(parser.add_argument_group("meetings"))
    _add_results(parser.add_argument_group("results"))
    _add_output(parser.add_argument_group("output"))


def _add_many(group: Any, options: tuple[tuple[str, str, str], ...]) -> None:
    for name, metavar, about in options:
        group.add_argument(name, action="append", metavar=metavar, help=about)


def _add_words(group: Any) -> None:
    group.add_argument("--kind", action="append", choices=KINDS, metavar="KIND", help=_one(KINDS))
    group.add_argument(
        "--genre", action="append", choices=GENRES, metavar="GENRE", help=_one(GENRES)
    )


def _add_times(group: Any) -> None:
    _add_many(group, _TIMES)
    group.add_argument("--days", type=int, metavar="N", help="for --around; 3 by default")
    group.add_argument(
        "--between", action="append", nargs=2, metavar=("A", "B"), help="from A to B, both included"
    )
    group.add_argument("--as-of", metavar="DAY", help="only what was known by the end of this day")


def _add_meetings(group: Any) -> None:
    _add_many(group, (("--of", "BODY", "of this body"), ("--at", "PLACE", "at this place")))
    for name, words in (("--status", STATUSES), ("--outcome", OUTCOMES)):
        group.add_argument(name, action="append", choices=words, metavar="WORD", help=_one(words))
    group.add_argument(
        "--upcoming",
        nargs="?",
        const="",
        metavar="DAY",
        help="what lay ahead on this day, or on that of --as-of",
    )
    group.add_argument("--within", type=int, metavar="N", help="for --upcoming: in so many days")


def _add_results(group: Any) -> None:
    keep = group.add_mutually_exclusive_group()
    keep.add_argument("--possible", action="store_true", help="keep what is possible too")
    keep.add_argument("--undecided", action="store_true", help="keep only what is neither")
    group.add_argument("--order", choices=("time", "known"), help="by time, or by when known")
    group.add_argument("--latest-first", action="store_true", help="turn the order round")
    group.add_argument("--limit", type=int, metavar="N", help="at most so many")
    shape = group.add_mutually_exclusive_group()
    shape.add_argument("--per", choices=UNITS, metavar="UNIT", help=f"count: {_one(UNITS)}")
    shape.add_argument(
        "--timeline", action="store_true", help="statements and meetings in one row, by time"
    )
    shape.add_argument(
        "--changes", nargs=2, metavar=("A", "B"), help="what was learned from day A to day B"
    )
    shape.add_argument(
        "--explain", action="store_true", help="say why each was read so, and what was asked"
    )


def _add_output(group: Any) -> None:
    group.add_argument(
        "--format", help="text (a table, as usual), json, jsonl, csv or another file format"
    )
    group.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write to this file; the ending of its name says in which format",
    )


def _one(words: tuple[str, ...]) -> str:
    return ", ".join(words[:-1]) + " or " + words[-1]
