"""A typed, immutable, date-aware record of diplomacy.

Who said what, in which office, when, at or around which meeting, and according to which source.
Everything in ``natobrief.__all__`` is stable; what is deeper may move. A part is loaded when one
of its names is first used, so importing natobrief costs next to nothing.

A public name stands in three places of this file, each sorted: in ``__all__``, under its room in
``_ROOMS``, and among the imports that type checkers read. ``tests/test_import.py`` holds them
together.
"""

__all__ = [
    "Account",
    "Actor",
    "Allen",
    "AnyRecord",
    "Body",
    "Brief",
    "Candidate",
    "Check",
    "Conflict",
    "Corpus",
    "CorpusThen",
    "Count",
    "Country",
    "DateMention",
    "Dating",
    "DatingBasis",
    "Directory",
    "Doubt",
    "Evidence",
    "Fault",
    "Genre",
    "Group",
    "InvalidDate",
    "InvalidDocument",
    "InvalidValue",
    "Link",
    "Meeting",
    "MeetingFormat",
    "MeetingKind",
    "MeetingSelection",
    "MeetingStatus",
    "Membership",
    "MissingExtra",
    "NatobriefError",
    "NotExactlyOne",
    "OccasionRelation",
    "Organization",
    "Outcome",
    "Participant",
    "Period",
    "Person",
    "Place",
    "Post",
    "Precision",
    "Query",
    "Quote",
    "QuoteKind",
    "QuoteSelection",
    "Resolution",
    "Resolved",
    "Role",
    "Selection",
    "Source",
    "SourceKind",
    "Span",
    "Statement",
    "StatementSelection",
    "Tenure",
    "TimeLike",
    "Truth",
    "Undecided",
    "UnknownName",
    "UnknownReference",
    "When",
    "WhenLike",
    "YearBound",
    "YearInference",
    "__version__",
    "dump",
    "dump_lines",
    "dumps",
    "find",
    "infer_year",
    "iter_lines",
    "load",
    "loads",
    "make_converter",
    "read",
    "relation",
    "resolve_date",
]

__version__ = "0.1.0.dev0"

_ROOMS = {
    "directory": (
        "Account",
        "Body",
        "Candidate",
        "Conflict",
        "Directory",
        "Membership",
        "Resolved",
        "Tenure",
    ),
    "errors": (
        "Fault",
        "InvalidDate",
        "InvalidDocument",
        "InvalidValue",
        "MissingExtra",
        "NatobriefError",
        "NotExactlyOne",
        "Undecided",
        "UnknownName",
        "UnknownReference",
    ),
    "formats": (
        "dump",
        "dump_lines",
        "dumps",
        "iter_lines",
        "load",
        "loads",
        "make_converter",
    ),
    "model": (
        "Actor",
        "AnyRecord",
        "Brief",
        "Country",
        "Dating",
        "DatingBasis",
        "Doubt",
        "Evidence",
        "Genre",
        "Group",
        "Link",
        "Meeting",
        "MeetingFormat",
        "MeetingKind",
        "MeetingStatus",
        "OccasionRelation",
        "Organization",
        "Outcome",
        "Participant",
        "Person",
        "Place",
        "Post",
        "Quote",
        "QuoteKind",
        "Role",
        "Source",
        "SourceKind",
        "Statement",
    ),
    "query": (
        "Corpus",
        "CorpusThen",
        "Count",
        "MeetingSelection",
        "Query",
        "QuoteSelection",
        "Selection",
        "StatementSelection",
    ),
    "reader": ("read",),
    "text": ("Span",),
    "when": (
        "Allen",
        "Check",
        "DateMention",
        "Period",
        "Precision",
        "Resolution",
        "TimeLike",
        "Truth",
        "When",
        "WhenLike",
        "YearBound",
        "YearInference",
        "find",
        "infer_year",
        "relation",
        "resolve_date",
    ),
}
_HOME = {name: room for room, names in _ROOMS.items() for name in names}

TYPE_CHECKING = False  # checkers know this name, and typing need not be loaded for it

if TYPE_CHECKING:
    from natobrief.directory import (
        Account,
        Body,
        Candidate,
        Conflict,
        Directory,
        Membership,
        Resolved,
        Tenure,
    )
    from natobrief.errors import (
        Fault,
        InvalidDate,
        InvalidDocument,
        InvalidValue,
        MissingExtra,
        NatobriefError,
        NotExactlyOne,
        Undecided,
        UnknownName,
        UnknownReference,
    )
    from natobrief.formats import (
        dump,
        dump_lines,
        dumps,
        iter_lines,
        load,
        loads,
        make_converter,
    )
    from natobrief.model import (
        Actor,
        AnyRecord,
        Brief,
        Country,
        Dating,
        DatingBasis,
        Doubt,
        Evidence,
        Genre,
        Group,
        Link,
        Meeting,
        MeetingFormat,
        MeetingKind,
        MeetingStatus,
        OccasionRelation,
        Organization,
        Outcome,
        Participant,
        Person,
        Place,
        Post,
        Quote,
        QuoteKind,
        Role,
        Source,
        SourceKind,
        Statement,
    )
    from natobrief.query import (
        Corpus,
        CorpusThen,
        Count,
        MeetingSelection,
        Query,
        QuoteSelection,
        Selection,
        StatementSelection,
    )
    from natobrief.reader import (
        read,
    )
    from natobrief.text import (
        Span,
    )
    from natobrief.when import (
        Allen,
        Check,
        DateMention,
        Period,
        Precision,
        Resolution,
        TimeLike,
        Truth,
        When,
        WhenLike,
        YearBound,
        YearInference,
        find,
        infer_year,
        relation,
        resolve_date,
    )
else:
    # Hidden from checkers: they would take every misspelt name for one that this function knows.
    def __getattr__(name):
        import sys
        from importlib import import_module

        if name not in _HOME:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=sys.modules[__name__])
        value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
        globals()[name] = value  # the next use doesn't come here
        return value


def __dir__() -> list[str]:
    return list(__all__)
