"""``natobrief directory``: who held which office, who was a member, what was called what."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping

from natobrief.cli.check import check_each, faults_of_facts
from natobrief.cli.own_directory import directory_with
from natobrief.cli.rows import Rows, write_rows
from natobrief.cli.wrong import option
from natobrief.directory import Directory, Tenure
from natobrief.when import Period, Truth, When

__all__ = ["run"]

_Time = When | Period | None


def run(options: argparse.Namespace) -> int:
    """Answer a question, or check files of facts.

    Returns:
        1 if a file of facts has faults, else 0.

    Raises:
        WrongUse: A day is no date.
        UnknownName: A name that the directory doesn't know.
    """
    if options.question == "check":
        return check_each(options.files, faults_of_facts)
    directory = directory_with(options.directory) or Directory.default()
    on = _day(getattr(options, "on", None), "--on")
    known = _day(options.known, "--known")
    names, rows = _ANSWERS[options.question](directory, " ".join(options.words), on, known)
    write_rows(names, rows, options.format)
    return 0


def _day(text: str | None, asked: str) -> When | Period | None:
    if text is None:
        return None
    with option(asked):
        return Period.parse(text) if "/" in text else When.parse(text)


_Answer = tuple[tuple[str, ...], Rows]


def _holders(directory: Directory, post: str, on: _Time, known: _Time) -> _Answer:
    if on is None:
        return _TENURES, [_tenure(each) for each in directory.history(post, known=known)]
    return _TENURES, [_tenure(each) for each in directory.holders(post, on, known=known)]


def _posts(directory: Directory, person: str, on: _Time, known: _Time) -> _Answer:
    return _TENURES, [_tenure(each) for each in directory.posts(person, on, known=known)]


_TENURES = ("holder", "post", "from", "until", "note")


def _tenure(tenure: Tenure) -> Mapping[str, str | None]:
    notes = (
        ("acting", bool(tenure.acting)),
        ("possibly", tenure.certainty is Truth.POSSIBLY),
        ("handover", tenure.handover),
        ("the end is the one expected then", tenure.end_is_expected),
    )
    return {
        "holder": tenure.holder.name,
        "post": tenure.post.name,
        **_ends(tenure.period),
        "note": _noted(notes),
    }


def _ends(period: Period | None) -> dict[str, str]:
    if period is None:
        return {"from": "", "until": ""}
    return {
        "from": ".." if period.open_start else str(period.start or ""),
        "until": ".." if period.open_end else str(period.end or ""),
    }


def _noted(notes: Iterable[tuple[str, bool]]) -> str:
    return ", ".join(words for words, applies in notes if applies)


def _members(directory: Directory, name: str, on: _Time, known: _Time) -> _Answer:
    rows = [
        {
            "member": each.member.name,
            "id": each.member.id,
            **_ends(each.period),
            "note": _noted([("possibly", each.certainty is Truth.POSSIBLY)]),
        }
        for each in directory.members(name, on, known=known)
    ]
    return ("member", "id", "from", "until", "note"), rows


def _body(directory: Directory, name: str, on: _Time, known: _Time) -> _Answer:
    body = directory.body(name, on, known=known)
    row = {
        "name": body.organization.name,
        **_ends(body.period),
        "existed": _EXISTED[body.certainty],
        "instead": "; ".join(each.name for each in body.instead),
        "reason": body.reason,
    }
    return tuple(row), [row]


_EXISTED = {Truth.YES: "yes", Truth.POSSIBLY: "possibly", Truth.NO: "no"}


def _resolve(directory: Directory, name: str, on: _Time, known: _Time) -> _Answer:
    found = directory.resolve(name, on, known=known)
    rows = [
        {
            "name": each.actor.name,
            "kind": type(each.actor).__name__.lower(),
            "id": each.actor.id,
            "meant": "yes" if each is found.chosen else _MEANT[each.certainty],
            "reason": each.reason,
        }
        for each in found.candidates
    ]
    return ("name", "kind", "id", "meant", "reason"), rows


_MEANT = {Truth.YES: "one of several", Truth.POSSIBLY: "possibly", Truth.NO: "no"}

_ANSWERS: dict[str, Callable[[Directory, str, _Time, _Time], _Answer]] = {
    "holders": _holders,
    "history": _holders,
    "posts": _posts,
    "members": _members,
    "body": _body,
    "resolve": _resolve,
}
