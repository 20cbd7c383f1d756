"""What the command takes: its subcommands, their options and their help.

Nothing of the library is imported here, so that help and completion come at once; the words that
options take are written down, and a test compares them with those of the library.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from natobrief.cli.query_options import add_query

__all__ = ["SHELLS", "build"]

SHELLS = ("bash", "zsh", "tcsh")

_ABOUT = """\
Who said what, in which office, when, at or around which meeting, and according
to which source.
"""

_ENDING = """\
exit codes:
  0    done
  1    something was wrong with a file, a document or a name, or nothing was read
  2    wrong use: an option, a date or a format that the command doesn't take
  130  interrupted by Ctrl-C
  141  whoever read the output went away, as in: natobrief ... | head -1

examples:
  natobrief read article.txt
  natobrief read --published 2022-01-07 article.txt -o brief.json
  natobrief query brief.json quotes --by "Jens Stoltenberg"
  natobrief directory holders NATO Secretary General --on 2022-01-07
"""

_READ = """\
Read articles and say who said what, which meetings they tell of, and what is
left in doubt.

Texts are plain text or Markdown in UTF-8. Files that end in .html or .htm are
pages of HTML, which need the extra html. Of a folder every file that ends in
.txt, .md, .markdown, .html or .htm is read. A text that can't be read is one
line on standard error, and the others are read all the same.
"""

_READ_EXAMPLES = """\
examples:
  natobrief read article.txt
  natobrief read releases/ --processes 2 -o corpus.json
  natobrief read page.html --format highlighted -o page-read.html
  natobrief read --published 2022-01-07 --format jsonl < article.txt
"""

_CONVERT = """\
Write what a file holds in another format. The endings of the names say which
formats are meant.

What a format can't say is told on standard error. Several values in a file
become one corpus where the other format holds one value.
"""

_CONVERT_EXAMPLES = """\
examples:
  natobrief convert brief.json brief.yaml
  natobrief convert briefs.jsonl corpus.json
  natobrief convert --from json --to jsonl < brief.json
"""

_CHECK = """\
Load files and print every fault on a line of its own: file, place, what was
expected, what came.
"""

_CHECK_EXAMPLES = """\
examples:
  natobrief check brief.json corpus.jsonl.gz
  natobrief check --ids by-hand.json
  natobrief check --as directory offices.json
"""

_DIRECTORY = """\
Ask who held which office, who was a member, and what was called what, on a
given day.
"""

_DIRECTORY_EXAMPLES = """\
examples:
  natobrief directory holders NATO Secretary General --on 2022-01-07
  natobrief directory posts Jens Stoltenberg
  natobrief directory members NATO --on 2022-01-07
  natobrief directory body NATO-Ukraine Council --on 2022-01-10
  natobrief directory resolve Secretary Blinken --on 2022-01-07
  natobrief directory check offices.json
"""

_QUESTIONS = {
    "holders": ("POST", "who held a post on a day"),
    "posts": ("PERSON", "which posts somebody held, on a day or ever"),
    "members": ("ORGANIZATION", "the members of an organization, on a day or ever"),
    "body": ("NAME", "an organization as it stood on a day, and what existed in its place"),
    "history": ("POST", "everybody who ever held a post"),
    "resolve": ("NAME", "whom or what a name means"),
}


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30)


class _Parser(argparse.ArgumentParser):
    """Takes files before, between and behind options; option names are never guessed."""

    def __init__(self, **given: Any) -> None:
        given.setdefault("formatter_class", _Formatter)
        super().__init__(allow_abbrev=False, **given)
        self.intermixed = True
        self._is_within = False

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Parse words; see the class."""
        if self._is_within or not self.intermixed:
            return super().parse_known_args(args, namespace)
        self._is_within = True
        try:
            found, unknown = self.parse_known_intermixed_args(args, namespace)
        finally:
            self._is_within = False
        if unknown:  # said here, where the usage is that of the subcommand
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return found, unknown


def build() -> argparse.ArgumentParser:
    """Return the parser of the whole command."""
    parser = _Parser(prog="natobrief", description=_ABOUT, epilog=_ENDING)
    parser.intermixed = False
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    parser.add_argument(
        "--print-completion",
        action=_Completion,
        choices=SHELLS,
        help="print a completion script for this shell and exit; needs the extra cli",
    )
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", required=True
    )
    _add_read(commands)
    add_query(commands)
    _add_convert(commands)
    _add_check(commands)
    _add_directory(commands)
    return parser


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from natobrief import __version__

        print(f"natobrief {__version__}")
        parser.exit()


