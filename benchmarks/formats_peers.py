"""Briefs as sensible users of other libraries would write them: the same fields, nested.

A date is a validated value with bounds and precision, as in natobrief, parsed once per distinct
text. Unknown keys are refused, and fields that equal their defaults are not written.
"""

# Not postponed: cattrs tells classes apart by literals only in annotations that are evaluated.
import datetime as dt
import enum
import functools
import re
import types
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Annotated, Any, Literal, NamedTuple

__all__ = ["MAKERS", "Day", "Genre", "Kind", "Peer", "parse", "slotted"]

_DAY = 86_400_000_000
_EPOCH = dt.date(1970, 1, 1).toordinal()
_EDTF = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)


class Day:
    """A day, month or year: its text, its bounds in microseconds, its precision."""

    # No dataclass: msgspec would take it for an object.
    __slots__ = ("high", "low", "precision", "text")

    def __init__(self, text: str, low: int, high: int, precision: str) -> None:
        self.text, self.low, self.high, self.precision = text, low, high, precision

    def __str__(self) -> str:
        return self.text


@functools.cache
def parse(text: str) -> Day:
    """Read the dates that occur, as fast as may be: once per distinct text."""
    if _EDTF.fullmatch(text) is None:
        raise ValueError(f"no date: {text!r}")
    year, month, day = int(text[:4]), int(text[5:7] or 1), int(text[8:10] or 1)
    first = dt.date(year, month, day)
    if len(text) == 10:
        end, precision = first + dt.timedelta(1), "day"
    elif len(text) == 7:
        end, precision = (first.replace(day=28) + dt.timedelta(4)).replace(day=1), "month"
    else:
        end, precision = dt.date(year + 1, 1, 1), "year"
    low, high = ((each.toordinal() - _EPOCH) * _DAY for each in (first, end))
    return Day(text, low, high, precision)


