"""Where a text names encounters, by all rules in order."""

from __future__ import annotations

from collections.abc import Sequence

from natobrief.reader.meetings.encounter import Encounter, Rule
from natobrief.reader.meetings.heads import by_head
from natobrief.reader.meetings.verbs import by_body, by_subjects, by_verb
from natobrief.reader.page import Page
from natobrief.reader.text.linekinds import NO_EVENTS

__all__ = ["ENCOUNTER_RULES", "find_encounters"]


def find_encounters(page: Page, more: Sequence[Rule] = ()) -> list[Encounter]:
    """Find every place where an encounter is named, outside of quotes, in order of place.

    Args:
        page: The text with its tables.
        more: Further rules, which are tried before those of the package.
    """
    rules = (*more, *ENCOUNTER_RULES.values())
    found: list[Encounter] = []
    taken = bytearray(len(page.text) + 1)
    for index, (start, end) in enumerate(page.layout.sentences):
        if page.quoted[start] and page.quoted[end - 1]:
            continue
        if page.layout.line(start).kind in NO_EVENTS:
            continue
        here: list[Encounter] = []
        for rule in rules:
            for encounter in rule(page, index):
                if page.uses(encounter.rule) and not any(taken[encounter.start : encounter.end]):
                    taken[encounter.start : encounter.end] = b"\x01" * (
                        encounter.end - encounter.start
                    )
                    here.append(encounter)
        found.extend(sorted(here, key=lambda e: e.start))
    return found


ENCOUNTER_RULES: dict[str, Rule] = {
    "head": by_head,
    "met-with": by_verb,
    "body-sits": by_body,
    "they-met": by_subjects,
}
"""The rules that find encounters by name, in the order in which they are tried."""
