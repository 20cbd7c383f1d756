"""Writing EDTF: the one canonical text of each form."""

from __future__ import annotations

from natobrief.when.forms import Form, Kind, Single, Stretch
from natobrief.when.zones import UTC, is_offset, offset_text

__all__ = ["form_text"]

_MARKS = ("", "~", "?", "%")


def form_text(form: Form) -> str:
    """Return the canonical text, from which the parser reads an equal form."""
    if isinstance(form, Single):
        states_zone = form.kind is Kind.TIME and is_offset(form.zone)
        return _single(form) + ("" if states_zone else _suffix(form.zone))
    return f"[{','.join(map(_item, form.items))}]{_suffix(form.zone)}"


def _suffix(zone: str) -> str:
    return "" if zone == UTC else f"[{zone}]"


def _item(item: Single | Stretch) -> str:
    if isinstance(item, Single):
        return _single(item)
    return "..".join("" if date is None else _single(date) for date in item)


def _single(single: Single) -> str:
    if single.kind is Kind.TIME:
        return _time(single)
    parts = list(single.parts)
    if single.kind is Kind.WEEK:
        parts[1] = f"W{parts[1]}"
    return "-".join(_qualified(parts, single.flags))


def _qualified(parts: list[str], flags: tuple[int, ...]) -> list[str]:
    """Mark a run of equally qualified parts from the left behind its last, others in front."""
    run = 1
    while run < len(parts) and flags[run] == flags[0]:
        run += 1
    marked = [part if i < run else _MARKS[flags[i]] + part for i, part in enumerate(parts)]
    marked[run - 1] += _MARKS[flags[0]]
    return marked


def _time(single: Single) -> str:
    clock = single.clock
    text = f"{'-'.join(single.parts)}T{':'.join(f'{part:02}' for part in clock[:3])}"
    if len(clock) == 4:
        text += f".{clock[3]:06}"
    return text + offset_text(single.offset) + _MARKS[single.flags[0]]