class Kind(enum.Enum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Genre(enum.Enum):
    REMARKS = "remarks"
    INTERVIEW = "interview"
    PRESS_CONFERENCE = "press_conference"


class Peer(NamedTuple):
    """A library: how a line becomes a brief, and back."""

    decode: Callable[[str], Any]
    encode: Callable[[Any], str | bytes]


def make_pydantic() -> Peer:
    from benchmarks.formats_pydantic import Brief

    def encode(brief: Brief) -> str:
        return brief.model_dump_json(exclude_defaults=True)

    return Peer(Brief.model_validate_json, encode)


def make_msgspec() -> Peer:
    import msgspec

    options: dict[str, Any] = {
        "frozen": True,
        "kw_only": True,
        "omit_defaults": True,
        "forbid_unknown_fields": True,
    }
    text: Any = Annotated[str, msgspec.Meta(min_length=1)]
    maybe, none = text | None, None

    def struct(name: str, fields: list[Any], **more: Any) -> Any:
        return msgspec.defstruct(name, fields, **options, **more)

    def several(item: Any) -> Any:
        return types.GenericAlias(tuple, (item, ...))

    named: list[Any] = [("name", text), ("id", maybe, none)]
    person = struct("Person", [*named, ("anonymous", bool, False)], tag="person")
    organization = struct("Organization", named, tag="organization")
    country = struct("Country", named, tag="country")
    post = struct("Post", named)
    actor = person | organization | country
    span = struct("Span", [("start", int), ("end", int)])
    day = Day | None
    source = struct("Source", [("id", text), *_source_fields(maybe, day)])
    common: list[Any] = [("speaker", actor | None, none), ("post", post | None, none)]
    spans: list[Any] = [("spans", several(span), ()), ("known", day, none)]
    quote = struct(
        "Quote",
        [
            ("id", text),
            ("text", text),
            *common,
            ("said", day, none),
            ("kind", Kind, Kind.DIRECT),
            ("cue", maybe, none),
            ("attribution_text", maybe, none),
            ("statement", maybe, none),
            *spans,
        ],
    )
    statement = struct(
        "Statement",
        [
            ("id", text),
            *common,
            ("on_behalf_of", actor | None, none),
            ("audience", several(actor), ()),
            ("made", day, none),
            ("genre", Genre | None, none),
            ("occasion", maybe, none),
            ("occasion_relation", maybe, none),
            ("text", maybe, none),
            ("topics", several(text), ()),
            *spans,
        ],
    )
    brief = struct(
        "Brief",
        [
            ("source", source),
            ("text", str | None, none),
            ("quotes", several(quote), ()),
            ("statements", several(statement), ()),
        ],
    )

    def dec_hook(_kind: type, raw: Any) -> Any:
        return parse(raw)

    def enc_hook(value: Any) -> str:
        return str(value)

    decoder: Any = msgspec.json.Decoder(brief, dec_hook=dec_hook)
    return Peer(decoder.decode, msgspec.json.Encoder(enc_hook=enc_hook).encode)


def _source_fields(maybe: Any, day: Any) -> list[Any]:
    texts = ["url", "title", "publisher", "kind", "language", "text_sha256"]
    return [*((name, maybe, None) for name in texts), *((d, day, None) for d in _SOURCE_DAYS)]


_SOURCE_DAYS = ("published", "updated")


# The classes of mashumaro, of naive cattrs and of the measure of memory.


@dataclass(frozen=True, slots=True, kw_only=True)
class SlottedPerson:
    type: Literal["person"]
    name: str
    id: str | None = None
    anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SlottedOrganization:
    type: Literal["organization"]
    name: str
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlottedCountry:
    type: Literal["country"]
    name: str
    id: str | None = None


SlottedActor = SlottedPerson | SlottedOrganization | SlottedCountry


@dataclass(frozen=True, slots=True, kw_only=True)
class SlottedPost:
    name: str
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlottedSpan:
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SlottedSource:
    id: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    kind: str | None = None
    published: Day | None = None
    updated: Day | None = None
    language: str | None = None
    text_sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlottedQuote:
    id: str
    text: str
    speaker: SlottedActor | None = None
    post: SlottedPost | None = None
    said: Day | None = None
    kind: Kind = Kind.DIRECT
    cue: str | None = None
    spans: tuple[SlottedSpan, ...] = ()
    attribution_text: str | None = None
    statement: str | None = None
    known: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlottedStatement:
    id: str
    speaker: SlottedActor | None = None
    post: SlottedPost | None = None
    on_behalf_of: SlottedActor | None = None
    audience: tuple[SlottedActor, ...] = ()
    made: Day | None = None
    genre: Genre | None = None
    occasion: str | None = None
    occasion_relation: str | None = None
    text: str | None = None
    topics: tuple[str, ...] = ()
    spans: tuple[SlottedSpan, ...] = ()
    known: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlottedBrief:
    source: SlottedSource
    text: str | None = None
    quotes: tuple[SlottedQuote, ...] = ()
    statements: tuple[SlottedStatement, ...] = ()


def make_slotted() -> Peer:
    return _with_cattrs(parse)


def make_naive() -> Peer:
    """Return cattrs as most people begin: its JSON converter, and pendulum for each date."""
    import pendulum

    def read(text: str) -> Day:
        start: Any = pendulum.parse(text)
        unit = ("years", "months", "days")[text.count("-")]
        end = start.add(**{unit: 1})
        low, high = (round(each.timestamp() * 1_000_000) for each in (start, end))
        return Day(text, low, high, unit[:-1])

    return _with_cattrs(read)


def _with_cattrs(read: Callable[[str], Day]) -> Peer:
    from cattrs.preconf.json import make_converter

    converter = make_converter(omit_if_default=True, forbid_extra_keys=True)
    converter.register_structure_hook(Day, lambda raw, _: read(raw))
    converter.register_unstructure_hook(Day, str)

    def decode(line: str) -> SlottedBrief:
        return converter.loads(line, SlottedBrief)

    def encode(brief: SlottedBrief) -> str:
        return converter.dumps(brief, ensure_ascii=False)

    return Peer(decode, encode)


def make_mashumaro() -> Peer:
    from mashumaro.codecs.json import JSONDecoder, JSONEncoder
    from mashumaro.dialect import Dialect
    from mashumaro.types import SerializationStrategy

    class Text(SerializationStrategy):
        def serialize(self, value: Any) -> str:
            return str(value)

        def deserialize(self, value: str) -> Any:
            return parse(value)

    settings: dict[str, Any] = {
        "serialization_strategy": {Day: Text()},
        "omit_default": True,
        "no_copy_collections": (list, dict, set),
    }
    plain: Any = type("Plain", (Dialect,), settings)
    decoder: Any = JSONDecoder(SlottedBrief, default_dialect=plain)
    encoder: Any = JSONEncoder(SlottedBrief, default_dialect=plain)
    return Peer(decoder.decode, encoder.encode)


def slotted(brief: Any) -> SlottedBrief:
    """Return one of natobrief's briefs in slotted dataclasses, around the same texts and dates."""
    return SlottedBrief(
        source=_copied(SlottedSource, brief.source),
        text=brief.text,
        quotes=tuple([_copied(SlottedQuote, quote) for quote in brief.quotes]),
        statements=tuple([_copied(SlottedStatement, each) for each in brief.statements]),
    )


def _copied(cls: Any, value: Any) -> Any:
    names = [field.name for field in fields(cls) if field.name != "id"]
    return cls(id="", **{name: getattr(value, name) for name in names})


MAKERS: dict[str, Callable[[], Peer]] = {
    "pydantic": make_pydantic,
    "msgspec": make_msgspec,
    "mashumaro": make_mashumaro,
    "cattrs, dates once": make_slotted,
    "naive cattrs": make_naive,
}
