"""sim_text, of Dick Grune's similarity tester: runs of the same words in two files."""

import collections
import pathlib
import re

from comparison.answer import Answer, Span
from comparison.corpus import Corpus
from comparison.environment import Environment
from comparison.peer import Command, Peer

_PLACE = re.compile(r"(\S+): line (\d+)-(\d+)")


class SimText(Peer):
    """To it a word is what stands between spaces: each character gets a line, so that it can see Chinese."""

    name = "sim_text"
    version = "similarity-tester 3.0.2 (Debian)"
    settings = "`-n -s -r 12 -i`, given one character a line"
    cannot = (
        "edited places; without our lines a Chinese clause is one word to it, and nothing is found"
    )

    def prepare(self, corpus: Corpus, scratch: pathlib.Path) -> None:
        names = []
        for number, name in enumerate(corpus.names):
            characters = corpus.bytes(name).decode().replace("\n", " ")
            path = scratch / f"{number}"
            path.write_text("\n".join(characters) + "\n", encoding="utf-8")
            names.append(str(path))
        (scratch / "paths").write_text("\n".join(names) + "\n")

    def command(self, corpus: Corpus, scratch: pathlib.Path, tools: Environment) -> Command:
        return Command(
            [str(tools.debian("sim_text")), "-n", "-s", "-T", "-r", "12", "-i"],
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
            offsets = [0]
            for character in corpus.bytes(name).decode():
                offsets.append(offsets[-1] + len(character.encode()))
            passages[name] = {(offsets[a], offsets[min(b, len(offsets) - 1)]) for a, b in spans}
        return Answer(passages=passages)
