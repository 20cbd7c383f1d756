"""Reading directory files: one document, a folder of them, or those that come with natobrief."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple, NoReturn, cast

from natobrief.directory.schema import faults_of
from natobrief.errors import Fault, InvalidDocument, show
from natobrief.when import Period, When

__all__ = ["Document", "Row", "bundled", "read"]


class Document(NamedTuple):
    """One file: its content and what all of its rows share."""

    name: str
    content: dict[str, Any]

    @property
    def cut_off(self) -> str:
        """The last day that its facts reach."""
        return cast("str", self.content["cut_off"])

    def rows(self, section: str) -> list[Row]:
        """Return the rows of a section."""
        return [Row(self, i, data) for i, data in enumerate(self.content.get(section, ()))]

    def cited(self, numbers: Iterable[int | str]) -> tuple[str, ...]:
        """Return sources by their numbers; a text is a source by itself."""
        table = self.content.get("sources", {})
        return tuple(n if isinstance(n, str) else table[str(n)] for n in numbers)


class Row(NamedTuple):
    """A row of a section, and where it stands."""

    document: Document
    place: int
    data: dict[str, Any]

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources in words."""
        return self.document.cited(self.data.get("sources", ()))

    def path(self, section: str) -> str:
        """Say where the row stands: ``tenures.json: $.tenures[3]``."""
        name = f"{self.document.name}: " if self.document.name else ""
        return f"{name}$.{section}[{self.place}]"

    def when(self, field: str) -> When | None:
        """Return a date, or None."""
        text = self.data.get(field)
        return None if text is None else When.parse(text)

    def period(self, field: str = "period") -> Period | None:
        """Return a period, or None."""
        text = self.data.get(field)
        return None if text is None else Period.parse(text)


def bundled() -> list[Document]:
    """Read the files that come with natobrief. They were checked when they were made."""
    folder = resources.files("natobrief.directory") / "data"
    files = sorted(folder.iterdir(), key=lambda file: file.name)
    texts = [(file.name, file.read_bytes()) for file in files if file.name.endswith(".json")]
    return [Document(name, json.loads(text)) for name, text in texts]


def read(path: str | Path) -> list[Document]:
    """Read and check a file, or all ``.json`` files of a folder, in the order of their names.

    Raises:
        InvalidDocument: With every fault of every file.
        OSError: A file can't be read.
    """
    place = Path(path)
    if not place.is_dir():
        return _checked([("", place.read_bytes())])
    files = sorted(place.glob("*.json"))
    if not files:
        fault = Fault(path=str(place), allowed="a folder with .json files", came="none")
        raise InvalidDocument([fault])
    return _checked([(file.name, file.read_bytes()) for file in files])


def _checked(texts: list[tuple[str, bytes]]) -> list[Document]:
    documents: list[Document] = []
    faults: list[Fault] = []
    for name, text in texts:
        content, found = _parsed(text)
        found = found or list(faults_of(content))
        prefix = f"{name}: " if name else ""
        faults.extend(Fault(path=prefix + f.path, allowed=f.allowed, came=f.came) for f in found)
        documents.append(Document(name, cast("dict[str, Any]", content)))
    if faults:
        raise InvalidDocument(faults)
    return documents


def _parsed(text: bytes) -> tuple[object, list[Fault]]:
    faults: list[Fault] = []

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        seen = dict(pairs)
        if len(seen) < len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            faults.append(Fault(path="$", allowed="each key once", came=f"{show(twice)} twice"))
        return seen

    try:
        content = json.loads(
            text.decode("utf-8"), object_pairs_hook=once, parse_constant=_no_constant
        )
    except UnicodeDecodeError as error:
        return None, [Fault(path="$", allowed="UTF-8", came=show(text[error.start : error.end]))]
    except RecursionError:
        return None, [Fault(path="$", allowed="JSON that is not nested so deep", came="too deep")]
    except ValueError as error:
        return None, [Fault(path="$", allowed="JSON", came=str(error))]
    return content, faults


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"the number {name}")
