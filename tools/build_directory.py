"""Turn the fact tables (CSV) into the packaged directory files.

    python tools/build_directory.py FACTS [OUT]

``FACTS`` is the folder with countries.csv, organizations.csv, posts.csv, tenures.csv and
conflicts.csv; ``OUT`` is by default the data folder of the package. Files that were written by
hand (bodies, memberships, secretaries general, summits) are only put into the common layout.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Row = dict[str, Any]
HOME = Path(__file__).resolve().parent.parent / "src" / "natobrief" / "directory" / "data"
BY_HAND = ("bodies", "given-names", "memberships", "secretaries-general", "sets", "summits")
CUT_OFF = {"countries": "2026-05-15", "organizations": "2026-06-24", "posts": "2026-08-22"}

# The tables give a person a second id where two rows with one name had no Wikidata id in common.
# These are one person each: a monarch of several states, a minister who became president.
SAME = re.compile(r"(elizabeth-ii|charles-iii|ursula-von-der-leyen)-[a-z]{2}")

# The other date is that of a re-election, as the note on the kept row says.
NO_ACCOUNT = {("me-president", "Filip Vujanović")}

# Rows that say again, less finely, what another row says of the same post.
AGAIN = {("mk-foreign-minister", "aleksandar-dimitrov"): "as the row with days, to the year"}

# Places that stand for a state or a body, and other spellings of a capital, which the tables lack;
# each with the sources that say so.
MORE: dict[str, dict[str, list[str]]] = {
    "eu": {
        "metonyms": ["Brussels"],
        "sources": ["Federal Agency for Civic Education (bpb.de), Das Europalexikon, Brüssel"],
    },
    "fr": {
        "metonyms": ["the Élysée", "the Élysée Palace", "Matignon", "the Quai d'Orsay"],
        "sources": [
            "frenchhour.com, nicknames in newspapers",
            "everything2.com, Quai d'Orsay",
        ],
    },
    "gb": {
        "metonyms": ["Downing Street", "10 Downing Street"],
        "sources": [
            "lexicolatry.com, 2015-05-11, Downing Street",
            "findwords.info, Downing Street (Etymology Dictionary)",
        ],
    },
    "ua": {
        "metonyms": ["Bankova"],
        "capital_names": ["Kiev"],
        "sources": [
            "Wiktionary, Bankova",
            "UrduPoint/Sputnik, 2019-06-13 (US Board on Geographic Names)",
        ],
    },
    "us": {
        "metonyms": ["Foggy Bottom"],
        "sources": ["American Heritage Dictionary (thefreedictionary.com), Foggy Bottom"],
    },
}

# Ways to say one title in English. They hold for every country.
SYNONYMS = {
    "Chair": ["Chairman", "Chairperson", "Chairwoman"],
    "Chief of the General Staff": ["General Staff Chief"],
    "Foreign Secretary": ["Secretary of State for Foreign Affairs"],
    "Head of Government": ["Government Head"],
    "Minister of Defence": [
        "Defence Minister",
        "Defense Minister",
        "Minister for Defence",
        "Minister for Defense",
        "Minister of Defense",
    ],
    "Minister of Foreign Affairs": [
        "Foreign Affairs Minister",
        "Foreign Minister",
        "Minister for Foreign Affairs",
    ],
    "Permanent Representative": ["Ambassador", "Envoy"],
    "Prime Minister": ["Premier"],
    "Secretary General": ["Sec Gen", "SecGen"],
    "Secretary of Defence": ["Defence Secretary", "Defense Secretary", "Secretary of Defense"],
    "Secretary of State for Defence": ["Defence Secretary", "Defense Secretary"],
}


class Sources:
    """Numbers the sources of one file, in order of first use."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def of(self, joined: str) -> list[int]:
        """Return the numbers of the sources that stand in one cell."""
        joined = joined.replace("Simple English Wikipedia", "Wikipedia in Simple English")
        parts = dict.fromkeys(part.strip() for part in joined.split("; ") if part.strip())
        return [self.numbers.setdefault(part, len(self.numbers) + 1) for part in parts]

    def table(self) -> dict[str, str]:
        """Return the table as it stands in the file."""
        return {str(number): text for text, number in self.numbers.items()}


