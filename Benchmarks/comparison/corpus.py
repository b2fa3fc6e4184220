"""A generated corpus as the comparison sees it."""

import collections
import dataclasses
import functools
import json
import pathlib
from collections.abc import Iterator

from .answer import Span, pair

# Kinds of planted text that are neither right nor wrong.
_INDIFFERENT = "formula"


@dataclasses.dataclass(frozen=True)
class Planted:
    """A place of a phrase."""

    span: Span
    kind: str


@dataclasses.dataclass(frozen=True)
class Corpus:
    """Documents by name, and what was planted in them."""

    folder: pathlib.Path

    @property
    def documents(self) -> pathlib.Path:
        """The folder of the documents."""
        return self.folder / "documents"

    @functools.cached_property
    def is_spaced(self) -> bool:
        """Whether words stand between spaces."""
        about = json.loads((self.folder / "about.json").read_text())
        return bool(about["language"] == "en")

    @property
    def width(self) -> int:
        """How many letters say as much as a Chinese character: what lengths are multiplied with."""
        return 4 if self.is_spaced else 1

    @functools.cached_property
    def names(self) -> list[str]:
        """The names of the documents, below `documents`."""
        return sorted(str(p.relative_to(self.documents)) for p in self.documents.rglob("*.txt"))

    @functools.cached_property
    def size(self) -> int:
        """Bytes of all documents."""
        return sum((self.documents / name).stat().st_size for name in self.names)

    def bytes(self, name: str) -> bytes:
        """The text of a document."""
        return (self.documents / name).read_bytes()

    @functools.cached_property
    def near_duplicates(self) -> set[tuple[str, str]]:
        """All pairs of near-duplicates: a copy and its base, and two copies of one base."""
        groups: dict[str, list[str]] = collections.defaultdict(list)
        for row in self._rows("near-duplicates.jsonl"):
            groups[str(row["base"])].append(str(row["document"]))
        members = [[base, *copies] for base, copies in groups.items()]
        return {pair(a, b) for group in members for a in group for b in group if a < b}

    @functools.cached_property
    def planted(self) -> dict[str, list[Planted]]:
        """The places of phrases that stand in two documents or more, by document."""
        holders: dict[int, set[str]] = collections.defaultdict(set)
        for row in self._rows("truth.jsonl"):
            if isinstance(row["phrase"], int):
                holders[row["phrase"]].add(str(row["document"]))
        places: dict[str, list[Planted]] = collections.defaultdict(list)
        for row in self._rows("truth.jsonl"):
            phrase = row["phrase"]
            if isinstance(phrase, int) and len(holders[phrase]) > 1:
                places[str(row["document"])].append(_planted(row))
        return places

    @functools.cached_property
    def indifferent(self) -> dict[str, list[Span]]:
        """The text that is neither right nor wrong, by document."""
        places: dict[str, list[Span]] = collections.defaultdict(list)
        for row in self._rows("truth.jsonl"):
            if row["kind"] == _INDIFFERENT:
                places[str(row["document"])].append(_planted(row).span)
        return places

    def _rows(self, name: str) -> Iterator[dict[str, object]]:
        with open(self.folder / name, encoding="utf-8") as file:
            yield from map(json.loads, file)


def _planted(row: dict[str, object]) -> Planted:
    offset, length = int(str(row["offset"])), int(str(row["length"]))
    return Planted((offset, offset + length), str(row["kind"]))
