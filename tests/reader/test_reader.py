"""A reader of one's own: words, rules, finders, and rules that are switched off."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs
import pytest

from natobrief.errors import InvalidValue
from natobrief.model import Country, Group, MeetingFormat, Organization, Person, Place, QuoteKind
from natobrief.reader import (
    Found,
    FoundKind,
    FoundName,
    Layer,
    Lexicon,
    NameFinder,
    QuoteFinder,
    Reader,
    Rule,
    read,
)
from natobrief.reader.rule import KINDS
from tests.reader.texts import ARTICLES, names

TEXTS = sorted(ARTICLES.glob("*.txt"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_plain_reader_reads_as_read_does(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert Reader().read(text, published="2022-01-12") == read(text, published="2022-01-12")


def test_zone_and_directory_are_handed_on() -> None:
    text = "Ann Lee met Bo Kim on Monday."
    ours = Reader(zone="Europe/Brussels").read(text, published="2022-01-12")
    assert ours == read(text, published="2022-01-12", zone="Europe/Brussels")


def test_a_page_is_read_with_the_same_rules() -> None:
    page = "<p>To hear Ann Lee tell it, talks will start soon.</p>"
    assert [q.text for q in Reader(rules=[TELL]).read_html(page).quotes] == [
        "talks will start soon"
    ]


# --- words ----------------------------------------------------------------------------------------


def test_a_reporting_verb() -> None:
    text = '"We are ready to talk now," avowed Ann Lee.'
    assert read(text).quotes[0].speaker is None
    (quote,) = Reader(lexicon=Lexicon().adding(core_verbs=["avow"])).read(text).quotes
    assert (quote.speaker, quote.cue) == (Person(name="Ann Lee"), "avowed")


def test_a_title_and_a_head_noun() -> None:
    lexicon = Lexicon().adding(offices=["burgrave"], encounters=["parley=talks"])
    text = "Burgrave Ann Lee held a parley with Bo Kim. The burgrave said that it went well."
    brief = Reader(lexicon=lexicon).read(text)
    assert [m.name for m in brief.meetings] == ["parley with Bo Kim"]
    assert [q.speaker for q in brief.quotes] == [Person(name="Ann Lee")]
    assert [p.post.name for m in brief.meetings for p in m.participants if p.post] == ["Burgrave"]
    assert read(text).meetings == ()


@pytest.mark.parametrize("name", [field.name for field in attrs.fields(Lexicon)])
def test_the_words_of_the_package_have_the_shape_of_their_list(name: str) -> None:
    words = getattr(Lexicon(), name)
    more = (*words[1:], words[0])  # another tuple, so it is checked
    assert getattr(Lexicon(**{name: more}), name) == more
    assert len(set(words)) == len(words), [w for w in words if words.count(w) > 1]


def test_words_stay_once() -> None:
    assert Lexicon().adding(core_verbs=["say", "avow", "avow"]).core_verbs == (
        *Lexicon().core_verbs,
        "avow",
    )


WRONG_WORDS = {
    "Lexicon.core_verbs[1]: expected one word in small letters, the base form of a verb, "
    "got 'Avow'": {"core_verbs": ["avow", "Avow"]},
    "Lexicon.honorifics[0]: expected a word with a capital, and m, f or -, got 'Herr'": {
        "honorifics": ["Herr"]
    },
    "Lexicon.offices[0]: expected words in small letters, got ''": {"offices": [""]},
    "Lexicon.irregular[0]: expected four words: base third past ing, got 'swear'": {
        "irregular": ["swear"]
    },
    "Lexicon.joiners: expected a list or tuple of words, got 'of'": {"joiners": "of"},
    "Lexicon.not_names[0]: expected one word with a capital, got 3": {"not_names": [3]},
    "Lexicon.encounters[0]: expected noun=kind in small letters, the kind one of meeting, talks, "
    "call, visit, summit, session, conference, briefing, got 'parley=chat'": {
        "encounters": ["parley=chat"]
    },
}


@pytest.mark.parametrize("message", WRONG_WORDS)
def test_wrong_words_are_named(message: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Lexicon().adding(**WRONG_WORDS[message])  # type: ignore[arg-type]
    assert str(caught.value) == message


def test_a_lexicon_is_shown_in_short() -> None:
    count = sum(len(getattr(Lexicon(), field.name)) for field in attrs.fields(Lexicon))
    assert repr(Lexicon()) == f"<Lexicon: {len(attrs.fields(Lexicon))} lists, {count} words>"
    assert repr(Lexicon().adding(core_verbs=["avow"])).endswith(f" {count + 1} words>")


def test_a_reader_is_a_plain_value() -> None:
    reader = Reader(lexicon=Lexicon().adding(core_verbs=["avow"]), without=["said-that"])
    reader.read("Ann Lee said that talks would start.")
    copied = pickle.loads(pickle.dumps(reader))
    assert (copied, hash(copied.lexicon)) == (reader, hash(reader.lexicon))
    assert copied.read('"We are ready to talk now," avowed Ann Lee.').quotes[0].cue == "avowed"


def test_an_unknown_list_names_the_known_ones() -> None:
    with pytest.raises(InvalidValue) as caught:
        Lexicon().adding(verbs=["avow"], roles=["X"])
    first, then = caught.value.faults
    known = ", ".join(field.name for field in attrs.fields(Lexicon))
    assert (first.path, first.came) == ("Lexicon.verbs", "verbs")
    assert set(first.allowed.removeprefix("one of ").split(", ")) == set(known.split(", "))
    assert then.path == "Lexicon.roles[0]"


def test_a_lexicon_made_by_hand_is_checked() -> None:
    with pytest.raises(InvalidValue, match="core_verbs: expected a tuple of words, got"):
        Lexicon(core_verbs=["say"])  # type: ignore[arg-type]


# --- rules ----------------------------------------------------------------------------------------

TELL = Rule(
    id="to-hear-x",
    layer=Layer.REPORTED,
    sentence="The words follow “to hear” and a name.",
    find=re.compile(r"(?P<cue>[Tt]o hear) (?P<speaker>[^,]+?) tell it, (?P<words>[^.]+)"),
)
HUDDLE = Rule(
    id="huddled-with",
    layer=Layer.ENCOUNTER,
    sentence="Somebody huddles with somebody.",
    find=re.compile(r"(?P<words>huddled with) (?P<parties>[A-Z]\w+ [A-Z]\w+)"),
)


def test_a_pattern_for_reported_speech() -> None:
    text = "It rained. To hear Ann Lee tell it, talks will start soon."
    assert read(text).quotes == ()
    brief = Reader(rules=[TELL]).read(text)
    (quote,) = brief.quotes
    assert (quote.text, quote.kind) == ("talks will start soon", QuoteKind.INDIRECT)
    assert (quote.speaker, quote.cue) == (Person(name="Ann Lee"), "to hear")
    assert (
        "record: The words follow “to hear” and a name. — “talks will start soon” (rule to-hear-x)"
    ) in brief.explain(quote).split("\n")


def test_a_pattern_for_encounters() -> None:
    text = "Later Ann Lee huddled with Bo Kim in Oslo."
    assert read(text).meetings == ()
    (meeting,) = Reader(rules=[HUDDLE]).read(text).meetings
    assert names(meeting) == ["Ann Lee", "Bo Kim"]
    assert (meeting.name, meeting.place) == ("meeting of Ann Lee and Bo Kim", Place(name="Oslo"))


def test_a_function_says_the_kind() -> None:
    def dialled(sentence: str) -> Iterator[Found]:
        at = sentence.find("dialled in with")
        if at >= 0:
            end = at + len("dialled in with")
            yield Found((at, end), kind="call", parties=(end + 1, end + 7))

    rule = Rule(id="dialled", layer=Layer.ENCOUNTER, sentence="Somebody dials.", find=dialled)
    (meeting,) = (
        Reader(rules=[rule]).read("It rained. Ann Lee dialled in with Bo Kim by phone.").meetings
    )
    assert (meeting.name, meeting.format) == ("call of Ann Lee and Bo Kim", MeetingFormat.TELEPHONE)


def test_a_rule_of_the_caller_counts_before_those_of_the_package() -> None:
    words = re.compile(r"(?P<speaker>Ann Lee) said that (?P<words>talks would) start")
    rule = Rule(id="own", layer=Layer.REPORTED, sentence="Own.", find=words)
    (quote,) = Reader(rules=[rule]).read("Ann Lee said that talks would start.").quotes
    assert quote.text == "talks would"


def test_a_name_is_found_with_the_office_around_it() -> None:
    words = re.compile(r"(?P<speaker>Ann Lee) hums: (?P<words>.+)")
    rule = Rule(id="own", layer=Layer.REPORTED, sentence="Own.", find=words)
    (quote,) = Reader(rules=[rule]).read("Then Foreign Minister Ann Lee hums: rain comes.").quotes
    assert quote.speaker == Person(name="Ann Lee")
    assert quote.post is not None
    assert quote.post.name == "Foreign Minister"


def test_what_is_no_name_is_taken_for_a_description() -> None:
    words = re.compile(r"(?P<speaker>the oracle) hums: (?P<words>.+)")
    rule = Rule(id="own", layer=Layer.REPORTED, sentence="Own.", find=words)
    brief = Reader(rules=[rule]).read("Then the oracle hums: rain comes.")
    assert [(q.text, q.speaker) for q in brief.quotes] == [("rain comes", None)]
    assert [d.code for d in brief.doubts] == ["description-unresolved"]


WRONG_RULES: dict[str, tuple[str, dict[str, object]]] = {
    "id": (
        "Rule.id: expected small letters and digits, joined by dashes, got 'In View'",
        {"id": "In View"},
    ),
    "sentence": ("Rule.sentence: expected text that is not blank, got ' '", {"sentence": " "}),
    "example": ("Rule.example: expected text, got 3", {"example": 3}),
    "find": ("Rule.find: expected a function, a compiled pattern or None, got 'x'", {"find": "x"}),
    "groups": (
        (
            "Rule.find: expected a pattern with the named groups words and speaker among those of "
            "words, speaker, cue, got none"
        ),
        {"find": re.compile("x")},
    ),
    "more groups": (
        (
            "Rule.find: expected a pattern with the named groups words and speaker among those of "
            "words, speaker, cue, got words, speaker, who"
        ),
        {"find": re.compile("(?P<words>)(?P<speaker>)(?P<who>)")},
    ),
    "layer": (
        "Rule.layer: expected Layer.REPORTED or Layer.ENCOUNTER beside find, got Layer.QUOTE",
        {"layer": Layer.QUOTE},
    ),
    "no layer": ("Rule.layer: expected a Layer, got 'quote'", {"layer": "quote", "find": None}),
}


@pytest.mark.parametrize("name", WRONG_RULES)
def test_a_wrong_rule_is_refused(name: str) -> None:
    message, changes = WRONG_RULES[name]
    with pytest.raises(InvalidValue) as caught:
        attrs.evolve(TELL, **changes)  # type: ignore[arg-type]
    assert str(caught.value) == message


def test_a_pattern_for_bytes_is_refused() -> None:
    with pytest.raises(InvalidValue, match=r"Rule\.find: expected a pattern for text"):
        attrs.evolve(TELL, find=re.compile(b"(?P<words>)"))  # type: ignore[arg-type]


WRONG_FINDS: dict[str, tuple[object, str]] = {
    "a match": (re.match("x", "x"), "Rule('own').find: expected values of Found, got "),
    "outside": (
        Found((0, 99), speaker=(0, 3)),
        "Rule('own').find.words: expected a start and a greater end within 0 to 8, got (0, 99)",
    ),
    "empty": (
        Found((0, 3), speaker=(3, 3)),
        "Rule('own').find.speaker: expected a start and a greater end within 0 to 8, got (3, 3)",
    ),
    "no pair": (
        Found("It"),  # type: ignore[arg-type]
        "Rule('own').find.words: expected a start and a greater end within 0 to 8, got 'It'",
    ),
    "kind": (
        Found((0, 3), kind="chat"),
        f"Rule('own').find.kind: expected one of {', '.join(KINDS)}, got 'chat'",
    ),
}


@pytest.mark.parametrize("name", WRONG_FINDS)
def test_what_a_function_yields_is_checked(name: str) -> None:
    found, message = WRONG_FINDS[name]
    rule = Rule(
        id="own",
        layer=Layer.ENCOUNTER,
        sentence="Own.",
        find=lambda _: [found],  # type: ignore[list-item]
    )
    with pytest.raises(InvalidValue) as caught:
        Reader(rules=[rule]).read("It rains")
    assert str(caught.value).startswith(message)


# --- finders --------------------------------------------------------------------------------------


@attrs.frozen
class Gazetteer:
    """Finds words from a table."""

    known: dict[str, tuple[FoundKind, str | None, str | None]]
    name: str = "gazetteer"

    def find_names(self, text: str) -> Iterator[FoundName]:
        for word, (kind, name, id_) in self.known.items():
            for m in re.finditer(re.escape(word), text):
                yield FoundName(m.start(), m.end(), kind, name, id_)


@attrs.frozen
class Slips:
    """Finds the quotes that it was given."""

    found: tuple[Found, ...]
    name: str = "slips"

    def find_quotes(self, text: str) -> Iterable[Found]:
        return self.found


def test_a_name_that_no_rule_sees() -> None:
    finder = Gazetteer({"eva": (FoundKind.PERSON, "Eva Alm", "eva-alm")})
    brief = Reader(finders=[finder]).read("Then eva said that talks would start.")
    (quote,) = brief.quotes
    assert quote.speaker == Person(id="eva-alm", name="Eva Alm")
    assert brief.explain(quote, "speaker") == (
        "speaker: the finder “gazetteer” reads “eva” as Eva Alm — “eva” (rule gazetteer)"
    )


ACTORS = {
    FoundKind.ORGANIZATION: Organization(id="x", name="Bright Side"),
    FoundKind.COUNTRY: Country(id="x", name="Bright Side"),
    FoundKind.GROUP: Group(id="x", name="Bright Side"),
    FoundKind.PERSON: Person(id="x", name="Bright Side"),
}


@pytest.mark.parametrize("kind", ACTORS)
def test_each_kind_becomes_its_actor(kind: FoundKind) -> None:
    finder = Gazetteer({"Ann Lee": (kind, "Bright Side", "x")})
    (quote,) = Reader(finders=[finder]).read("Ann Lee said that talks would start.").quotes
    assert quote.speaker == ACTORS[kind]


def test_a_place_keeps_its_id() -> None:
    finder = Gazetteer({"Upper Norland": (FoundKind.PLACE, None, "norland")})
    (meeting,) = Reader(finders=[finder]).read("Ann Lee met Bo Kim in Upper Norland.").meetings
    assert meeting.place == Place(id="norland", name="Upper Norland")


def test_an_office_before_a_name_stays_with_it() -> None:
    finder = Gazetteer({"Ann Lee": (FoundKind.PERSON, None, "ann-lee")})
    text = '"We are ready," Foreign Minister Ann Lee said.'
    (quote,) = Reader(finders=[finder]).read(text).quotes
    assert quote.speaker == Person(id="ann-lee", name="Ann Lee")
    assert quote.post is not None
    assert quote.post.name == "Foreign Minister"


def test_the_first_finder_counts_most() -> None:
    first = Gazetteer({"Ann Lee": (FoundKind.PERSON, None, "one")})
    then = Gazetteer({"Ann Lee": (FoundKind.PERSON, None, "two")}, name="other")
    (quote,) = Reader(finders=[first, then]).read("Ann Lee said that talks would start.").quotes
    assert quote.speaker == Person(id="one", name="Ann Lee")


def test_a_quote_takes_the_place_of_what_it_overlaps() -> None:
    text = "Ann Lee said that talks would start. Bo Kim hums."
    finder = Slips((Found((18, 23), speaker=(37, 43), cue=(44, 48)),))
    brief = Reader(finders=[finder]).read(text)
    assert [(q.text, q.speaker, q.cue, q.kind) for q in brief.quotes] == [
        ("talks", Person(name="Bo Kim"), "hums", QuoteKind.INDIRECT)
    ]
    assert "the finder “slips” found the words" in brief.explain(brief.quotes[0])


def test_quotes_beside_others_are_added() -> None:
    text = '"We are ready," Ann Lee said. "Nobody" asked.'
    finder = Slips((Found((31, 37)),))
    quotes = Reader(finders=[finder]).read(text).quotes
    assert [(q.text, q.kind, q.speaker is None) for q in quotes] == [
        ("We are ready,", QuoteKind.DIRECT, False),
        ("Nobody", QuoteKind.DIRECT, True),
    ]


def test_the_first_finder_of_quotes_counts_most() -> None:
    first, then = Slips((Found((0, 5)),)), Slips((Found((3, 8)),), name="other")
    (quote,) = Reader(finders=[first, then]).read("It rains and pours.").quotes
    assert quote.text == "It ra"


def test_finders_are_told_by_their_methods() -> None:
    assert isinstance(Gazetteer({}), NameFinder)
    assert not isinstance(Gazetteer({}), QuoteFinder)
    assert isinstance(Slips(()), QuoteFinder)


WRONG_NAMES: dict[str, tuple[list[object], str]] = {
    "other": (["Ann"], "a FoundName with its kind and a place within 0 to 8, got 'Ann'"),
    "outside": (
        [FoundName(4, 9, FoundKind.PERSON)],
        "a FoundName with its kind and a place within 0 to 8, got FoundName(start=4, ",
    ),
    "overlap": (
        [FoundName(0, 5, FoundKind.PERSON), FoundName(4, 6, FoundKind.PERSON)],
        "names that don't overlap (one ends at 5), got FoundName(start=4, ",
    ),
}


@pytest.mark.parametrize("case", WRONG_NAMES)
def test_what_a_finder_of_names_yields_is_checked(case: str) -> None:
    found, message = WRONG_NAMES[case]

    class Wrong:
        name = "wrong"

        def find_names(self, text: str) -> Iterable[FoundName]:
            return found  # type: ignore[return-value]

    with pytest.raises(InvalidValue) as caught:
        Reader(finders=[Wrong()]).read("It rains")
    assert str(caught.value).startswith(f"wrong.find_names: expected {message}")


def test_what_a_finder_of_quotes_yields_is_checked() -> None:
    with pytest.raises(InvalidValue) as caught:
        Reader(finders=[Slips((Found((4, 9)),))]).read("It rains")
    assert str(caught.value) == (
        "slips.find_quotes.words: expected a start and a greater end within 0 to 8, got (4, 9)"
    )


def test_names_apart_from_each_other_are_all_taken_over() -> None:
    finder = Gazetteer(
        {"alm": (FoundKind.PERSON, "Eva Alm", None), "birk": (FoundKind.PERSON, "Bo Birk", None)}
    )
    text = "Then alm met Ann Lee in Oslo. Later birk said that talks would start. Jan Kim left."
    brief = Reader(finders=[finder]).read(text)
    assert [names(meeting) for meeting in brief.meetings] == [["Eva Alm", "Ann Lee"]]
    assert [quote.speaker for quote in brief.quotes] == [Person(name="Bo Birk")]


def test_what_is_quoted_or_empty_is_left_alone() -> None:
    text = "“Ann Lee huddled with Bo Kim,” and that was all. To hear Ann Lee tell it, ... so."
    brief = Reader(rules=[TELL, HUDDLE]).read(text)
    assert brief.meetings == ()
    dots = attrs.evolve(TELL, find=re.compile(r"(?P<speaker>Ann Lee)(?P<words>, \.\.\.)"))
    assert Reader(rules=[dots]).read("It was for Ann Lee, ... so.").quotes == ()


# --- the reader itself ----------------------------------------------------------------------------


def test_all_faults_of_a_reader_are_listed() -> None:
    with pytest.raises(InvalidValue) as caught:
        Reader(
            directory="x",  # type: ignore[arg-type]
            zone="Europe/Atlantis",
            lexicon=3,  # type: ignore[arg-type]
            rules=[TELL, TELL, attrs.evolve(TELL, find=None), attrs.evolve(TELL, id="said-that")],
            finders=[Slips(()), 3, Slips((), name="to-hear-x"), Slips((), name=" ")],
            without=["said-that", "surely-not", "year-open"],
        )
    assert [fault.path for fault in caught.value.faults] == [
        "Reader.directory",
        "Reader.zone",
        "Reader.lexicon",
        "Reader.rules[1]",
        "Reader.rules[2]",
        "Reader.rules[3]",
        "Reader.finders[1]",
        "Reader.finders[2]",
        "Reader.finders[3].name",
        "Reader.without[1]",
        "Reader.without[2]",
    ]
    told = str(caught.value)
    assert "Reader.rules[3]: expected another name than a rule of the package, got" in told
    assert "Reader.without[1]: expected the id in rules() of a rule that is no doubt, got" in told


def test_lists_are_needed_where_several_are_meant() -> None:
    with pytest.raises(InvalidValue) as caught:
        Reader(without="said-that")
    assert str(caught.value) == "Reader.without: expected a tuple or a list, got 'said-that'"


def test_a_rule_that_is_off_lets_the_next_one_try() -> None:
    text = '"We are ready now," said Ann Lee.\n"All of us want to talk, and soon."'
    assert _rules(Reader(), text)["All of us want to talk, and soon."] == "paragraph-before"
    ours = Reader(without=["paragraph-before"])
    assert _rules(ours, text)["All of us want to talk, and soon."] == "marks"


def _rules(reader: Reader, text: str) -> dict[str, str]:
    """Return the rule that found each quote."""
    brief = reader.read(text)
    by_id = {quote.id: quote.text for quote in brief.quotes}
    found = (each for each in brief.evidence if each.field is None and each.record in by_id)
    return {by_id[each.record]: each.rule for each in found}