def rows_of(folder: Path, name: str) -> list[dict[str, str]]:
    """Read one table."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def words(cell: str) -> list[str]:
    """Split a cell that holds several values."""
    return [part.strip() for part in cell.split("|") if part.strip()]


def slim(row: Row) -> Row:
    """Leave out what is empty."""
    return {key: value for key, value in row.items() if value not in ("", [], None)}


def dumped(value: object) -> str:
    """Write JSON as a person reads it."""
    return json.dumps(value, ensure_ascii=False)


def write(path: Path, document: Row) -> None:
    """Write a document with one row per line."""
    parts: list[str] = []
    for key, given in document.items():
        value: Any = given
        if isinstance(given, list) and given and isinstance(given[0], dict):
            lines = ",\n    ".join(json.dumps(row, ensure_ascii=False) for row in value)
            parts.append(f"  {json.dumps(key)}: [\n    {lines}\n  ]")
        elif key in ("sources", "synonyms", "given_names") and value:
            pairs = (
                f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in value.items()
            )
            parts.append(f"  {json.dumps(key)}: {{\n    " + ",\n    ".join(pairs) + "\n  }")
        else:
            parts.append(f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def head(about: str, cut_off: str) -> Row:
    """Begin a document."""
    return {"directory": "1", "about": about, "cut_off": cut_off}


# --- countries ---------------------------------------------------------------------------------


def countries(folder: Path) -> Row:
    """Make the document of states: one row each, former names within it."""
    sources = Sources()
    grouped: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows_of(folder, "countries"):
        grouped[row["iso2"].lower()].append(row)
    made = [country(key, grouped[key], sources) for key in sorted(grouped)]
    about = "States: short and official names, codes, demonyms, capitals, metonyms."
    document = attributed(head(about, CUT_OFF["countries"]), sources.numbers)
    return {**document, "sources": sources.table(), "countries": made}


def country(key: str, rows: list[dict[str, str]], sources: Sources) -> Row:
    """Make one row of a state from the rows of its names."""
    now = next((row for row in rows if not row["valid_to"]), rows[-1])
    names: list[Any] = []
    if now["official_name"] not in ("", now["name"]):
        names.append({"text": now["official_name"], "kind": "official"})
    names.extend(other_name(text) for text in words(now["other_names"]))
    for row in rows:
        if row is not now:
            names.extend(former_names(row, now))
    result: Row = {"id": key, "name": now["name"], "iso3": now["iso3"]}
    if now["valid_from"]:
        result["name_from"] = now["valid_from"]
    result["names"] = names
    more = MORE.get(key, {})
    for field in ("demonyms", "metonyms"):
        result[field] = [*words(now[field]), *more.get(field, ())]
    result["capital"] = now["capital"]
    result["capital_names"] = more.get("capital_names")
    joined = "; ".join([*(row["source"] for row in rows), *more.get("sources", ())])
    result |= {"wikidata": now["wikidata"], "note": now["note"], "sources": sources.of(joined)}
    return slim(result)


def other_name(text: str) -> Any:
    """Mark what is an acronym, so that it is only read in capitals."""
    plain = text.replace(".", "")
    return {"text": text, "kind": "acronym"} if plain.isupper() and len(plain) < 6 else text


def former_names(row: dict[str, str], now: dict[str, str]) -> Iterable[Row]:
    """Return the names that a state had until a day."""
    still = {now["name"], now["official_name"]}
    period = f"../{row['valid_to']}"
    if row["name"] != now["name"]:
        yield {"text": row["name"], "kind": "former", "period": period}
    if row["official_name"] not in {*still, row["name"], *words(now["other_names"])}:
        yield {"text": row["official_name"], "kind": "former", "period": period}
    for text in words(row["other_names"]):
        if text not in still:
            yield {"text": text, "kind": "former", "period": period}


# --- organizations -----------------------------------------------------------------------------

SHARED = "confirmordeny/supraverden"
SINGLE_FACTS = "open-data-archive/world-leaders-current"
# What is said of single facts from share-alike works, by how their sources begin.
ATTRIBUTIONS = {
    SINGLE_FACTS: (
        f"Rows that cite {SINGLE_FACTS} take single facts, who was in office on a day, from World "
        "Leaders Current (on GitHub), licensed CC BY-SA 4.0."
    ),
    "Wikipedia": (
        "Rows that cite Wikipedia take single facts from it or from a mirror of it, licensed "
        "CC BY-SA 4.0."
    ),
    "Wiktionary": ("Rows that cite Wiktionary take single facts from it, licensed CC BY-SA 4.0."),
}


def attributed(document: Row, sources: Iterable[str]) -> Row:
    """Say in a document, after its head, whose work single facts are taken from, if any are."""
    listed = tuple(sources)
    told = [document["attribution"]] if "attribution" in document else []
    told += [
        words
        for begins, words in ATTRIBUTIONS.items()
        if words not in "".join(told) and any(text.startswith(begins) for text in listed)
    ]
    if not told:
        return document
    made: Row = {}
    for key, value in document.items():
        made[key] = value
        if key == "cut_off":
            made["attribution"] = " ".join(told)
    return {**made, "attribution": " ".join(told)}


def organizations(folder: Path) -> tuple[Row, Row]:
    """Make two documents: rows from the share-alike set apart from all others."""
    shared, free = Sources(), Sources()
    shared_rows: list[Row] = []
    free_rows: list[Row] = []
    members: list[Row] = []
    for row in sorted(rows_of(folder, "organizations"), key=lambda row: row["id"]):
        if SHARED in row["source"]:
            shared_rows.append(organization(row, shared))
            continue
        free_rows.append(organization(row, free))
        members.extend(memberships(row, free))
    cut_off = CUT_OFF["organizations"]
    first = {
        **head("International organizations: names, founding years, seats.", cut_off),
        "licence": "CC BY-SA 4.0",
        "attribution": (
            "Names, years, seats and identifiers in this file are a selection, rearranged, from "
            "Supra Verden (confirmordeny/supraverden on GitHub), licensed CC BY-SA 4.0. This file "
            "is under that licence; it can be removed without harm to the others."
        ),
        "sources": shared.table(),
        "organizations": shared_rows,
    }
    about = "Informal groups and formats of states, with the members they name."
    second = {
        **attributed(head(about, cut_off), free.numbers),
        "sources": free.table(),
        "organizations": free_rows,
        "memberships": members,
    }
    return first, second


def organization(row: dict[str, str], sources: Sources) -> Row:
    """Make one row of an organization."""
    names: list[Any] = []
    if row["acronym"] and row["acronym"] != row["name"]:
        names.append({"text": row["acronym"], "kind": "acronym"})
    names.extend(words(row["other_names"]))
    period = ""
    if row["from"] or row["to"]:
        period = f"{row['from']}/{row['to'] or '..'}"
    made: Row = {"id": row["id"], "name": row["name"], "names": names, "kind": row["kind"]}
    more = MORE.get(row["id"], {})
    made |= {"parent": row["parent"], "period": period, "seat": row["seat"]}
    made |= {"metonyms": more.get("metonyms"), "wikidata": row["wikidata"], "note": row["note"]}
    joined = "; ".join([row["source"], *more.get("sources", ())])
    return slim({**made, "sources": sources.of(joined)})


def memberships(row: dict[str, str], sources: Sources) -> Iterable[Row]:
    """Read the members that a note lists by their codes."""
    found = re.search(r"members: ((?:[A-Z]{2} ?)+)", row["note"])
    if found is None:
        return
    for code in found[1].split():
        period = f"{row['from']}/.."
        made = {"member": code.lower(), "organization": row["id"], "period": period}
        yield {**made, "sources": sources.of(row["source"])}


# --- posts and tenures -------------------------------------------------------------------------


def posts(folder: Path) -> Row:
    """Make the document of posts."""
    sources = Sources()
    made: list[Row] = []
    for row in sorted(rows_of(folder, "posts"), key=lambda row: row["id"]):
        post: Row = {"id": row["id"], "name": row["name"], "titles": words(row["other_titles"])}
        post["of"] = row["organization_or_country"].lower()
        if row["unique"] != "1":
            post["unique"] = False
        made.append(slim({**post, "sources": sources.of(row["source"])}))
    about = "Posts. One person holds a post at a time unless its row says unique: false."
    document = attributed(head(about, CUT_OFF["posts"]), sources.numbers)
    return {**document, "synonyms": SYNONYMS, "sources": sources.table(), "posts": made}


def person_id(row: dict[str, str]) -> str:
    """Return the id of a person, the same for rows that are one person."""
    found = SAME.fullmatch(row["person_id"])
    return found[1] if found else row["person_id"]


def people(rows: list[dict[str, str]]) -> Row:
    """Make the document of people. Their names come from the sources of their tenures."""
    found: dict[str, Row] = {}
    for row in rows:
        person = found.setdefault(
            person_id(row), {"id": person_id(row), "name": row["person_name"]}
        )
        names = person.setdefault("names", [])
        for text in words(row["other_spellings"]):
            if text not in (*names, person["name"]) and not text.startswith(("of ", "President ")):
                names.append(text)
        if row["wikidata"]:
            person["wikidata"] = row["wikidata"]
    order = ("id", "name", "names", "wikidata")
    made = [slim({key: found[i].get(key) for key in order}) for i in sorted(found)]
    about = "Office holders. A name is the one used by the sources of the person's tenures."
    return {**head(about, CUT_OFF["posts"]), "sources": {}, "people": made}


def tenures(rows: list[dict[str, str]], folder: Path) -> Row:
    """Make the document of tenures, with the dates on which sources disagree."""
    sources = Sources()
    unique = {row["id"] for row in rows_of(folder, "posts") if row["unique"] == "1"}
    accounts = other_starts(folder)
    by_post: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        by_post[row["post_id"]].append(row)
    made: list[Row] = []
    for post in sorted(by_post):
        listed = sorted(by_post[post], key=lambda row: (row["from"], row["to"], row["person_id"]))
        for index, row in enumerate(listed):
            period = tenure_period(index, listed if post in unique else [row])
            made.append(tenure(row, period, accounts, sources))
    conflicts = left_out(folder, sources)
    about = (
        "Who held which post. A date [..d] means not later than d, [d..] not earlier than d, and "
        "[a..b] between the two: the source shows the person in office, and the holders before and "
        "after leave that much room. Such a date is not the start or end of a term."
    )
    document = attributed(head(about, CUT_OFF["posts"]), sources.numbers)
    document |= {"sources": sources.table(), "tenures": made}
    return {**document, "conflicts": conflicts}


def tenure(
    row: dict[str, str],
    period: str,
    accounts: dict[tuple[str, str, str], tuple[str, str]],
    sources: Sources,
) -> Row:
    """Make one row of a tenure."""
    made: Row = {"post": row["post_id"], "holder": person_id(row), "period": period}
    if row["acting"] == "1":
        made["acting"] = True
    if row["to_basis"] != "stated":
        made["end_basis"] = row["to_basis"]
    other = accounts.get((row["post_id"], row["person_name"], row["from"]))
    if other is not None:
        end = period.partition("/")[2]
        starts = [s for s in other[0].split("/") if (s <= row["to"] or not row["to"])]
        cited = sources.of(other[1])
        made["accounts"] = [{"time": f"{start}/{end}", "sources": cited} for start in starts[:1]]
    note = re.sub(r"(factbook: since|source also has).*?(?=;|$)", "", row["note"]).strip("; ")
    made["note"] = note if other is not None else row["note"]
    return slim({**made, "sources": sources.of(row["source"])})


def tenure_period(index: int, listed: list[dict[str, str]]) -> str:
    """Return the period; where one person holds the post, the neighbours close what is open."""
    if len(listed) == 1:
        index = 0
    row = listed[index]
    start, end = row["from"], row["to"]
    if row["from_precision"] == "seen_on":
        before = [r["to"] for r in listed[:index] if r["acting"] != "1"]
        low = before[-1] if before and len(before[-1]) <= len(start) and before[-1] <= start else ""
        start = f"[{low}..{start}]"
    if row["to_precision"] == "seen_on":
        after = [r["from"] for r in listed[index + 1 :] if r["acting"] != "1"]
        high = after[0] if after and len(after[0]) == len(end) and after[0] >= end else ""
        end = f"[{end}..{high}]"
    return f"{start}/{end or '..'}"


def other_starts(folder: Path) -> dict[tuple[str, str, str], tuple[str, str]]:
    """Return the starts that another source gives for rows that were kept."""
    found: dict[tuple[str, str, str], tuple[str, str]] = {}
    for row in rows_of(folder, "conflicts"):
        given = re.search(r" gives ([0-9/-]+)", row["reason"])
        if not row["reason"].startswith("start differs") or given is None:
            continue
        if given[1] != row["from"] and (row["post_id"], row["person_name"]) not in NO_ACCOUNT:
            found[row["post_id"], row["person_name"], row["from"]] = (given[1], row["source"])
    return found


def told(start: str, end: str, *, late: bool = False, seen: bool = False) -> str:
    """Say from when until when; a day on which somebody was only seen is no start and no end."""
    start = f"not later than {start}" if late else start
    if seen:
        return f"from {start}, in office on {end}"
    return f"{start} to {end}" if end else f"from {start}"


def contradiction(row: dict[str, str], bundled: dict[tuple[str, str, str], dict[str, str]]) -> str:
    """Say what was left out and why, with the time of the tenure that it contradicts."""

    def other(found: re.Match[str]) -> str:
        kept = bundled.get((row["post_id"], found[1], found[2]), {})
        late, seen = (kept.get(f"{side}_precision") == "seen_on" for side in ("from", "to"))
        return f"({told(found[1], found[2], late=late, seen=seen)})"

    # The factbook lists who is in office; the last day on which it lists somebody is no end.
    time = told(row["from"], row["to"], seen=row["source"].startswith("factbook/"))
    reason = re.sub(r"\(([-0-9]+) to ([-0-9]*)\)", other, row["reason"])
    return f"{row['person_name']}, {time}: {reason}"


def left_out(folder: Path, sources: Sources) -> list[Row]:
    """Return the rows that contradict others so much that they are not bundled as facts."""
    made: list[Row] = []
    for row in rows_of(folder, "tenures"):
        again = AGAIN.get((row["post_id"], row["person_id"]))
        if again is not None:
            reason = f"{row['person_name']}, {row['from']} to {row['to']}: {again}"
            about = {"subject": row["post_id"], "reason": reason}
            made.append({**about, "sources": sources.of(row["source"])})
    bundled = {(r["post_id"], r["from"], r["to"]): r for r in rows_of(folder, "tenures")}
    for row in rows_of(folder, "conflicts"):
        if not row["reason"].startswith("start differs"):
            about = {"subject": row["post_id"], "reason": contradiction(row, bundled)}
            made.append({**about, "sources": sources.of(row["source"])})
    return sorted(made, key=lambda row: (row["subject"], row["reason"]))


def main(arguments: list[str]) -> int:
    """Build all files and say how large they are."""
    if not 1 <= len(arguments) <= 2:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    out = Path(arguments[1]) if len(arguments) == 2 else HOME
    held = [
        row for row in rows_of(folder, "tenures") if (row["post_id"], row["person_id"]) not in AGAIN
    ]
    shared, groups = organizations(folder)
    write(out / "countries.json", countries(folder))
    write(out / "organizations.json", shared)
    write(out / "groups.json", groups)
    write(out / "posts.json", posts(folder))
    write(out / "people.json", people(held))
    write(out / "tenures.json", tenures(held, folder))
    for name in BY_HAND:
        path = out / f"{name}.json"
        if path.exists():
            document = json.loads(path.read_text(encoding="utf-8"))
            write(path, attributed(document, document.get("sources", {}).values()))
    sizes = {path.name: path.stat().st_size for path in sorted(out.glob("*.json"))}
    for name, size in sizes.items():
        print(f"{name:28}{size:9,}")
    print(f"{'all':28}{sum(sizes.values()):9,}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