class _Completion(argparse.Action):
    def __call__(
        self, parser: argparse.ArgumentParser, _: object, shell: object, *__: object
    ) -> None:
        from natobrief.cli.completion import script
        from natobrief.errors import MissingExtra

        try:
            print(script(parser, str(shell)))
        except MissingExtra as error:
            parser.exit(1, f"natobrief: {error}\n")
        parser.exit()


def _add_read(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "read",
        help="read articles into briefs",
        description=_READ,
        epilog=_READ_EXAMPLES,
    )
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="files and folders; - or nothing for standard input",
    )
    parser.add_argument("--html", action="store_true", help="take every text for a page of HTML")
    known = parser.add_argument_group("what is known beforehand")
    known.add_argument("--published", metavar="DAY", help='the day from which "yesterday" counts')
    known.add_argument("--zone", help="the zone of dates that name none: Europe/Brussels")
    known.add_argument("--title", help="the title of the one text")
    known.add_argument("--url", help="where the one text was found; nothing is fetched")
    _add_own_directory(known)
    out = parser.add_argument_group("output")
    out.add_argument(
        "--format", help="text (as usual), highlighted, json, jsonl or another file format"
    )
    _add_output(out)
    out.add_argument(
        "--processes", type=int, default=1, metavar="N", help="read on so many processes"
    )


def _add_convert(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "convert",
        help="write what a file holds in another format",
        description=_CONVERT,
        epilog=_CONVERT_EXAMPLES,
    )
    for name, to in (("in", "read"), ("out", "write")):
        parser.add_argument(
            f"{name}_file",
            nargs="?",
            default="-",
            metavar=name.upper(),
            help=f"the file to {to}; - or nothing for the standard {name}put",
        )
    parser.add_argument("--from", dest="from_", metavar="FORMAT", help="the format of IN")
    parser.add_argument("--to", metavar="FORMAT", help="the format of OUT")


def _add_check(commands: Any) -> None:
    parser: argparse.ArgumentParser = commands.add_parser(
        "check",
        help="list every fault of files",
        description=_CHECK,
        epilog=_CHECK_EXAMPLES,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="files; - for standard input")
    parser.add_argument(
        "--as",
        dest="as_",
        metavar="FORMAT",
        help="directory for files of facts, else the format where the name doesn't say it",
    )
    parser.add_argument(
        "--ids", action="store_true", help="check also that each id is that of its record"
    )


def _add_directory(commands: Any) -> None:
    parser: _Parser = commands.add_parser(
        "directory",
        help="ask about offices, members and names on a day",
        description=_DIRECTORY,
        epilog=_DIRECTORY_EXAMPLES,
    )
    parser.intermixed = False
    questions = parser.add_subparsers(
        dest="question", metavar="QUESTION", title="questions", required=True
    )
    for name, (metavar, about) in _QUESTIONS.items():
        _add_question(questions, name, metavar, about)
    check = questions.add_parser("check", help="list every fault of files of facts")
    check.add_argument("files", nargs="+", metavar="PATH", help="a file, or a folder of them")


def _add_question(questions: Any, name: str, metavar: str, about: str) -> None:
    parser: argparse.ArgumentParser = questions.add_parser(
        name, help=about, description=f"Say {about}." if name != "members" else None
    )
    parser.add_argument("words", nargs="+", metavar=metavar, help="a name or an id")
    if name != "history":
        parser.add_argument(
            "--on", metavar="DAY", required=name == "holders", help="the day that is asked about"
        )
    parser.add_argument("--known", metavar="DAY", help="answer as was known at the end of this day")
    _add_own_directory(parser)
    parser.add_argument(
        "--format", choices=("text", "json", "jsonl", "csv"), default="text", help="text as usual"
    )


def _add_own_directory(parser: Any) -> None:
    parser.add_argument(
        "--directory", metavar="PATH", help="facts of your own, beside those that come with it"
    )


def _add_output(parser: Any) -> None:
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write to this file; the ending of its name says in which format",
    )
