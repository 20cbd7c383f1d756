"""Families of news language: short quotes, promises, requests, parted speech, plain sources."""

from __future__ import annotations

import pytest

from natobrief import Brief, Lexicon, QuoteKind, Reader, read
from natobrief.reader.lexicon import DEFAULT
from natobrief.reader.text.cues import scan_words

LEE = "Ann Lee"


def said(brief: Brief) -> list[tuple[str, str | None]]:
    """Return what is said, as it stands, with the source as it is written."""
    return [(quote.text, quote.attribution_text) for quote in brief.quotes]


def reported(text: str) -> list[tuple[str, str | None]]:
    """Return the reported speech of a text."""
    brief = read(text)
    assert all(quote.kind is QuoteKind.INDIRECT for quote in brief.quotes)
    return said(brief)


REPORTED = {
    "an owner opens the clause": (
        "Ann Lee said Norway's bid could be considered in May.",
        ("Norway's bid could be considered in May", LEE),
    ),
    "an owner opens the clause behind an aside": (
        "Ann Lee, speaking in Oslo, said Norway's bid could be considered in May.",
        ("Norway's bid could be considered in May", LEE),
    ),
    "a name and any verb": (
        "Ann Lee, for her part, said Norway opposes bans.",
        ("Norway opposes bans", LEE),
    ),
    "the office and then the name behind the words": (
        "The hall will be closed in May, the press secretary of the Mayor of Oslo, Ann Lee, said.",
        ("The hall will be closed in May", LEE),
    ),
    "the name and then the office behind the words": (
        "The hall will be closed in May, Ann Lee, the mayor of Oslo, said on Friday.",
        ("The hall will be closed in May", LEE),
    ),
    "told to reporters": (
        "The hall will be closed in May, Ann Lee told reporters on Friday.",
        ("The hall will be closed in May", LEE),
    ),
    "told to an agency by one with an office": (
        "The hall will be closed in May, Ann Lee, the mayor of Oslo, told the ABC.",
        ("The hall will be closed in May", LEE),
    ),
    "a promise": (
        "Ann Lee vowed to keep the bridge open.",
        ("to keep the bridge open", LEE),
    ),
    "a threat": (
        "Ann Lee has threatened to walk out of the talks.",
        ("to walk out of the talks", LEE),
    ),
    "a refusal": (
        "Ann Lee refused to sign the paper.",
        ("to sign the paper", LEE),
    ),
    "a request": (
        "Ann Lee urged the two camps to keep calm.",
        ("the two camps to keep calm", LEE),
    ),
    "a request not to": (
        "Ann Lee warned Tom Keller not to cross the river.",
        ("Tom Keller not to cross the river", LEE),
    ),
    "called on": (
        "Ann Lee called on the banks to lower their fees.",
        ("on the banks to lower their fees", LEE),
    ),
    "called for": (
        "Ann Lee called for an inquiry into the fire.",
        ("an inquiry into the fire", LEE),
    ),
    "accused of": (
        "Ann Lee accused Tom Keller of hiding the report.",
        ("Tom Keller of hiding the report", LEE),
    ),
    "warned of": (
        "Ann Lee warned of a long winter in the hills.",
        ("a long winter in the hills", LEE),
    ),
    "a contraction is a subject": (
        "Ann Lee said he’s ready to leave the club.",
        ("he’s ready to leave the club", LEE),
    ),
    "a plain source": (
        "Most of the farmers said the rain came too late.",
        ("the rain came too late", "Most of the farmers"),
    ),
    "a share of many": (
        "Sixty percent said they were content with the plan.",
        ("they were content with the plan", "Sixty percent"),
    ),
    "it": (
        "It said the new line would open next year.",
        ("the new line would open next year", "It"),
    ),
    "a description with the name behind it": (
        "Her closest aide, Ann Lee, said the vote was lost.",
        ("the vote was lost", LEE),
    ),
    "quoted as saying": (
        "Ann Lee was quoted as saying the vote was lost.",
        ("the vote was lost", LEE),
    ),
    "a source with its work behind it": (
        "The vote was lost in the last hour, said Ann Lee, who teaches law at a college nearby.",
        ("The vote was lost in the last hour", LEE),
    ),
    "a short lead": (
        "Now, Ann Lee says, the vote is lost.",
        ("the vote is lost", LEE),
    ),
}


@pytest.mark.parametrize("family", REPORTED)
def test_reported(family: str) -> None:
    text, found = REPORTED[family]
    assert reported(text) == [found]


SILENT = {
    "said afterwards": "Ann Lee said afterwards at a long meeting with the mayors of two towns.",
    "the owner's man says so": "The deal was off for good, said Ann Lee's aide.",
    "told reporters while": "While the hall was closed, Ann Lee told reporters a long joke.",
    "a list before a name": "They have talked of peace, war, Ann Lee, said the sign.",
    "called off": "Ann Lee called off a planned trip to Norway for talks on the harbour.",
    "called it off": "Ann Lee called it off for lack of time.",
    "refused to say": "Ann Lee refused to say who paid for it.",
    "declined to comment": "Ann Lee declined to comment on the price of it.",
    "never promised": "Ann Lee never promised to keep the bridge open.",
    "no infinitive": "Ann Lee offered to the poor what was left.",
    "a noun": "Her appeal to keep calm went unheard.",
    "a relative clause": "Ann Lee lives in one of the states that have no coast.",
    "of a name said": "It is a book that Ann Lee said was lost.",
    "an act and not words": "Ann Lee began to find her voice, which many had hoped for.",
    "two things done": "The paper was withdrawn, and Ann Lee continues to look for it.",
    "permission": "Ann Lee requested permission to leave the room.",
}


