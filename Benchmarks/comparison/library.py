"""Peers that are libraries of Python: a small program of ours calls them, in an environment with them."""

import itertools
import json
import pathlib
import sys
from collections.abc import Callable, Iterable, Iterator

from harness.places import ROOT

from .answer import Answer, Span, pair
from .corpus import Corpus
from .environment import Environment
from .peer import Command, Peer

Passage = tuple[int, int, int]
"""Number of the document, and from and to, in characters or bytes."""
Pair = tuple[int, int]
"""Numbers of two documents."""


class Library(Peer):
    """A library. Its module is also the program that is measured: `serve` at its end.

    The program reads the documents from disk, as every program here does.
    """

    counts_characters = True
    """Whether passages are in characters; else in bytes."""

    def prepare(self, corpus: Corpus, scratch: pathlib.Path) -> None:
        paths = [str(corpus.documents / name) for name in corpus.names]
        (scratch / "paths").write_text("\n".join(paths), encoding="utf-8")

    def command(self, corpus: Corpus, scratch: pathlib.Path, tools: Environment) -> Command:
        module = type(self).__module__
        return Command(
            [
                str(tools.python),
                "-m",
                module,
                str(scratch / "paths"),
                str(scratch / "answer"),
                str(corpus.width),
            ],
            variables={"PYTHONPATH": str(ROOT / "Benchmarks")},
        )

    def answer(self, corpus: Corpus, scratch: pathlib.Path, tools: Environment) -> Answer:
        with open(scratch / "answer", encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        if not rows or len(rows[0]) == 2:
            return Answer(pairs={pair(corpus.names[a], corpus.names[b]) for a, b in rows})
        passages: dict[str, set[Span]] = {}
        for number, group in itertools.groupby(sorted(rows), key=lambda row: int(row[0])):
            name = corpus.names[number]
            spans = {(start, end) for _, start, end in group}
            passages[name] = (
                self._bytes(spans, corpus.bytes(name)) if self.counts_characters else spans
            )
        return Answer(passages=passages)

    def _bytes(self, spans: set[Span], text: bytes) -> set[Span]:
        offsets = [0, *itertools.accumulate(len(character.encode()) for character in text.decode())]
        return {(offsets[start], offsets[end]) for start, end in spans}


def texts(paths: Iterable[str]) -> list[str]:
    """The documents."""
    return [pathlib.Path(path).read_bytes().decode() for path in paths]


def serve(find: Callable[[list[str], int], Iterator[Passage] | Iterator[Pair]]) -> None:
    """The program: reads a list of paths, writes what `find` says of them and the corpus's width."""
    paths = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").split("\n")
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        for row in find(paths, int(sys.argv[3])):
            file.write(json.dumps([int(value) for value in row]) + "\n")
