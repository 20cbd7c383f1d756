"""What one speaker says on one occasion: form, day, hearers, principals, occasion, topics."""

from __future__ import annotations

import attrs
import pytest

from natobrief.model import (
    Brief,
    Country,
    Doubt,
    Evidence,
    Genre,
    Group,
    OccasionRelation,
    Organization,
    Person,
    Statement,
)
from natobrief.reader import read
from tests.reader.texts import ARTICLES, article

NEWS = "BRUSSELS, Jan 7, 2022 - The ministers met on Friday.\n"


def statements(text: str, published: str | None = None) -> tuple[Statement, ...]:
    return read(text, published=published).statements


def only(text: str) -> Statement:
    (found,) = statements(NEWS + text)
    return found


# --- the form -------------------------------------------------------------------------------------

FORMS = [
    ("Ann Lee said at a press conference that talks would start.", Genre.PRESS_CONFERENCE),
    ("At a joint news conference, Ann Lee said that talks would start.", Genre.PRESS_CONFERENCE),
    ("Ann Lee told a news conference that talks would start.", Genre.PRESS_CONFERENCE),
    ("Ann Lee said at her weekly briefing that talks would start.", Genre.BRIEFING),
    ("In an interview with Der Spiegel, Ann Lee said that talks would start.", Genre.INTERVIEW),
    ("Ann Lee told Reuters that talks would start.", Genre.INTERVIEW),
    ("The ministers said in a joint statement that talks would start.", Genre.JOINT_STATEMENT),
    ("“Talks will start soon,” the leaders said in a communiqué.", Genre.COMMUNIQUE),
    ("Ann Lee said in a short statement that talks would start.", Genre.WRITTEN_STATEMENT),
    ("According to a readout, Ann Lee said that talks would start.", Genre.READOUT),
    ("Ann Lee wrote in a letter to the council that talks would start.", Genre.LETTER),
    ("Ann Lee tweeted that talks would start.", Genre.POST),
    ("“Talks will start soon,” Ann Lee wrote on Telegram.", Genre.POST),
    ("In a speech in Oslo, Ann Lee said that talks would start.", Genre.SPEECH),
    ("In remarks at the airport, Ann Lee said that talks would start.", Genre.REMARKS),
    ("Ann Lee told reporters that talks would start.", Genre.REMARKS),
    ("Ann Lee said that talks would start.", None),
    ("Ann Lee said that she had read of talks in a joint statement.", None),
    ("“I said so in an interview,” Ann Lee said.", None),
    ("Ann Lee, who cancelled an interview, said that talks would start.", None),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_form(text: str, form: Genre | None) -> None:
    assert only(text).genre is form


def test_the_headline_names_the_form_of_what_has_none() -> None:
    text = (
        "# Remarks by Ann Lee on the harbour of Riga\n\n"
        "Ann Lee said that the harbour was open.\n"
        "Tom Keller said in a letter that it was closed.\n"
    )
    first, second = statements(text)
    assert (first.genre, second.genre) == (Genre.REMARKS, Genre.LETTER)
    assert first.topics == second.topics == ("the harbour of Riga",)


SIGNED_BY_SEVERAL = """Joint statement by the Foreign Ministers of Norway, Chile and Peru

Oslo, 3 September 2020

We call on all sides to keep calm. We will follow the matter together.

Ann Lee
Minister of Foreign Affairs of Norway

Tom Keller
Minister of Foreign Affairs of Chile

Eva Berg
Minister of Foreign Affairs of Peru
"""


def test_what_several_sign_is_not_the_words_of_the_first() -> None:
    (statement,) = statements(SIGNED_BY_SEVERAL)
    assert statement.speaker is not None
    assert statement.speaker.name == "Foreign Ministers of Norway, Chile and Peru"
    assert not any(isinstance(q.speaker, Person) for q in read(SIGNED_BY_SEVERAL).quotes)


def test_a_joint_statement_is_of_several() -> None:
    text = (
        "# Joint statement of the foreign ministers\n\n"
        "The ministers said that the harbour was open. Ann Lee said that she was glad.\n"
    )
    assert [s.genre for s in statements(text)] == [Genre.JOINT_STATEMENT, None]


# --- to whom --------------------------------------------------------------------------------------

AUDIENCES: list[tuple[str, list[object]]] = [
    ("Ann Lee told reporters in Oslo that talks would start.", [Group(name="reporters")]),
    ("Ann Lee told Reuters that talks would start.", [Organization(name="Reuters")]),
    ("Ann Lee told the Bundestag that talks would start.", [Organization(name="Bundestag")]),
    (
        "Ann Lee told the German newspaper Bild that talks would start.",
        [Organization(name="Bild")],
    ),
    (
        "In a letter to the UN Security Council, Ann Lee wrote that talks would start.",
        [Organization(name="UN Security Council", id="un-security-council")],
    ),
    ("In an interview with Yle, Ann Lee said that talks would start.", [Organization(name="Yle")]),
    (
        "Speaking to journalists, Ann Lee said that talks would start.",
        [Group(name="journalists")],
    ),
    ("Ann Lee told Tom Keller that talks would start.", [Person(name="Tom Keller")]),
    (
        "In a message to France and Germany, Ann Lee said that talks would start.",
        [Country(name="France", id="fr"), Country(name="Germany", id="de")],
    ),
    ("Ann Lee told a news conference that talks would start.", []),
    ("Ann Lee said that she had told reporters.", []),
]


@pytest.mark.parametrize(("text", "hearers"), AUDIENCES)
def test_audience(text: str, hearers: list[object]) -> None:
    assert list(only(text).audience) == hearers


def test_who_is_told_may_be_open() -> None:
    brief = read("Ann Lee told the envoy that talks would start.")
    (doubt,) = (d for d in brief.doubts if d.field == "audience")
    assert doubt.code == "description-unresolved"
    assert doubt.reason == "who is told so is not clear: it is not clear whom “the envoy” means"


# --- for whom -------------------------------------------------------------------------------------

PRINCIPALS: list[tuple[str, str | None, object]] = [
    (
        "Kremlin spokesman Dmitry Peskov said that talks would start.",
        "Dmitry Peskov",
        Country(name="Russia", id="ru"),
    ),
    (
        "The foreign ministry's spokeswoman Ann Lee said that talks would start.",
        "Ann Lee",
        Organization(name="foreign ministry"),
    ),
    (
        "EU foreign policy spokesman Tom Keller said that talks would start.",
        "Tom Keller",
        Organization(name="EU", id="eu"),
    ),
    (
        "A spokesman for the European Commission said that talks would start.",
        "A spokesman",
        Organization(name="European Commission", id="european-commission"),
    ),
    (
        "Speaking on behalf of the Allies, Ann Lee said that talks would start.",
        "Ann Lee",
        Group(name="Allies"),
    ),
    (
        "Ann Lee, speaking for the European Union, said that talks would start.",
        "Ann Lee",
        Organization(name="European Union", id="eu"),
    ),
    (
        "On behalf of France and Germany, Ann Lee said that talks would start.",
        "Ann Lee",
        Group(
            name="France and Germany",
            members=[Country(name="France", id="fr"), Country(name="Germany", id="de")],
        ),
    ),
    (
        "The foreign ministers of France and Italy said in a joint statement that it was so.",
        "The foreign ministers",
        Group(
            name="France and Italy",
            members=[Country(name="France", id="fr"), Country(name="Italy", id="it")],
        ),
    ),
    (
        "Tom Keller was silent. Keller spokeswoman Ann Lee said that talks would start.",
        "Ann Lee",
        Person(name="Tom Keller"),
    ),
    ("Ann Lee said that she spoke on behalf of the Allies.", "Ann Lee", None),
]


@pytest.mark.parametrize(("text", "speaker", "principal"), PRINCIPALS)
def test_on_behalf_of(text: str, speaker: str, principal: object) -> None:
    found = only(text)
    assert found.speaker is not None
    assert (found.speaker.name, found.on_behalf_of) == (speaker, principal)


def test_an_unnamed_official_who_speaks_for_nobody_makes_no_statement() -> None:
    assert statements("A senior official said that talks would start.") == ()


# --- the occasion ---------------------------------------------------------------------------------

OCCASIONS = [
    ("after the summit", OccasionRelation.AFTER),
    ("ahead of the summit", OccasionRelation.BEFORE),
    ("at the summit", OccasionRelation.AT),
    ("on the sidelines of the summit", OccasionRelation.AT),
]


@pytest.mark.parametrize(("phrase", "relation"), OCCASIONS)
def test_occasion(phrase: str, relation: OccasionRelation) -> None:
    text = (
        "The summit took place in Madrid on 29 June 2022. "
        f"{phrase[0].upper()}{phrase[1:]}, Ann Lee said: “It is good.”"
    )
    brief = read(text)
    (found,) = brief.statements
    assert found.occasion_relation is relation
    assert found.occasion == brief.meetings[0].uid


def test_an_encounter_that_is_only_spoken_about() -> None:
    text = "The talks in Geneva ended. Commenting on the talks, Ann Lee said that they were useful."
    brief = read(text)
    (found,) = brief.statements
    assert found.occasion_relation is OccasionRelation.ABOUT


# --- the topic ------------------------------------------------------------------------------------

TOPICS = [
    ("On Ukraine, Ann Lee said that talks would start.", ("Ukraine",)),
    (
        "In a statement on the exercise in the north, Ann Lee said that it was safe.",
        ("the exercise in the north",),
    ),
    ("Asked about the harbour, Ann Lee said that it was open.", ("the harbour",)),
    ("Commenting on grain prices, Ann Lee said that they would fall.", ("grain prices",)),
    ("On Friday, Ann Lee said that talks would start.", ()),
    ("In a statement on 7 January, Ann Lee said that talks would start.", ()),
    ("On the campaign trail, Ann Lee said that talks would start.", ()),
    ("On arrival in Oslo, Ann Lee said that talks would start.", ()),
    ("In a statement on behalf of the Allies, Ann Lee said that talks would start.", ()),
    ("Ann Lee said that a statement on the harbour would come.", ()),
]


@pytest.mark.parametrize(("text", "topics"), TOPICS)
def test_topics(text: str, topics: tuple[str, ...]) -> None:
    assert only(text).topics == topics


def test_headings_of_sections_are_topics() -> None:
    text = (
        "# News of the week\n\nThe ministers met.\n\n"
        "## Energy\n\nAnn Lee said that supply was safe.\n\n"
        "## Grain\n\nTom Keller said that it was scarce. Ann Lee said that it was not.\n"
    )
    first, second = statements(text)
    assert (first.topics, second.topics) == (("Energy", "Grain"), ("Grain",))


# --- documents that are statements --------------------------------------------------------------

DECLARATION = """\
Joint statement by Foreign Minister Ann Lee of Norway and President Tom Keller on the harbour

12 May 2022

We welcome the new harbour. It will be open to all ships.

The mayor, Bo Kim, said that it was a good day.
"""


def test_a_document_whose_headline_names_its_authors_is_their_statement() -> None:
    brief = read(DECLARATION)
    whole, other = brief.statements
    assert isinstance(whole.speaker, Group)
    assert [m.name for m in whole.speaker.members] == ["Ann Lee", "Tom Keller"]
    assert whole.genre is Genre.JOINT_STATEMENT
    assert whole.topics == ("the harbour",)
    assert whole.made is not None
    assert str(whole.made) == "2022-05-12"
    assert whole.text is not None
    assert whole.text.startswith("We welcome")
    assert whole.text.endswith("a good day.")
    assert (other.speaker, other.genre) == (Person(name="Bo Kim"), None)
    assert brief.explain(whole, "made") == (
        "made: the document is the statement, so it was made on the document's day — "
        "“Joint statement” (rule document-day)"
    )


def test_what_the_author_says_in_it_is_a_part_of_it() -> None:
    text = "# Remarks by Ann Lee in Oslo\n\n12 May 2022\n\nAnn Lee said that it was open.\n"
    (only_one,) = statements(text)
    assert (only_one.genre, str(only_one.made)) == (Genre.REMARKS, "2022-05-12")
    assert only_one.text is None


NOT_WHOLE = [
    "Statement on the harbour\n\nWe welcome the new harbour.\n",
    "Statement by President van der Berg on the harbour\n\nWe welcome the new harbour.\n",
    "Statement by the minister on the harbour\n\nWe welcome the new harbour.\n",
    "Statement by Ann Lee on the harbour\n",
    "Press conference by Ann Lee\n\nWe welcome the new harbour.\n",
]


@pytest.mark.parametrize("text", NOT_WHOLE)
def test_other_documents_are_no_statement_as_a_whole(text: str) -> None:
    assert statements(text) == ()


# --- one occasion, or several ---------------------------------------------------------------------


def parts(text: str) -> list[list[str]]:
    """Return the words of each statement, by statement."""
    brief = read(text)
    return [[q.text for q in brief.quotes if q.statement == s.id] for s in brief.statements]


APART = [
    "“One is here,” Ann Lee said on 3 January 2022. “Two is here,” Ann Lee said on 5 January 2022.",
    "“One is here,” Ann Lee said in a letter. “Two is here,” Ann Lee told Reuters.",
    "“One is here,” Ann Lee said. “Two is here,” Ann Lee had said last year.",
    "“One is here,” Ann Lee tweeted. “Two is here,” Ann Lee said at a press conference.",
    (
        "“One is here,” Ann Lee said after the talks in Oslo. The summit in Rome took place. “Two "
        "is here,” Ann Lee said at the summit."
    ),
]
TOGETHER = [
    "“One is here,” Ann Lee said on 3 January 2022. “Two is here,” Lee added.",
    "“One is here,” Ann Lee told reporters. “Two is here,” Lee said at a press conference.",
    "“One is here,” Ann Lee said in January 2022. “Two is here,” Lee said on 5 January 2022.",
    "“One is here,” Ann Lee said at the talks in Oslo. “Two is here,” Lee said in a speech.",
]


@pytest.mark.parametrize("text", APART)
def test_other_occasions_are_statements_of_their_own(text: str) -> None:
    assert [[words.rstrip(",") for words in one] for one in parts(text)] == [
        ["One is here"],
        ["Two is here"],
    ]


@pytest.mark.parametrize("text", TOGETHER)
def test_one_occasion_is_one_statement(text: str) -> None:
    assert [[words.rstrip(",") for words in one] for one in parts(text)] == [
        ["One is here", "Two is here"]
    ]


def test_words_return_to_the_occasion_that_they_name() -> None:
    text = (
        "“One is here,” Ann Lee said in a letter. “Two is here,” Ann Lee tweeted. "
        "“Three is here,” Ann Lee said in a letter."
    )
    assert [[w.rstrip(",") for w in one] for one in parts(text)] == [
        ["One is here", "Three is here"],
        ["Two is here"],
    ]


def test_a_finer_form_takes_the_place_of_remarks() -> None:
    assert only(TOGETHER[1]).genre is Genre.PRESS_CONFERENCE


# --- offices --------------------------------------------------------------------------------------


def office_doubts(text: str, published: str | None = None) -> list[tuple[str, tuple[str, ...]]]:
    brief = read(text, published=published)
    found = [d for d in brief.doubts if d.code == "office-differs"]
    assert all(d.field in ("post", "participants") and d.record and d.spans for d in found)
    return [(d.reason, d.candidates) for d in found]


def test_an_office_that_the_directory_knows_otherwise() -> None:
    text = "“We are ready,” Prime Minister Sergey Lavrov said."
    assert [q.post.name for q in read(text, published="2022-03-03").quotes if q.post] == [
        "Prime Minister"
    ]
    wrong = {
        (
            (
                "the text calls Sergey Lavrov “Prime Minister”; the directory knows Minister of "
                "Foreign Affairs of Russia as the office on 2022-03-03"
            ),
            ("Minister of Foreign Affairs of Russia",),
        )
    }
    assert set(office_doubts(text, "2022-03-03")) == wrong
    indirect = "Prime Minister Sergey Lavrov said that talks would start."
    assert set(office_doubts(indirect, "2022-03-03")) == wrong
    inherited = "Prime Minister Sergey Lavrov was here.\n“We are ready,” Lavrov said. “We come.”"
    assert set(office_doubts(inherited, "2022-03-03")) == wrong


@pytest.mark.parametrize(
    "office",
    ["Foreign Minister", "Russian Foreign Minister", "Chief Negotiator", "NATO Foreign Minister"],
)
def test_an_office_that_fits_or_is_unknown_is_no_doubt(office: str) -> None:
    text = f"“We are ready,” {office} Sergey Lavrov said."
    assert office_doubts(text, "2022-03-03") == []
    assert office_doubts(text) == []


def test_an_office_held_by_another_then() -> None:
    text = "“We are ready,” NATO Secretary General Anders Fogh Rasmussen said."
    assert set(office_doubts(text, "2022-03-03")) == {
        (
            (
                "the directory doesn't know Anders Fogh Rasmussen as “NATO Secretary General” on "
                "2022-03-03; Jens Stoltenberg held the office"
            ),
            (),
        )
    }
    assert office_doubts(text, "2012-03-03") == []


def test_a_former_office_that_is_still_held() -> None:
    text = "“We are ready,” former NATO Secretary General Jens Stoltenberg said."
    assert set(office_doubts(text, "2022-03-03")) == {
        (
            (
                "the text calls Jens Stoltenberg “former NATO Secretary General”, but the "
                "directory knows the office as still held on 2022-03-03"
            ),
            ("NATO Secretary General",),
        )
    }
    assert office_doubts(text, "2025-03-03") == []


def test_offices_of_participants_are_checked_too() -> None:
    text = "Ann Lee met with Prime Minister Sergey Lavrov in Moscow on 3 March 2022."
    assert [candidates for _, candidates in office_doubts(text)] == [
        ("Minister of Foreign Affairs of Russia",)
    ]


# --- evidence and doubts --------------------------------------------------------------------------

# What says where a record stands and where it comes from is its own evidence.
PLAIN = {"text", "spans", "source", "known", "uid"}
BUNDLED = sorted((ARTICLES.parents[2] / "examples" / "articles").glob("*.[tm][xd]*"))
TEXTS = {
    **{name: article(name) for name in ("rasmussen-2014", "osce-2021", "guterres-2019")},
    **{path.stem: path.read_text(encoding="utf-8") for path in BUNDLED},
    "forms": NEWS + "\n".join(text for text, _ in FORMS),
    "hearers": NEWS + "\n".join(text for text, _ in AUDIENCES),
    "principals": NEWS + "\n".join(text for text, _, _ in PRINCIPALS),
    "whole": DECLARATION,
    "apart": NEWS + "\n".join([*APART, *TOGETHER]),
    "wrapped": "BRUSSELS, Jan 7, 2022 - At a press conference, Foreign Minister Ann\nLee told "
    "reporters on Friday that the road was closed to all.\nThe extraordinary summit in Madrid will "
    "be held by video\nconference on 29 June 2022, she said.\n",
}


def set_fields(brief: Brief) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for record in brief.records:
        for field in attrs.fields(type(record)):
            value, default = getattr(record, field.name), field.default
            if field.name in PLAIN or value in (None, ()):
                continue
            if not isinstance(default, attrs.Factory) and value == default:  # type: ignore[arg-type]
                continue
            found.append((record.id, field.name))
    return found


@pytest.mark.parametrize("name", TEXTS)
def test_each_record_and_each_field_that_is_set_has_evidence(name: str) -> None:
    brief = read(TEXTS[name])
    assert brief.records
    have = {(e.record, e.field) for e in brief.evidence if e.spans and e.rule and e.reason}
    assert all(e.reason[-1] not in ".,:" and e.reason.strip() == e.reason for e in brief.evidence)
    missing = [
        (type(brief.get(record)).__name__, field)
        for record, field in set_fields(brief)
        if (record, field) not in have
    ]
    assert missing == []
    assert [r.id for r in brief.records if (r.id, None) not in have] == []


@pytest.mark.parametrize("name", TEXTS)
def test_evidence_and_doubts_are_about_what_is_there(name: str) -> None:
    brief = read(TEXTS[name])
    known = {record.id: type(record) for record in brief.records}
    rows: list[Evidence | Doubt] = [*brief.evidence, *brief.doubts]
    for each in rows:
        if each.record is None:
            assert each.field is None
        elif each.field is not None:
            assert each.field in [f.name for f in attrs.fields(known[each.record])]
    starts = [min((s.start for s in d.spans), default=-1) for d in brief.doubts]
    assert starts == sorted(starts)


def test_each_quote_of_a_known_speaker_belongs_to_a_statement_of_that_speaker() -> None:
    for text in TEXTS.values():
        brief = read(text)
        for quote in brief.quotes:
            if quote.statement is None:
                continue
            owner = brief.get(quote.statement)
            assert isinstance(owner, Statement)
            assert (owner.speaker, owner.post, owner.made) == (
                quote.speaker,
                quote.post,
                quote.said,
            )
