"""The bundled facts: the traps of dated facts by name, and the laws that every row keeps."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any, cast

import pytest

from natobrief import Country, Person, Truth, UnknownName, When
from natobrief.directory import Directory, EndBasis, NameKind, Tenure
from natobrief.directory.schema import faults_of
from tests.directory import small

CHIEF = "NATO Secretary General"
FOLDER = resources.files("natobrief.directory") / "data"
FILES = sorted(file.name for file in FOLDER.iterdir())
DOCUMENTS: dict[str, dict[str, Any]] = {
    name: json.loads((FOLDER / name).read_text("utf-8")) for name in FILES
}


@pytest.fixture(scope="module")
def facts() -> Directory:
    return Directory.default()


def sections(name: str) -> dict[str, list[Any]]:
    """Return the lists of rows of a file."""
    return {key: value for key, value in DOCUMENTS[name].items() if isinstance(value, list)}


def names(rows: tuple[Tenure, ...]) -> list[str]:
    return [row.holder.name for row in rows]


# --- traps --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("1949-04-04", 0),
        ("1949-08-24", 12),
        ("1952-02-18", 14),
        ("1955-05-06", 15),
        ("1982-05-29", 15),
        ("1982-05-30", 16),
        ("1999-03-12", 19),
        ("2004-03-29", 26),
        ("2009-04-01", 28),
        ("2017-06-05", 29),
        ("2020-03-26", 29),
        ("2020-03-27", 30),
        ("2022-01-07", 30),
        ("2023-04-03", 30),
        ("2023-04-04", 31),
        ("2024-03-06", 31),
        ("2024-03-07", 32),
    ],
)
def test_the_number_of_members(facts: Directory, day: str, count: int) -> None:
    members = facts.members("NATO", on=day)
    assert len(members) == count
    assert all(row.certainty is Truth.YES for row in members)


def test_the_members_of_a_day_are_countries_by_id(facts: Directory) -> None:
    ids = [row.member.id for row in facts.members("nato", on="2022-01-07")]
    assert ids == sorted(filter(None, ids))
    assert {"us", "gb", "tr", "mk"} <= set(ids)
    assert not {"fi", "se", "ua", "ru"} & set(ids)


def test_members_as_was_known_then(facts: Directory) -> None:
    then = facts.members("NATO", on="2024-03-07", known="2022-01-07")
    assert Counter(row.certainty for row in then) == {Truth.POSSIBLY: 30}
    assert len(facts.members("NATO", known="2023-04-04")) == 31
    assert len(facts.members("NATO", on="2022-01-07", known="2022-01-07")) == 30


def test_members_beyond_the_cut_off_are_possible(facts: Directory) -> None:
    certainties = Counter(row.certainty for row in facts.members("NATO", on="2031"))
    assert certainties == {Truth.POSSIBLY: 32}


def test_the_kinds_of_accession_dates_are_kept_apart(facts: Directory) -> None:
    by_id = {row.member.id: row for row in facts.members("NATO")}
    assert by_id["se"].date("deposited") == When.parse("2024-03-07")
    assert by_id["se"].date("flag_raised") == When.parse("2024-03-11")
    assert by_id["us"].date("signed") == When.parse("1949-04-04")
    assert by_id["us"].date("deposited") is None
    assert by_id["de"].date("first_session") == When.parse("1955-05-09")
    assert all(row.date("signed") for row in by_id.values())
    without_flag = {key for key, row in by_id.items() if row.date("flag_raised") is None}
    founders = set("be ca dk fr gb is it lu nl no pt us".split())
    assert without_flag == {*founders, "de", "gr", "tr"}
    for key, row in by_id.items():
        signed, deposited = row.date("signed"), row.date("deposited")
        flag = row.date("flag_raised")
        assert (deposited is None) == (key in founders)
        assert deposited is None or (signed and signed.before(deposited) is Truth.YES)
        assert flag is None or (deposited and flag.before(deposited) is Truth.NO)


@pytest.mark.parametrize(
    ("member", "signed", "deposited", "flag"),
    [
        ("gr", "1951-10-22", "1952-02-18", None),
        ("de", "1954-10-23", "1955-05-06", None),
        ("es", "1981-12-10", "1982-05-30", "1982-06-05"),
        ("pl", "1997-12-16", "1999-03-12", "1999-03-16"),
        ("ee", "2003-03-26", "2004-03-29", "2004-04-02"),
        ("hr", "2008-07-09", "2009-04-01", "2009-04-07"),
        ("me", "2016-05-19", "2017-06-05", "2017-06-07"),
        ("mk", "2019-02-06", "2020-03-27", "2020-03-30"),
        ("fi", "2022-07-05", "2023-04-04", "2023-04-04"),
        ("se", "2022-07-05", "2024-03-07", "2024-03-11"),
    ],
)
def test_the_three_dates_of_an_accession(
    facts: Directory, member: str, signed: str, deposited: str, flag: str | None
) -> None:
    (row,) = (each for each in facts.members("NATO") if each.member.id == member)
    assert str(row.date("signed")) == signed
    assert str(row.date("deposited")) == deposited
    assert row.date("flag_raised") == (None if flag is None else When.parse(flag))


def test_greece_and_turkey_when_sources_differ(facts: Directory) -> None:
    days = ("1952-02-14", "1952-02-16", "1952-02-18")
    held = [facts.members("NATO", on=day) for day in days]
    truths = [[r.certainty for r in rows if r.member.id in ("gr", "tr")] for rows in held]
    assert truths == [[], [Truth.POSSIBLY] * 2, [Truth.YES] * 2]


def test_germany_is_possibly_a_member_on_the_day_that_one_paper_prints(facts: Directory) -> None:
    (germany,) = (row for row in facts.members("NATO", on="1955-05-05") if row.member.id == "de")
    assert germany.certainty is Truth.POSSIBLY
    assert [str(account.time) for account in germany.accounts] == ["1955-05-05/.."]


def test_two_hold_the_post_on_the_day_of_a_handover(facts: Directory) -> None:
    rows = facts.holders(CHIEF, on="2024-10-01")
    assert names(rows) == ["Jens Stoltenberg", "Mark Rutte"]
    assert [(row.handover, row.certainty) for row in rows] == [(True, Truth.YES)] * 2


@pytest.mark.parametrize("day", ["2024-09-30", "2024-10-02", "2022-01-07"])
def test_one_holds_it_on_other_days(facts: Directory, day: str) -> None:
    (row,) = facts.holders(CHIEF, on=day)
    assert (row.handover, row.certainty) == (False, Truth.YES)


def test_an_end_known_to_the_month_is_possible(facts: Directory) -> None:
    rows = facts.holders(CHIEF, on="1995-12-03")
    assert [(row.holder.name, str(row.period), row.certainty) for row in rows] == [
        ("Sergio Balanzino", "1995-10-20/1995-12", Truth.POSSIBLY),
    ]
    rows = facts.holders(CHIEF, on="2004-01-03")
    assert [(row.holder.name, row.certainty) for row in rows] == [
        ("Alessandro Minuto-Rizzo", Truth.POSSIBLY),
        ("Jaap de Hoop Scheffer", Truth.POSSIBLY),
    ]
    assert names(facts.holders(CHIEF, on="1995-11-10")) == ["Sergio Balanzino"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1952-03-28", [("Hastings Ismay", Truth.POSSIBLY)]),
        ("1952-04-04", [("Hastings Ismay", Truth.YES)]),
        ("1995-10-20", [("Willy Claes", Truth.YES), ("Sergio Balanzino", Truth.YES)]),
        ("1995-12-10", [("Sergio Balanzino", Truth.POSSIBLY), ("Javier Solana", Truth.POSSIBLY)]),
        ("1999-10-06", [("Javier Solana", Truth.YES)]),
        ("1999-10-10", [("Javier Solana", Truth.POSSIBLY)]),
        ("1999-10-14", [("Lord Robertson", Truth.YES), ("Javier Solana", Truth.POSSIBLY)]),
        ("2003-12-18", [("Alessandro Minuto-Rizzo", Truth.YES)]),
    ],
)
def test_the_days_of_a_change(
    facts: Directory, day: str, expected: list[tuple[str, Truth]]
) -> None:
    held = facts.holders(CHIEF, on=day)
    assert [(row.holder.name, row.certainty) for row in held] == expected


def test_balanzino_was_acting_twice(facts: Directory) -> None:
    (row,) = facts.holders(CHIEF, on="1994-09-01")
    assert (row.holder.id, row.acting) == ("sergio-balanzino", True)
    assert [str(each.period) for each in facts.posts("Sergio Balanzino")] == [
        "1994-08-13/1994-10-17",
        "1995-10-20/1995-12",
    ]


def test_a_wrong_name_in_january_2022_is_flagged(facts: Directory) -> None:
    body = facts.body("NATO-Ukraine Council", on="2022-01-10")
    assert body.certainty is Truth.NO
    assert [each.id for each in body.instead] == ["nato-ukraine-commission"]
    assert body.reason == (
        "it existed 2023-07-11/.., so not on 2022-01-10; then there was the NATO-Ukraine Commission"
    )
    right = facts.body("NATO-Ukraine Commission", on="2022-01-10")
    assert (right.certainty, right.instead) == (Truth.YES, ())


@pytest.mark.parametrize(
    ("name", "day", "certainty", "instead"),
    [
        ("NATO-Ukraine Commission", "2023-07-12", Truth.POSSIBLY, []),
        ("NATO-Ukraine Commission", "2023-07-13", Truth.NO, ["nato-ukraine-council"]),
        ("NATO-Russia Council", "2001", Truth.NO, ["permanent-joint-council"]),
        ("Permanent Joint Council", "2022-01-12", Truth.NO, ["nato-russia-council"]),
        ("NRC", "2022-01-12", Truth.YES, []),
        ("NATO-Russia Council", "2025-12-04", Truth.NO, []),
        ("Nuclear Planning Group", "2022", Truth.YES, []),
        ("Nuclear Planning Group", "1966-12-13", Truth.NO, []),
        ("Defence Planning Committee", "2010-06-15", Truth.POSSIBLY, []),
        ("Defence Planning Committee", "2022", Truth.NO, []),
        ("Military Committee", "1949-06-01", Truth.POSSIBLY, []),
        ("NATO-Ukraine Commission", "1997-07-08", Truth.NO, []),
        ("NACC", "1998", Truth.NO, ["euro-atlantic-partnership-council"]),
        ("EAPC", "1992", Truth.NO, ["north-atlantic-cooperation-council"]),
        ("NATO-Georgia Commission", "2022-01-10", Truth.POSSIBLY, []),
    ],
)
def test_bodies_on_a_day(
    facts: Directory, name: str, day: str, certainty: Truth, instead: list[str]
) -> None:
    body = facts.body(name, on=day)
    assert (body.certainty, [each.id for each in body.instead]) == (certainty, instead)


def test_what_was_known_of_the_end_of_a_term(facts: Directory) -> None:
    def known(day: str) -> str:
        rows = facts.history(CHIEF, known=day)
        return next(str(row.period) for row in rows if row.holder.id == "jens-stoltenberg")

    assert known("2022-01-07") == "2014-10-01/2022-09-30"
    assert known("2022-03-23") == "2014-10-01/2022-09-30"
    assert known("2022-03-24") == "2014-10-01/2023-09-30"
    assert known("2024-10-02") == "2014-10-01/2024-10-01"
    assert facts.history(CHIEF, known="2014-09-30")[-1].holder.name == "Anders Fogh Rasmussen"


def test_a_term_that_is_only_expected_is_possible_in_the_future(facts: Directory) -> None:
    (row,) = facts.holders(CHIEF, on="2022-06-01", known="2022-01-07")
    assert (row.certainty, row.end_is_expected) == (Truth.POSSIBLY, True)
    (row,) = facts.holders(CHIEF, on="2022-01-07", known="2022-01-07")
    assert row.certainty is Truth.YES
    assert facts.holders(CHIEF, on="2023-06-01", known="2022-01-07") == ()
    (row,) = facts.holders(CHIEF, on="2014-09-15", known="2014-09-15")
    assert (row.certainty, row.end_is_expected) == (Truth.YES, False)


def test_spaak_when_sources_differ(facts: Directory) -> None:
    (row,) = facts.holders(CHIEF, on="1961-04-10")
    assert (row.holder.id, row.certainty) == ("paul-henri-spaak", Truth.POSSIBLY)
    assert row.accounts[0].sources == ("nato.int/cv/secgen/spaak",)
    assert facts.holders(CHIEF, on="1961-02-01")[0].certainty is Truth.YES


def test_nobody_is_missing_among_secretaries_general(facts: Directory) -> None:
    day = dt.date(1952, 3, 24)
    while day <= dt.date(2026, 1, 13):
        assert facts.holders(CHIEF, on=day), day
        day += dt.timedelta(days=31)
    assert facts.gaps(CHIEF) == ()


def test_a_day_on_which_somebody_was_seen_is_no_end(facts: Directory) -> None:
    (row,) = facts.posts("sergey-lavrov", on="2022-01-07")
    assert (str(row.period), row.end_basis) == (
        "2004-03-09/[2022-08-02..]",
        EndBasis.OPEN_IN_SOURCE,
    )
    assert facts.holders("ru-foreign-minister", on="2025-01-01")[0].certainty is Truth.POSSIBLY


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("NATO Secretary General", "nato-secretary-general"),
        ("NATO Secretary-General", "nato-secretary-general"),
        ("Secretary General of NATO", "nato-secretary-general"),
        ("NATO's secretary general", "nato-secretary-general"),
        ("Secretary-General of the North Atlantic Treaty Organization", "nato-secretary-general"),
        ("US President", "us-president"),
        ("President of the United States", "us-president"),
        ("Ukrainian Foreign Minister", "ua-foreign-minister"),
        ("Minister for Foreign Affairs of Ukraine", "ua-foreign-minister"),
        ("German Chancellor", "de-head-of-government"),
        ("Russia's defence minister", "ru-defence-minister"),
        ("former Russian defense minister", "ru-defence-minister"),
        ("British Defence Secretary", "gb-defence-minister"),
        ("US Permanent Representative to NATO", "us-nato-ambassador"),
    ],
)
def test_posts_by_what_they_are_called(facts: Directory, text: str, post: str) -> None:
    found = facts.find_post(text)
    assert found is not None
    assert found.id == post


def test_a_bare_title_names_many_posts(facts: Directory) -> None:
    assert facts.find_post("Prime Minister") is None
    assert len(facts.find_posts("Prime Minister")) > 100
    assert facts.find_posts("Keeper of the Lighthouse") == ()


def test_states_by_adjective_capital_and_metonym(facts: Directory) -> None:
    def ids(text: str) -> list[str | None]:
        return [state.id for state in facts.states(text)]

    assert ids("Russian side") == ids("Moscow") == ids("the Kremlin") == ids("Russia") == ["ru"]
    assert ids("Washington") == ids("the White House") == ids("American") == ["us"]
    assert ids("the Élysée") == ids("Quai d'Orsay") == ids("Matignon") == ["fr"]
    assert ids("Downing Street") == ids("10 Downing Street") == ids("British") == ["gb"]
    assert ids("Kiev") == ids("Kyiv") == ids("Bankova") == ["ua"]
    assert ids("Foggy Bottom") == ["us"]
    assert ids("Congolese") == ["cd", "cg"]
    assert ids("US") == ["us"]
    assert ids("us") == ids("Atlantis") == []


def test_dated_names_of_states(facts: Directory) -> None:
    assert facts.name_on("tr", "2022-05-31") == "Turkey"
    assert facts.name_on("tr", "2022-06-01") == "Türkiye"
    assert facts.name_on("mk", "2019-02-11") == "Macedonia"
    assert facts.name_on("mk", "2022-01-07") == "North Macedonia"
    assert facts.name_on("cz", "2010") == "Czech Republic"
    assert facts.name_on("cz", "2022") == "Czechia"
    assert facts.name_on("jens-stoltenberg", "2022") == "Jens Stoltenberg"
    kinds = {name.text: name.kind for name in facts.dated_names("nato")}
    assert kinds["North Atlantic Treaty Organization"] is NameKind.OFFICIAL


def test_summits(facts: Directory) -> None:
    (madrid,) = facts.events("NATO", on="2022-06-29")
    assert (madrid.id, str(madrid.time)) == ("nato-summit-2022-06-28", "2022-06-28/2022-06-30")
    assert [str(account.time) for account in madrid.accounts] == ["2022-06-29/2022-06-30"]
    (ankara,) = facts.events(on="2026")
    assert ankara.announced == When.parse("2025-08-19")
    assert ankara.place is not None
    assert ankara.place.name == "Ankara"
    assert len(facts.events("nato-russia-council")) == 0


# --- laws ---------------------------------------------------------------------------------------


def test_the_linter_finds_nothing(facts: Directory) -> None:
    assert facts.validate() == ()


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_a_document_without_fault(name: str) -> None:
    assert faults_of(DOCUMENTS[name]) == ()
    assert DOCUMENTS[name]["about"]


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_laid_out_to_be_reviewed(name: str) -> None:
    text = (FOLDER / name).read_text("utf-8")
    assert max(map(len, text.splitlines())) < 1500
    lines = {line.strip().rstrip(",") for line in text.splitlines()}
    for section, rows in sections(name).items():
        assert all(json.dumps(row, ensure_ascii=False) in lines for row in rows), section


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_sorted_by_id(name: str) -> None:
    for rows in sections(name).values():
        for field in ("id", "post"):
            values = [row[field] for row in rows if field in row]
            assert values == sorted(values)


def test_the_data_is_small() -> None:
    assert sum(len((FOLDER / name).read_bytes()) for name in FILES) < 1_000_000


def test_no_place_of_a_machine_or_address_in_the_data() -> None:
    for name in FILES:
        text = (FOLDER / name).read_text("utf-8")
        assert "://" not in text
        assert "/work" not in text
        assert "/home" not in text


def test_a_seen_on_date_is_never_the_start_or_end_of_a_term() -> None:
    rows = DOCUMENTS["tenures.json"]["tenures"]
    seen = [r for r in rows if r.get("end_basis") in ("last_seen", "open_in_source", "seen_on")]
    ends = [row["period"].partition("/")[2] for row in seen]
    assert len(seen) == 644
    assert all(re.fullmatch(r"\[[-0-9]+\.\.[-0-9]*\]", end) for end in ends)
    starts = [row["period"].partition("/")[0] for row in rows]
    assert sum(start.startswith("[") for start in starts) == 74
    assert not any(row["period"].endswith("/..") for row in rows)


def test_every_bundled_row_makes_its_values(facts: Directory) -> None:
    assert sum(len(facts.history(post)) for post in facts.offices) == 2885
    assert sum(len(facts.posts(person)) for person in facts.people) == 2885
    assert all(facts.body(each).organization == each for each in facts.organizations)
    assert {row.member.id for row in facts.members("Bucharest Nine", on="2022")} == set(
        "bg cz ee hu lv lt pl ro sk".split()
    )


def cited_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        row = cast("dict[str, Any]", value)
        yield from map(str, row.get("sources", ()))
        for each in row.values():
            yield from cited_in(each)
    elif isinstance(value, list):
        for each in cast("list[object]", value):
            yield from cited_in(each)


@pytest.mark.parametrize("name", FILES)
def test_each_source_is_cited_and_each_citation_has_a_source(name: str) -> None:
    assert set(cited_in(list(sections(name).values()))) == set(DOCUMENTS[name].get("sources", {}))


def test_each_fact_has_a_source(facts: Directory) -> None:
    cited = [row.sources for row in facts.members("NATO")]
    cited.extend(row.sources for row in facts.history(CHIEF))
    cited.extend(row.sources for row in facts.events())
    cited.extend(row.sources for row in facts.conflicts)
    assert all(sources and all(sources) for sources in cited)


def test_each_person_has_a_tenure_and_so_a_source() -> None:
    def all_of(section: str, field: str) -> set[str]:
        return {row[field] for each in DOCUMENTS.values() for row in each.get(section, ())}

    assert all_of("people", "id") == all_of("tenures", "holder")


def test_share_alike_rows_stand_in_a_file_of_their_own() -> None:
    for name, document in DOCUMENTS.items():
        shared = any("supraverden" in source for source in document.get("sources", {}).values())
        assert shared == (document.get("licence") == "CC BY-SA 4.0"), name


def test_what_is_taken_from_share_alike_sets_is_attributed(facts: Directory) -> None:
    names = [each.name for each in facts.data_sets if "BY-SA" in each.licence]
    assert len(names) == 4
    for name, document in DOCUMENTS.items():
        for taken in names:
            cites = any(text.startswith(taken) for text in document.get("sources", {}).values())
            assert cites == (taken in document.get("attribution", "")), name


def test_each_set_of_the_table_of_licences_is_used(facts: Directory) -> None:
    sources = [s for document in DOCUMENTS.values() for s in document.get("sources", {}).values()]
    for each in facts.data_sets:
        assert any(each.name in source for source in sources), each.name


def test_each_name_resolves_to_its_bearer(facts: Directory) -> None:
    missed: list[str] = []
    for name, entry in facts.entries():
        if entry.kind == "post":
            assert entry.id in {post.id for post in facts.find_posts(name)}, name
        elif entry.id not in {found.id for found in facts.lookup(name)}:
            missed.append(name)
    assert missed == []


@pytest.mark.parametrize("name", ["Jens Stoltenberg", "NATO", "Türkiye", "Olta Xhaçka", "OSCE"])
def test_resolve_names_its_bearer(facts: Directory, name: str) -> None:
    actor = facts.resolve(name).actor
    assert actor is not None
    assert name in facts.names(actor)


def test_ids_give_values_of_their_kind(facts: Directory) -> None:
    assert facts.actor("jens-stoltenberg") == Person(id="jens-stoltenberg", name="Jens Stoltenberg")
    assert facts.country("us") == Country(id="us", name="United States")
    assert facts.person("mark-rutte").name == "Mark Rutte"
    assert facts.organization("nato-russia-council").name == "NATO-Russia Council"


def test_the_names_of_a_post_say_what_it_is_in(facts: Directory) -> None:
    names = facts.names("nato-secretary-general")
    assert names[0] == CHIEF
    assert {"Secretary General of NATO", "North Atlantic Alliance Secretary General"} <= set(names)
    assert "Ukrainian Minister of Foreign Affairs" in facts.names("ua-foreign-minister")
    assert "Ukrainian of Minister of Foreign Affairs" not in facts.names("ua-foreign-minister")
    assert "OSCE OSCE Secretary General" not in facts.names("osce-secretary-general")


def test_the_cut_off_is_stated(facts: Directory) -> None:
    assert facts.cut_off == When.parse("2026-01-13")
    assert repr(facts).startswith("<Directory: 2438 people, 94 organizations, 197 states, ")


def test_what_is_contradictory_stays_visible(facts: Directory) -> None:
    assert len(facts.conflicts) == 28
    assert {c.subject for c in facts.conflicts} >= {"it-foreign-minister", "mk-foreign-minister"}


def test_a_conflict_shows_no_day_seen_as_an_end(facts: Directory) -> None:
    ends = {
        (row.post.id, found[1], found[2])
        for post in facts.offices
        for row in facts.history(post)
        if (found := re.fullmatch(r"\[?(?:\.\.)?([-0-9]+)\]?/\[([-0-9]+)\.\..*", str(row.period)))
    }
    assert len(ends) > 500
    for conflict in facts.conflicts:
        for start, end in re.findall(r"\(([-0-9]+) to ([-0-9]+)\)", conflict.reason):
            assert (conflict.subject, start, end) not in ends, conflict.reason


def test_no_list_of_members_is_not_the_same_as_no_members() -> None:
    with pytest.raises(UnknownName) as caught:
        Directory.default().members("OSCE", on="2022-01-07")
    assert str(caught.value).startswith("no list of members is known as 'Organization for Security")


# --- bodies as they were known ------------------------------------------------------------------


def test_a_body_as_was_known_then(facts: Directory) -> None:
    council = facts.body("NATO-Russia Council", on="2022-01-12", known="2022-01-07")
    assert (str(council.period), council.certainty) == ("2002-05-28/..", Truth.POSSIBLY)
    now = facts.body("NATO-Russia Council", on="2022-01-12")
    assert now.certainty is Truth.YES
    assert str(now.period) == "2002-05-28/2025-12-03"
    assert facts.body("NATO-Russia Council", on="2022-01-12", known="2026-01-01") == now
    joint = facts.body("Permanent Joint Council", on="2002-06-01", known="2002-01-01")
    assert (str(joint.period), joint.certainty) == ("1997-05-27/..", Truth.POSSIBLY)
    assert facts.body("Permanent Joint Council", on="2002-06-01").certainty is Truth.NO


@pytest.mark.parametrize("on", [None, "2022-01-10", "2024-01-01"])
def test_a_body_that_nobody_knew_of_yet(facts: Directory, on: str | None) -> None:
    body = facts.body("NATO-Ukraine Council", on=on, known="2022-01-07")
    assert (body.certainty, body.period) == (Truth.NO, None)
    assert [other.id for other in body.instead] == ["nato-ukraine-commission"]
    assert body.reason == (
        "nothing was known of it on 2022-01-07; then there was the NATO-Ukraine Commission"
    )


def test_a_body_without_dates_is_as_it_is(tmp_path: Path) -> None:
    content = small.document(organizations=[{"id": "rivers", "name": "League of Rivers"}])
    rivers = small.load_one(tmp_path, content)
    then = rivers.body("rivers", on="2001", known="2000")
    assert then == rivers.body("rivers", on="2001")
    assert (then.certainty, then.reason) == (Truth.POSSIBLY, "its lifetime is not known")