@pytest.mark.parametrize("family", SILENT)
def test_nothing_is_reported(family: str) -> None:
    assert said(read(SILENT[family])) == []


def test_words_on_both_sides_of_the_source_are_one_quote() -> None:
    text = "The plan for the old harbour, Ann Lee said, is too costly and will be dropped."
    (quote,) = read(text).quotes
    assert [text[s.start : s.end] for s in quote.spans] == [
        "The plan for the old harbour",
        "is too costly and will be dropped",
    ]
    assert quote.attribution_text == LEE


def test_the_verb_behind_a_source_between_commas_goes_on_with_the_subject() -> None:
    text = "Minister Ann Lee, according to two officials, plans to leave the house in May."
    (quote,) = read(text).quotes
    assert [text[s.start : s.end] for s in quote.spans] == [
        "Minister Ann Lee",
        "plans to leave the house in May",
    ]
    assert quote.attribution_text == "two officials"


def test_two_reports_in_one_sentence() -> None:
    text = "Ann Lee said the road was closed, adding that it would open in May."
    assert reported(text) == [
        ("the road was closed", LEE),
        ("it would open in May", LEE),
    ]


def test_a_report_ends_before_the_words_that_are_quoted() -> None:
    text = 'Ann Lee said she saw no way out of it, telling Tom Keller that "all of it is in vain".'
    assert said(read(text)) == [
        ("she saw no way out of it", LEE),
        ("all of it is in vain", LEE),
    ]


SHORT = {
    "an unlisted speech act": ('Ann Lee bemoaned the "sad" end of it.', ["sad"]),
    "two in one sentence": ('Ann Lee called it "sad" and a sign of "bad taste" there.', None),
    "remembered": ('"Sad," remembered Ann Lee.', ["Sad,"]),
    "an ellipsis": ('"Well, I will look at it…" Ann Lee said.', ["Well, I will look at it…"]),
}


@pytest.mark.parametrize("family", SHORT)
def test_short_quotes(family: str) -> None:
    text, words = SHORT[family]
    found = [text[s.start : s.end] for q in read(text).quotes for s in q.spans]
    assert found == (words or ["sad", "bad taste"])
    assert {q.attribution_text for q in read(text).quotes} == {LEE}


NO_QUOTES = {
    "a book": 'Ann Lee said it in her memoir, "The Long Way."',
    "a show of one word": 'Ann Lee said so on the podcast "Tomorrow."',
    "a scare quote": 'They sat down at the "table" of the old mill.',
    "a name in a sentence with a quote": 'Ann Lee called the "Blue Door" plan dead.',
}


@pytest.mark.parametrize("family", NO_QUOTES)
def test_no_short_quote(family: str) -> None:
    assert [q for q in read(NO_QUOTES[family]).quotes if q.kind is not QuoteKind.INDIRECT] == []


def test_a_heading_in_single_marks_is_no_quote() -> None:
    text = (
        'The mill will close, Ann Lee said on Monday.\n\n"We are done with it," Ann Lee said.'
        "\n\n'A hard choice.'\n\nThe town has no other mill."
    )
    assert [q.text for q in read(text).quotes if q.kind is QuoteKind.DIRECT] == [
        "We are done with it,"
    ]


SPEAKERS = {
    "the verb of the embedded clause is not the speaker's": (
        'Ann Lee said that Tom Keller will continue to be "a friend of the poor".'
    ),
    "a passive has no speaker": 'Ann Lee said Tom Keller was called "a friend of the poor".',
    "the sentence goes on up to its last comma": (
        'It lends the towns the "push of a lifetime" they need to grow, Ann Lee said.'
    ),
    "saying so by the way": 'Ann Lee won them over by warning that "all of it is at risk".',
    "an apposition is stepped over": (
        '"We are done with it," Ann Lee, a friend of Tom Keller, said.'
    ),
    "a second saying goes back to the subject": (
        'Ann Lee spoke of "hope" with Tom Keller, saying "a new day has come for us".'
    ),
    "a description and its name": 'His new aide, Ann Lee, said it was "a gift to all of us".',
}


@pytest.mark.parametrize("family", SPEAKERS)
def test_the_speaker_is(family: str) -> None:
    quotes = [q for q in read(SPEAKERS[family]).quotes if q.kind is not QuoteKind.INDIRECT]
    assert {q.attribution_text for q in quotes} == {LEE}


def test_verbs_of_acts_are_scanned() -> None:
    acts_of = [row.partition("=")[0] for row in DEFAULT.object_verbs]
    for verb in (*DEFAULT.promise_verbs, *DEFAULT.request_verbs, *acts_of):
        (cue, *_) = scan_words(f"she {verb} it", DEFAULT).cues
        assert cue.verb == verb


def test_nouns_are_no_verbs() -> None:
    text = "the question of a charge, his support of the market and a view of the rule"
    assert scan_words(text, DEFAULT).cues == []


def test_a_lexicon_without_the_verbs_hears_no_promise() -> None:
    mute = Reader(lexicon=Lexicon(promise_verbs=()))
    assert mute.read("Ann Lee vowed to keep the bridge open.").quotes == ()
