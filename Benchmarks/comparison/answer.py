"""What a program says of a corpus, whatever its own words are."""

import dataclasses

Span = tuple[int, int]
"""Bytes of a document, end exclusive."""


@dataclasses.dataclass(frozen=True)
class Answer:
    """What a program found; what it does not tell at all is None."""

    passages: dict[str, set[Span]] | None = None
    """Text of each document that stands elsewhere too."""
    pairs: set[tuple[str, str]] | None = None
    """Near-duplicate documents, both names in order."""
    removed: set[str] | None = None
    """Documents that it throws away as near-duplicates, without saying of what."""


def pair(left: str, right: str) -> tuple[str, str]:
    """Two documents in order of name."""
    return (left, right) if left < right else (right, left)
