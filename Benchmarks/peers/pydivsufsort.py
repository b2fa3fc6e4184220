"""pydivsufsort: a suffix array (libdivsufsort) and its common prefixes (Kasai et al. 2001)."""

from collections.abc import Iterator
from typing import Any

from comparison.library import Library, Passage, serve

# Characters, as for the other matchers of exact runs.
_SHORTEST = 12


class Pydivsufsort(Library):
    """The repeats are read off the array by us, with numpy: runs of suffixes that share enough bytes."""

    name = "pydivsufsort"
    version = "pydivsufsort 0.0.20 (PyPI)"
    settings = "suffix array over bytes, runs of 36 bytes in two documents or more"
    cannot = "edited places; it gives an array, the passages are our reading of it; one thread"
    counts_characters = False


def find(paths: list[str], width: int) -> Iterator[Passage]:
    """The longest runs of each document that stand in another."""
    import numpy
    from pydivsufsort import divsufsort, kasai

    # A Chinese character has three bytes, a letter one.
    shortest = _SHORTEST * (3 if width == 1 else width)
    texts = [open(path, "rb").read() for path in paths]
    # 0xFF is no byte of UTF-8.
    joined = numpy.frombuffer(bytearray(b"\xff".join(texts) + b"\xff"), dtype=numpy.uint8)
    starts = numpy.cumsum([0] + [len(text) + 1 for text in texts])
    suffixes = divsufsort(joined)
    common = kasai(joined, suffixes)
    # Runs of suffixes, in order of the array, whose neighbours share enough.
    ties = numpy.flatnonzero(common[: len(suffixes) - 1] >= shortest)
    heads = ties[numpy.flatnonzero(numpy.diff(ties, prepend=-2) > 1)]
    tails = ties[numpy.flatnonzero(numpy.diff(ties, append=len(suffixes) + 1) > 1)] + 1
    marks = numpy.zeros(len(joined) + 1, dtype=numpy.int32)
    for head, tail in zip(heads.tolist(), tails.tolist(), strict=True):
        members = suffixes[head : tail + 1]
        documents = numpy.searchsorted(starts, members, side="right")
        if documents.min() != documents.max():
            marks[members] = 1
    yield from _runs(numpy, marks, starts, texts, shortest)


def _runs(
    numpy: Any, marks: Any, starts: Any, texts: list[bytes], shortest: int
) -> Iterator[Passage]:
    """The bytes that a marked window of `shortest` bytes covers, cut where documents and separators end."""
    sums = numpy.cumsum(marks)
    covered = sums.copy()
    covered[shortest:] -= sums[:-shortest]
    edges = numpy.diff((covered > 0).astype(numpy.int8), prepend=0, append=0)
    begins, ends = numpy.flatnonzero(edges == 1), numpy.flatnonzero(edges == -1)
    for begin, end in zip(begins.tolist(), ends.tolist(), strict=True):
        number = int(numpy.searchsorted(starts, begin, side="right")) - 1
        while begin < end and number < len(texts):
            stop = min(end, int(starts[number]) + len(texts[number]))
            yield number, begin - int(starts[number]), stop - int(starts[number])
            number += 1
            begin = int(starts[number])


if __name__ == "__main__":
    serve(find)
