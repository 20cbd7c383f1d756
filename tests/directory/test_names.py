"""Names in all the forms that texts give them, and who they mean."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natobrief import InvalidDate, InvalidValue, Person, Truth, UnknownName
from natobrief.directory import Directory
from natobrief.directory.keys import key, keys, loose_key, sound, sounds, without_owner
from tests.directory.small import Row, document, league, load_one, tenure


@pytest.fixture(scope="module")
def facts() -> Directory:
    return Directory.default()


@given(st.text())
def test_keys_are_stable(text: str) -> None:
    assert key(text).strip() == key(text)
    assert "  " not in key(text)
    assert key(text.upper()) == key(text.upper().lower())


@given(st.lists(st.text() | st.sampled_from(["The Ελλάς", "a\nb", "Łódź", "e\u0301", ""])))
def test_many_keys_at_once_are_the_key_of_each(texts: list[str]) -> None:
    assert keys(texts) == [key(text) for text in texts]
    folded = [each.replace("\n", "") for each in keys(texts)]
    assert sounds(folded) == [sound(each) for each in folded]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NATO–Russia Council", "nato russia council"),
        ("Manfred Wörner", "MANFRED WORNER"),
        ("Søren Łęcki", "soren lecki"),
        ("U.S.", "us"),
        ("the Kremlin", "Kremlin"),
        ("Côte d’Ivoire", "cote d'ivoire"),
    ],
)
def test_forms_with_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelenskyy", "Volodymyr Zelenskiy"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Manfred Woerner", "Manfred Wörner"),
        ("Mikhail Khodov", "Mihail Hodov"),
    ],
)
def test_romanizations_sound_alike(one: str, other: str) -> None:
    assert loose_key(one) == loose_key(other)


def test_different_names_do_not_sound_alike() -> None:
    assert len({loose_key(name) for name in ("Alm", "Elm", "Berg", "Borg", "Dahl", "Dale")}) == 6


def test_endings_of_owners_are_dropped() -> None:
    assert without_owner("Russia's allies’ plan") == "Russia allies plan"


def chosen(directory: Directory, name: str, on: str | None = None) -> str | None:
    actor = directory.resolve(name, on).actor
    return None if actor is None else actor.id


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("Jens Stoltenberg", None, "jens-stoltenberg"),
        ("JENS STOLTENBERG", None, "jens-stoltenberg"),
        ("Mr. Stoltenberg", "2022-01-07", "jens-stoltenberg"),
        ("J. Stoltenberg", "2022-01-07", "jens-stoltenberg"),
        ("NATO Secretary General Jens Stoltenberg", None, "jens-stoltenberg"),
        ("Secretary-General Stoltenberg", "2022-01-07", "jens-stoltenberg"),
        ("the Secretary General of NATO", "2022-01-07", "jens-stoltenberg"),
        ("NATO Secretary General", "2025-01-01", "mark-rutte"),
        ("President Zelensky", "2022-01-07", "volodymyr-zelenskyy"),
        ("Zelenskiy", "2022-01-07", "volodymyr-zelenskyy"),
        ("President Volodymyr Zelensky", None, "volodymyr-zelenskyy"),
        ("V. Zelensky", "2022-01-07", "volodymyr-zelenskyy"),
        ("President W. Zelenskiy", "2022-01-07", "volodymyr-zelenskyy"),
        ("Sergei Lavrov", None, "sergey-lavrov"),
        ("Russian Foreign Minister Sergei Lavrov", "2022-01-07", "sergey-lavrov"),
        ("President Xi", "2022-01-07", "xi-jinping"),
        ("de Hoop Scheffer", "2008", "jaap-de-hoop-scheffer"),
        ("Woerner", "1990-06-01", "manfred-worner"),
        ("NRC", None, "nato-russia-council"),
        ("Nato", None, "nato"),
        ("Russian delegation", None, "ru"),
        ("the White House", None, "us"),
        ("Turkiye", None, "tr"),
        ("Cote d'Ivoire", None, "ci"),
    ],
)
def test_who_is_meant(facts: Directory, name: str, on: str | None, expected: str) -> None:
    assert chosen(facts, name, on) == expected


@pytest.mark.parametrize(
    ("name", "on", "reason"),
    [
        ("Bush", None, "the surname of George W. Bush"),
        ("Bush", "2022-01-07", "the surname of George W. Bush"),
        ("Zelensky", "2018-01-01", "another spelling of the surname of Volodymyr Zelenskyy"),
        ("J. Stoltenberg", None, "the surname, with a given name that fits of Jens Stoltenberg"),
        ("J. Stoltenberg", "2025-06-01", "the surname, with a given name that fits of Jens"),
    ],
)
def test_the_one_listed_bearer_of_a_surname_is_no_silent_pick(
    facts: Directory, name: str, on: str | None, reason: str
) -> None:
    resolved = facts.resolve(name, on)
    (only,) = resolved.candidates
    assert only.certainty is Truth.POSSIBLY
    assert only.reason.startswith(reason)
    assert resolved.actor is None
    assert resolved.is_ambiguous


def test_posts_of_a_surname_need_the_day(facts: Directory) -> None:
    with pytest.raises(UnknownName) as caught:
        facts.posts("Bush")
    assert str(caught.value) == ("no one person is known as 'Bush'; did you mean 'George W. Bush'?")
    assert facts.posts("Bush", on="2005-01-01")[0].post.name == "President of the United States"


FORMS = ["Vladimir", "Wladimir", "Wolodymyr", "Volodimir", "Uladzimir"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("on", [None, "2018-01-01", "2022-01-07"])
def test_a_given_name_in_the_form_of_another_language_is_a_candidate(
    facts: Directory, form: str, on: str | None
) -> None:
    resolved = facts.resolve(f"{form} Zelensky", on)
    (only,) = resolved.candidates
    exact = form in ("Wolodymyr", "Volodimir")  # which are only spelt otherwise
    assert (only.actor.id, only.certainty) == (
        "volodymyr-zelenskyy",
        Truth.YES if exact else Truth.POSSIBLY,
    )
    assert (resolved.actor is not None) is exact
    if not exact:
        assert only.reason.startswith(
            "the surname, with another form of the given name, of Volodymyr Zelenskyy"
        )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Serhii Lavrov", "sergey-lavrov"),
        ("Dmitri Kuleba", "dmytro-kuleba"),
        ("Alexander Lukashenko", "alexander-lukashenko"),
        ("Oleksandr Lukashenka", "alexander-lukashenko"),
        ("Aliaksandr Lukashenko", "alexander-lukashenko"),
        ("Jean Stoltenberg", None),
    ],
)
def test_forms_of_given_names(facts: Directory, name: str, expected: str | None) -> None:
    assert [each.actor.id for each in facts.candidates(name)] == [expected][: expected is not None]


def test_a_title_decides_with_another_form_of_the_given_name(facts: Directory) -> None:
    assert chosen(facts, "President Vladimir Zelensky", "2022-01-07") == "volodymyr-zelenskyy"
    assert chosen(facts, "President Vladimir Zelensky", "2018-01-01") is None


@pytest.mark.parametrize("name", ["X. Zelensky", "Boris Zelensky"])
def test_a_given_name_that_does_not_fit_is_no_match(facts: Directory, name: str) -> None:
    assert facts.candidates(name) == ()


def test_a_former_name_is_flagged(facts: Directory) -> None:
    (found,) = facts.candidates("Macedonia", "2022-01-07")
    assert (found.actor.id, found.certainty) == ("mk", Truth.YES)
    assert found.reason == "a former name of North Macedonia, in use ../2019-02-11, so not then"
    (found,) = facts.candidates("Macedonia", "2018")
    assert found.reason == "a former name of North Macedonia, in use ../2019-02-11"


def test_a_capital_that_is_also_a_seat_is_no_silent_pick(facts: Directory) -> None:
    brussels = facts.resolve("Brussels", "2022-01-07")
    assert [(c.actor.id, c.certainty) for c in brussels.candidates] == [
        ("be", Truth.POSSIBLY),
        ("nato", Truth.POSSIBLY),
        ("eu", Truth.POSSIBLY),
    ]
    assert [candidate.reason for candidate in brussels.candidates[1:]] == [
        "a seat of NATO, which can stand for it: it existed 1949-04-04/..",
        "a seat of European Union, which can stand for it: it existed 1993/..",
    ]
    assert brussels.actor is None
    assert facts.candidates("Brussels", "1930")[-1].certainty is Truth.NO
    assert [chosen(facts, name) for name in ("Moscow", "the Kremlin", "Washington", "Kyiv")] == [
        "ru",
        "ru",
        "us",
        "ua",
    ]


def test_a_body_that_did_not_exist_yet_is_no_silent_pick(facts: Directory) -> None:
    resolved = facts.resolve("NATO-Ukraine Council", "2022-01-10")
    assert resolved.is_ambiguous
    assert [(c.actor.id, c.certainty) for c in resolved.candidates] == [
        ("nato-ukraine-commission", Truth.POSSIBLY),
        ("nato-ukraine-council", Truth.NO),
    ]
    assert chosen(facts, "NATO-Ukraine Council", "2024") == "nato-ukraine-council"


def test_an_unknown_name_has_suggestions(facts: Directory) -> None:
    with pytest.raises(UnknownName) as caught:
        facts.resolve("Jens Stoltenburg")
    assert str(caught.value) == (
        "no actor is known as 'Jens Stoltenburg'; did you mean 'Jens Stoltenberg'?"
    )
    assert facts.candidates("Jens Stoltenburg") == ()
    assert facts.suggestions("Qqqq") == ()
    assert facts.suggestions("Stoltenburg") == ("Jens Stoltenberg",)
    assert facts.suggestions("Lavrov") == ()  # which is no misspelling
    with pytest.raises(UnknownName, match="no person is known as 'nobody'"):
        facts.person("nobody")
    with pytest.raises(UnknownName, match="no organization is known as 'ru'"):
        facts.organization("ru")
    with pytest.raises(UnknownName, match="no state is known as 'nato'"):
        facts.country("nato")
    with pytest.raises(UnknownName, match="no actor is known as 'x'"):
        facts.actor("x")


def test_lookup_is_exact(facts: Directory) -> None:
    assert [entry.kind for entry in facts.lookup("Ukrainian")] == ["demonym"]
    assert [entry.kind for entry in facts.lookup("Kyiv")] == ["place"]
    assert facts.lookup("Stoltenberg") == ()
    assert [entry.id for entry in facts.lookup("WHO")] == ["who"]
    assert facts.lookup("who") == facts.lookup("Who") == ()


# --- several of one name ------------------------------------------------------------------------

ALMS: list[Row] = [
    {"id": "anna-alm", "name": "Anna Alm", "names": ["Anna Alm-Berg"]},
    {"id": "axel-alm", "name": "Axel Alm Jr."},
    {"id": "bo-alm", "name": "Bo Alm"},
    {"id": "bo-alm-2", "name": "Bo Alm"},
]


@pytest.fixture
def alms(tmp_path: Path) -> Directory:
    content = league(
        tenure("anna-alm", "2020-01-01/2020-06-30"),
        tenure("axel-alm", "2020-06-30/2020-12"),
        tenure("bo-alm", "2021-02-01/.."),
        {"post": "locks-warden", "holder": "bo-alm-2", "period": "2020-01-01/2021-12-31"},
        people=ALMS,
        organizations=[
            {"id": "rivers", "name": "League of Rivers"},
            {"id": "locks", "name": "Board of Locks"},
        ],
        posts=[
            {"id": "rivers-chair", "name": "Chair of the League of Rivers", "of": "rivers"},
            {"id": "locks-warden", "name": "Warden of the Board of Locks", "of": "locks"},
        ],
    )
    return load_one(tmp_path, content)


def reasons(directory: Directory, name: str, on: str | None = None) -> list[tuple[str, str]]:
    return [(c.certainty.value, c.reason) for c in directory.candidates(name, on)]


def test_a_surname_of_several_is_ambiguous(alms: Directory) -> None:
    assert alms.resolve("Alm").is_ambiguous
    assert reasons(alms, "Alm", "2020-03-01") == [
        (
            "possibly",
            "the surname of Anna Alm, Chair of the League of Rivers then",
        ),
        ("possibly", "the surname of Bo Alm, Warden of the Board of Locks then"),
        ("possibly", "the surname of Axel Alm Jr."),
        ("possibly", "the surname of Bo Alm"),
    ]


def test_a_title_on_the_day_decides(alms: Directory) -> None:
    assert chosen(alms, "Chair Alm", "2020-03-01") == "anna-alm"
    assert chosen(alms, "Chair Alm", "2021-03-01") == "bo-alm"
    assert chosen(alms, "Warden Alm") == "bo-alm-2"
    assert chosen(alms, "Warden Bo Alm", "2021-03-01") == "bo-alm-2"
    assert alms.resolve("Chair Alm", "2020-06-30").is_ambiguous
    assert alms.resolve("Chair Alm").is_ambiguous
    assert reasons(alms, "Chair Alm", "2020-12-15")[0] == (
        "yes",
        "the surname of Axel Alm Jr., possibly Chair of the League of Rivers then",
    )


def test_two_people_of_one_full_name(alms: Directory) -> None:
    resolved = alms.resolve("Bo Alm")
    assert resolved.actor is None
    assert [c.certainty for c in resolved.candidates] == [Truth.POSSIBLY] * 2


def test_initials_and_given_names(alms: Directory) -> None:
    assert alms.candidates("Ax. Alm") == ()
    assert [c.actor.id for c in alms.candidates("A. Alm")] == ["anna-alm", "axel-alm"]
    assert chosen(alms, "Axel Alm") == "axel-alm"
    assert chosen(alms, "Anna Alm-Berg") == "anna-alm"
    assert alms.candidates("Zoe Alm") == ()


@pytest.mark.parametrize(
    "context",
    [
        ["anna-alm"],
        ["Anna Alm"],
        [Person(id="anna-alm", name="A.")],
    ],
)
def test_the_context_decides(alms: Directory, context: list[str | Person]) -> None:
    (first, *_) = alms.candidates("Alm", context=context)
    assert (first.actor.id, first.certainty) == ("anna-alm", Truth.YES)
    assert first.reason == "the surname of Anna Alm, who is named in the context"


def test_a_body_in_the_context_ranks(alms: Directory) -> None:
    (first, *_) = alms.candidates("Alm", context=["Board of Locks", Person(name="Zoe")])
    assert (first.actor.id, first.certainty) == ("bo-alm-2", Truth.POSSIBLY)
    assert first.reason == "the surname of Bo Alm, Warden of the Board of Locks at some time"


def test_a_title_alone_means_its_holders(alms: Directory) -> None:
    assert [c.actor.id for c in alms.candidates("Chair of the League of Rivers")] == [
        "anna-alm",
        "axel-alm",
        "bo-alm",
    ]
    assert reasons(alms, "the League of Rivers' Chair", "2020-12-20") == [
        ("possibly", "Chair of the League of Rivers then")
    ]


def test_misspelt_bodies_and_states_are_suggested_and_not_matched(tmp_path: Path) -> None:
    content = document(
        organizations=[{"id": "rivers", "name": "League of Khron"}],
        countries=[{"id": "xx", "name": "Kharkhia", "demonyms": ["Kharkhian"]}],
    )
    directory = load_one(tmp_path, content)
    with pytest.raises(UnknownName) as caught:
        directory.resolve("League of Khronn")
    assert caught.value.suggestions == ("League of Khron",)
    assert directory.candidates("Kharrkhia") == ()
    assert directory.dated_names(Person(name="x")) == ()


def test_a_doubled_letter_is_a_mistake_unless_romanizations_differ_in_it(facts: Directory) -> None:
    assert facts.candidates("Joe Bidden") == ()
    assert facts.resolve("Volodymyr Zelenskiy").actor == facts.person("volodymyr-zelenskyy")


def test_a_name_of_two_kinds(tmp_path: Path) -> None:
    content = document(
        countries=[
            {"id": "xx", "name": "Alm", "capital": "Alm", "demonyms": ["Alm"]},
            {"id": "yy", "name": "Elm", "names": [{"text": "ALM", "kind": "acronym"}, "Alm Land"]},
        ],
        people=[{"id": "bo-alm", "name": "Bo Alm"}],
    )
    directory = load_one(tmp_path, content)
    assert [entry.kind for entry in directory.lookup("alm")] == ["country", "demonym", "place"]
    assert [entry.id for entry in directory.lookup("ALM")] == ["xx", "yy", "xx", "xx"]
    found = directory.candidates("alm")
    assert [(c.actor.id, c.certainty) for c in found] == [
        ("xx", Truth.YES),
        ("bo-alm", Truth.POSSIBLY),
    ]


def test_an_acronym_that_is_also_a_word_keeps_its_word(tmp_path: Path) -> None:
    names = [{"text": "LOCK", "kind": "acronym"}, "Lock"]
    content = document(organizations=[{"id": "locks", "name": "Board", "names": names}])
    assert load_one(tmp_path, content).lookup("lock")[0].id == "locks"


def written_names(directory: Directory) -> list[str]:
    texts = (text for text, entry in directory.entries() if entry.kind != "post")
    return list(dict.fromkeys(texts))


@pytest.mark.parametrize("on", [None, "1985-06", "2022-01-07", "2024-10-01", "2030-01-01"])
def test_ready_answers_are_those_that_are_worked_out(facts: Directory, on: str | None) -> None:
    facts.resolve("NATO")
    facts.resolve("Jens Stoltenberg")  # the answers about all names are ready from here on
    for name in written_names(facts):
        ready = facts.resolve(name, on)
        # A context, even an empty one that has to be read first, has the answer worked out.
        assert ready == facts.resolve(name, on, context=iter(())), name
        assert ready.candidates == facts.candidates(name, on), name


def test_ready_answers_are_those_that_are_worked_out_by_title_and_name(alms: Directory) -> None:
    for on in (None, "2020-06-30", "2020-12-15", "2031"):
        for name in written_names(alms):
            assert alms.resolve(name, on) == alms.resolve(name, on, context=iter(())), (name, on)


def test_names_of_signs_alone_and_with_suffixes(tmp_path: Path) -> None:
    people: list[Row] = [
        {"id": "dots", "name": "..."},
        {"id": "ann-ek", "name": "Ann Ek Jr. III"},
        {"id": "the-party", "name": "Ek Party"},
    ]
    directory = load_one(tmp_path, document(people=people))
    assert chosen(directory, "Ann Ek Jr. III") == "ann-ek"
    assert [each.actor.id for each in directory.candidates("Ek")] == ["ann-ek"]
    assert directory.candidates("...") == ()
    with pytest.raises(UnknownName):
        directory.resolve("...")
    for name in ("Ann Ek Jr. III", "Ek Party"):
        assert directory.resolve(name) == directory.resolve(name, context=iter(())), name


def test_a_ready_answer_still_refuses_what_is_no_day(alms: Directory) -> None:
    assert alms.resolve("League of Rivers", "2001").actor is not None
    with pytest.raises(InvalidDate):
        alms.resolve("League of Rivers", on="soon")


def test_a_name_is_text(alms: Directory) -> None:
    with pytest.raises(InvalidValue, match=r"^name: expected text, got 7$"):
        alms.resolve(cast("str", 7))


def test_answers_are_kept_and_change_nothing(alms: Directory) -> None:
    first = alms.resolve("Anna Alm", on="2001-01-01", context=["rivers"])
    assert alms.resolve("Anna Alm", on="2001-01-01", context=("rivers",)) is first
    assert alms.candidates("Anna Alm", "2001-01-01", iter(["rivers"])) == first.candidates
    again = pickle.loads(pickle.dumps(alms))
    assert again.resolve("Anna Alm", on="2001-01-01", context=["rivers"]) == first


def test_equal_moments_in_other_zones_keep_their_words(tmp_path: Path) -> None:
    content = document(
        organizations=[{"id": "rivers", "name": "League of Rivers", "period": "1950/1960"}]
    )
    directory = load_one(tmp_path, content)
    noon = dt.datetime(2001, 1, 1, 12, tzinfo=dt.UTC)
    shifted = noon.astimezone(dt.timezone(dt.timedelta(hours=2)))
    assert noon == shifted
    reasons = {directory.candidates("League of Rivers", day)[0].reason for day in (noon, shifted)}
    assert len(reasons) == 2


def test_a_day_of_a_wrong_type_is_refused_as_before(alms: Directory) -> None:
    with pytest.raises(InvalidValue):
        alms.resolve("Anna Alm", on=cast("str", ["2001"]))


# --- what was known then ------------------------------------------------------------------------


def test_a_title_means_who_was_known_to_hold_it(facts: Directory) -> None:
    title = "NATO Secretary General"
    assert chosen(facts, title, "2025-01-01") == "mark-rutte"
    with pytest.raises(UnknownName):
        facts.resolve(title, "2025-01-01", known="2022-01-07")
    (only,) = facts.candidates(title, "2022-06-01", known="2022-01-07")
    assert (only.actor.id, only.certainty) == ("jens-stoltenberg", Truth.POSSIBLY)
    (only,) = facts.candidates("Rutte", "2025-01-01", known="2022-01-07")
    assert only.certainty is Truth.POSSIBLY
    assert only.reason == "the surname of Mark Rutte"
    (only,) = facts.candidates("Rutte", "2025-01-01")
    assert only.reason == "the surname of Mark Rutte, NATO Secretary General then"
    assert "mark-rutte" in [c.actor.id for c in facts.candidates(title)]
    then = facts.candidates(title, known="2022-01-07")
    assert "mark-rutte" not in [c.actor.id for c in then]


def test_a_body_that_was_not_known_yet(facts: Directory) -> None:
    resolved = facts.resolve("NATO-Ukraine Council", known="2022-01-07")
    assert resolved.actor is None
    assert [(c.actor.id, c.certainty, c.reason) for c in resolved.candidates] == [
        (
            "nato-ukraine-commission",
            Truth.POSSIBLY,
            "what there was on 2022-01-07 in place of the NATO-Ukraine Council",
        ),
        (
            "nato-ukraine-council",
            Truth.NO,
            (
                "a name of NATO-Ukraine Council: nothing was known of it on 2022-01-07; "
                "then there was the NATO-Ukraine Commission"
            ),
        ),
    ]


def test_a_name_was_no_former_one_before_it_was_given_up(facts: Directory) -> None:
    def reason(known: str | None) -> str:
        (only,) = facts.candidates("Macedonia", "2018-01-01", known=known)
        return only.reason

    assert reason(None).startswith("a former name of North Macedonia")
    assert reason("2018-01-01") == "a name of North Macedonia"
    assert reason("2020-01-01") == reason(None)


@pytest.mark.parametrize("on", [None, "2022-01-07", "2024-10-01"])
def test_what_is_known_at_the_end_is_what_is_known(facts: Directory, on: str | None) -> None:
    for name in ("Jens Stoltenberg", "President Zelensky", "NRC", "Moscow", "Bush", "Macedonia"):
        assert facts.candidates(name, on, known="2100") == facts.candidates(name, on)
