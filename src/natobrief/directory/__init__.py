"""Dated facts: names, posts, tenures, memberships and bodies, each with its sources."""

from __future__ import annotations

from natobrief.directory.candidates import Candidate, Resolved
from natobrief.directory.catalogue import Directory
from natobrief.directory.facts import (
    Account,
    Body,
    Conflict,
    DataSet,
    DatedName,
    DatedStep,
    DirectoryEntry,
    EndBasis,
    Event,
    Expectation,
    Membership,
    NameKind,
    Tenure,
)

__all__ = [
    "Account",
    "Body",
    "Candidate",
    "Conflict",
    "DataSet",
    "DatedName",
    "DatedStep",
    "Directory",
    "DirectoryEntry",
    "EndBasis",
    "Event",
    "Expectation",
    "Membership",
    "NameKind",
    "Resolved",
    "Tenure",
]
