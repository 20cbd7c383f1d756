"""What a rule of the reader is: an id, a sentence, an example, and perhaps a function."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

import attrs

from natobrief.errors import Fault, InvalidValue, show
from natobrief.values import Choice

__all__ = ["Find", "Found", "Layer", "Rule"]

Place = tuple[int, int]


class Layer(Choice):
    """What a rule of the reader finds. Closed list.

    Rules of your own can be of the layers ``REPORTED`` and ``ENCOUNTER``.

    >>> Layer("reported")
    Layer.REPORTED
    """

    QUOTE = "quote"
    """Words between quotation marks, or in a signed paragraph or a turn, and who speaks them."""
    REPORTED = "reported"
    """What somebody says, in the words of the reporter."""
    ACTOR = "actor"
    """Whom a name, a description or a pronoun means."""
    ENCOUNTER = "encounter"
    """Words that name a meeting, a call, a visit."""
    MEETING = "meeting"
    """What is told about an encounter: who, when, where, how, whether at all."""
    STATEMENT = "statement"
    """When, where and in which form somebody said what is gathered in one statement."""
    DOUBT = "doubt"
    """What could not be decided. The ids are the codes of doubts."""


class Found(NamedTuple):
    """What a rule or a finder of your own found. Places are ``(start, end)``, the end left out.

    For a rule they count in the sentence that it was given, for a finder in the whole text.

    Attributes:
        words: The words that are said, or that name the encounter.
        speaker: Where the one stands who says them; not for encounters.
        cue: Where the reporting word stands, if there is one; not for encounters.
        kind: For encounters: ``meeting``, ``talks``, ``call``, ``visit``, ``summit``,
            ``session``, ``conference`` or ``briefing``.
        parties: For encounters: where those stand who take part and come behind the words.

    >>> Found(words=(17, 33), speaker=(0, 7)).cue is None
    True
    """

    words: Place
    speaker: Place | None = None
    cue: Place | None = None
    kind: str = "meeting"
    parties: Place | None = None


Find: TypeAlias = Callable[[str], Iterable[Found]]
"""A function that is given a sentence, and yields what it finds in it."""

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_OPEN = (Layer.REPORTED, Layer.ENCOUNTER)
_GROUPS = {
    Layer.REPORTED: (("words", "speaker"), ("words", "speaker", "cue")),
    Layer.ENCOUNTER: (("words",), ("words", "parties")),
}


@attrs.frozen(kw_only=True, weakref_slot=False)
class Rule:
    """A rule of the reader, as the docs list it, or one of yours for a :class:`Reader`.

    ``find`` is given one sentence at a time, and says what it found there. It is either a
    function that yields :class:`Found`, or a compiled pattern with named groups: ``words``,
    ``speaker`` and perhaps ``cue`` for reported speech, ``words`` and perhaps ``parties`` for an
    encounter. Sentences that are nothing but a quote are passed over.

    Attributes:
        id: The name that evidence gives: small letters, digits and dashes.
        layer: What it finds.
        sentence: What it does, for a reader of the docs.
        example: A short text in which it finds something; may be empty in rules of yours.
        finds: What that is: the words of the record, or the value of the field.
        find: The function or the pattern; None in the rules that the package brings, which are
            woven together.
        reason: For the package's rules of speech, the sentence that evidence gives, with
            ``{speaker}`` and ``{cue}``. Others give ``sentence``, or build their own.

    Raises:
        InvalidValue: ``id`` is no id, ``layer`` isn't open to a rule with a function, or the
            pattern lacks a group. All faults are listed.

    >>> import re
    >>> Rule(
    ...     id="in-the-view-of",
    ...     layer=Layer.REPORTED,
    ...     sentence="The words follow “in the view of” and a name.",
    ...     find=re.compile(r"[Ii]n the view of (?P<speaker>[^,]+), (?P<words>[^.]+)"),
    ... ).id
    'in-the-view-of'
    """

    id: str
    layer: Layer
    sentence: str
    example: str = ""
    finds: str = ""
    find: Find | re.Pattern[str] | None = None
    reason: str = ""

    def __attrs_post_init__(self) -> None:
        faults = list(self._faults())
        if faults:
            raise InvalidValue(faults)

    def _faults(self) -> Iterator[Fault]:
        if type(self.id) is not str or not _ID.fullmatch(self.id):
            yield _fault("id", "small letters and digits, joined by dashes", self.id)
        if type(self.layer) is not Layer:
            yield _fault("layer", "a Layer", self.layer)
        for name in ("sentence", "example", "finds", "reason"):
            if type(getattr(self, name)) is not str:
                yield _fault(name, "text", getattr(self, name))
        if type(self.sentence) is str and not self.sentence.strip():
            yield _fault("sentence", "text that is not blank", self.sentence)
        if self.find is not None:
            yield from self._faults_of_find()

    def _faults_of_find(self) -> Iterator[Fault]:
        if not isinstance(self.find, re.Pattern) and not callable(self.find):
            yield _fault("find", "a function, a compiled pattern or None", self.find)
        if self.layer not in _OPEN:
            yield _fault("layer", "Layer.REPORTED or Layer.ENCOUNTER beside find", self.layer)
        elif isinstance(self.find, re.Pattern):
            needed, known = _GROUPS[self.layer]
            if type(self.find.pattern) is not str:
                yield _fault("find", "a pattern for text", self.find)
            elif not set(needed) <= set(self.find.groupindex) <= set(known):
                groups = " and ".join(needed) + f" among those of {', '.join(known)}"
                came = ", ".join(self.find.groupindex) or "none"
                path, allowed = "Rule.find", f"a pattern with the named groups {groups}"
                yield Fault(path=path, allowed=allowed, came=came)

    def run(self, sentence: str) -> Iterator[Found]:
        """Yield what the rule's function or pattern finds in a sentence.

        Raises:
            InvalidValue: The function yields something else, or a place outside the sentence.

        >>> import re
        >>> huddle = re.compile("(?P<words>huddled with) (?P<parties>[^.]+)")
        >>> rule = Rule(id="huddle", layer=Layer.ENCOUNTER, sentence="They huddled.", find=huddle)
        >>> next(rule.run("Ann Lee huddled with Bo Kim.")).words
        (8, 20)
        """
        if isinstance(self.find, re.Pattern):
            yield from map(_of_match, self.find.finditer(sentence))
        elif self.find is not None:
            for found in self.find(sentence):
                yield checked(found, len(sentence), f"Rule({self.id!r}).find")


def _fault(name: str, allowed: str, came: object) -> Fault:
    return Fault(path=f"Rule.{name}", allowed=allowed, came=show(came))


def _of_match(m: re.Match[str]) -> Found:
    def place(group: str) -> Place | None:
        return m.span(group) if m.re.groupindex.get(group) and m.start(group) >= 0 else None

    return Found(
        place("words") or m.span(), place("speaker"), place("cue"), parties=place("parties")
    )


def checked(found: object, length: int, path: str) -> Found:
    """Return what a function found, if it is a Found with places inside the text."""
    if not isinstance(found, Found):
        raise InvalidValue([Fault(path=path, allowed="values of Found", came=show(found))])
    for name in ("words", "speaker", "cue", "parties"):
        place = getattr(found, name)
        if place is None and name != "words":
            continue
        if not is_place(place, length):
            allowed = f"a start and a greater end within 0 to {length}"
            raise InvalidValue([Fault(path=f"{path}.{name}", allowed=allowed, came=show(place))])
    if found.kind not in KINDS:
        allowed = f"one of {', '.join(KINDS)}"
        raise InvalidValue([Fault(path=f"{path}.kind", allowed=allowed, came=show(found.kind))])
    return found


KINDS = ("meeting", "talks", "call", "visit", "summit", "session", "conference", "briefing")
"""The kinds of encounters that a head noun or a rule can name."""


def is_place(value: object, length: int) -> bool:
    """Say whether a value is a pair of offsets inside a text, in order."""
    match value:
        case (int(start), int(end)):
            return 0 <= start < end <= length
        case _:
            return False
