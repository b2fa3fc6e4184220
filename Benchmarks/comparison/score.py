"""How much of the planted truth an answer has."""

import collections
import dataclasses
from collections.abc import Iterable

from .answer import Answer, Span
from .corpus import Corpus

# Of a place and a reported passage, what both have over what either has, to call the place found whole.
_WHOLE = 0.8
# Bytes that begin a character become 1, those that continue one 0.
_LEADS = bytes(int(byte & 0xC0 != 0x80) for byte in range(256))


@dataclasses.dataclass(frozen=True)
class Score:
    """Shares between 0 and 1; None where the program does not answer."""

    precision: float | None = None
    """Of the characters that were reported: planted."""
    recall: float | None = None
    """Of the characters that were planted: reported."""
    whole: float | None = None
    """Of the planted places: covered by one reported passage, and by little more than it."""
    by_kind: dict[str, float] | None = None
    """Recall of characters by kind of edit."""
    pair_precision: float | None = None
    pair_recall: float | None = None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall of characters."""
        if self.precision is None or self.recall is None:
            return None
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score(answer: Answer, corpus: Corpus) -> Score:
    """`answer` measured by what was planted in `corpus`."""
    found = Score()
    if answer.passages is not None:
        found = _passages(answer.passages, corpus)
    truth = corpus.near_duplicates
    if answer.pairs is not None:
        right = len(answer.pairs & truth)
        found = dataclasses.replace(
            found,
            pair_precision=_share(right, len(answer.pairs)),
            pair_recall=_share(right, len(truth)),
        )
    if answer.removed is not None:
        members = {name for pair in truth for name in pair}
        found = dataclasses.replace(
            found,
            pair_precision=_share(len(answer.removed & members), len(answer.removed)),
            pair_recall=_share(sum(bool(answer.removed & set(pair)) for pair in truth), len(truth)),
        )
    return found


def _passages(passages: dict[str, set[Span]], corpus: Corpus) -> Score:
    right = reported = planted = whole = places = 0
    kinds: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0])
    copies = {name for pair in corpus.near_duplicates for name in pair}
    for name in corpus.names:
        text = corpus.bytes(name)
        leads = text.translate(_LEADS)
        indifferent = _union(corpus.indifferent.get(name, []))
        given = _minus(_union(passages.get(name, ())), indifferent)
        true = corpus.planted.get(name, [])
        # All of a near-duplicate stands elsewhere; its few replaced words count as the edits in a phrase do.
        wanted = [(0, len(text))] if name in copies else [place.span for place in true]
        wanted = _minus(_union(wanted), indifferent)
        reported += _count(leads, given)
        planted += _count(leads, wanted)
        right += _count(leads, _common(given, wanted))
        for place in true:
            kinds[place.kind][0] += _count(leads, _common(given, [place.span]))
            kinds[place.kind][1] += _count(leads, [place.span])
            places += 1
            whole += any(_overlap(place.span, span) >= _WHOLE for span in passages.get(name, ()))
    return Score(
        precision=_share(right, reported),
        recall=_share(right, planted),
        whole=_share(whole, places),
        by_kind={kind: _share(found, all) for kind, (found, all) in sorted(kinds.items())},
    )


def _share(part: int, whole: int) -> float:
    """Nothing out of nothing is all."""
    return part / whole if whole else 1.0


def _overlap(a: Span, b: Span) -> float:
    common = min(a[1], b[1]) - max(a[0], b[0])
    return common / (max(a[1], b[1]) - min(a[0], b[0])) if common > 0 else 0.0


def _count(leads: bytes, spans: Iterable[Span]) -> int:
    return sum(leads.count(1, start, end) for start, end in spans)


def _union(spans: Iterable[Span]) -> list[Span]:
    """The same bytes in spans that rise and neither touch nor overlap."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _common(left: list[Span], right: list[Span]) -> list[Span]:
    """What is in both; each rises without overlap."""
    common: list[Span] = []
    i = j = 0
    while i < len(left) and j < len(right):
        start, end = max(left[i][0], right[j][0]), min(left[i][1], right[j][1])
        if start < end:
            common.append((start, end))
        if left[i][1] < right[j][1]:
            i += 1
        else:
            j += 1
    return common


def _minus(spans: list[Span], holes: list[Span]) -> list[Span]:
    """What of `spans` is in no hole; each rises without overlap."""
    rest: list[Span] = []
    for start, end in spans:
        for hole in holes:
            if hole[1] <= start or hole[0] >= end:
                continue
            if hole[0] > start:
                rest.append((start, hole[0]))
            start = max(start, hole[1])
        if start < end:
            rest.append((start, end))
    return rest
