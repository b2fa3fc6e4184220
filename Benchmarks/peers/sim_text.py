"""sim_text, of Dick Grune's similarity tester: runs of the same words in two files."""

import collections
import itertools
import pathlib
import re

from comparison.answer import Answer, Span
from comparison.corpus import Corpus
from comparison.environment import Environment
from comparison.peer import Command, Peer

_PLACE = re.compile(r"(\S+): line (\d+)-(\d+)")


class SimText(Peer):
    """To it a word is what stands between spaces, and a place is a line.

    So each Chinese character gets a line, that it can be seen; an English word too, that places are exact.
    """

    name = "sim_text"
    version = "similarity-tester 3.0.2 (Debian)"
    settings = "`-n -s -r 12 -i`, given one character a line (English: its default of 8 words)"
    cannot = (
        "edited places; without our lines a Chinese clause is one word to it, and nothing is found"
    )

    def prepare(self, corpus: Corpus, scratch: pathlib.Path) -> None:
        names = []
        for number, name in enumerate(corpus.names):
            units = (unit.strip() for unit in _units(corpus, name))
            path = scratch / f"{number}"
            path.write_text("\n".join(units) + "\n", encoding="utf-8")
            names.append(str(path))
        (scratch / "paths").write_text("\n".join(names) + "\n")

    def command(self, corpus: Corpus, scratch: pathlib.Path, tools: Environment) -> Command:
        shortest = "8" if corpus.is_spaced else "12"
        return Command(
            [str(tools.debian("sim_text")), "-n", "-s", "-T", "-r", shortest, "-i"],
            input=scratch / "paths",
            output=scratch / "answer",
        )

    def answer(self, corpus: Corpus, scratch: pathlib.Path, tools: Environment) -> Answer:
        lines: dict[str, set[Span]] = collections.defaultdict(set)
        for path, first, last in _PLACE.findall((scratch / "answer").read_text()):
            name = corpus.names[int(pathlib.Path(path).name)]
            lines[name].add((int(first) - 1, int(last)))
        passages: dict[str, set[Span]] = {}
        for name, spans in lines.items():
            sizes = [len(unit.encode()) for unit in _units(corpus, name)]
            offsets = [0, *itertools.accumulate(sizes)]
            passages[name] = {(offsets[a], offsets[min(b, len(offsets) - 1)]) for a, b in spans}
        return Answer(passages=passages)


def _units(corpus: Corpus, name: str) -> list[str]:
    """The words of a document with the spaces after them, or its characters."""
    text = corpus.bytes(name).decode()
    return re.findall(r"\S+\s*", text) if corpus.is_spaced else list(text)
