"""jscpd: copy and paste in source code and prose."""

import collections
import itertools
import json
import pathlib
import re

from comparison.answer import Answer, Span
from comparison.corpus import Corpus
from comparison.environment import Environment
from comparison.peer import Command, Peer

_CLAUSE = re.compile(r"[^\n，。；：,.;:]*[，。；：,.;:]?\n?")


class Jscpd(Peer):
    """To it a clause is one token: each gets a line, and two alike are enough to be reported."""

    name = "jscpd"
    version = "jscpd 5.4.2 (PyPI)"
    settings = (
        "`--min-tokens 2 --min-lines 2 --max-gap-lines 1 --mode strict`, given one clause a line"
    )
    cannot = "an edit in two clauses running hides them; pairs of places, not phrases with all their places"

    def prepare(self, corpus: Corpus, scratch: pathlib.Path) -> None:
        for name in corpus.names:
            path = scratch / "clauses" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(
                "".join(f"{c.strip()}\n" for c in _clauses(corpus, name)), encoding="utf-8"
            )

    def command(self, corpus: Corpus, scratch: pathlib.Path, tools: Environment) -> Command:
        arguments = [
            "--min-tokens",
            "2",
            "--min-lines",
            "2",
            "--max-gap-lines",
            "1",
            "--max-size",
            "100mb",
            "--mode",
            "strict",
        ]
        arguments += ["--max-lines", "100000", "--reporters", "json", "--output", str(scratch)]
        return Command(
            [str(tools.program("jscpd")), *arguments, "--silent", str(scratch / "clauses")]
        )

    def answer(self, corpus: Corpus, scratch: pathlib.Path, tools: Environment) -> Answer:
        report = json.loads((scratch / "jscpd-report.json").read_text(encoding="utf-8"))
        lines: dict[str, set[Span]] = collections.defaultdict(set)
        for clone in report["duplicates"]:
            for side in (clone["firstFile"], clone["secondFile"]):
                name = side["name"].split("clauses/", 1)[-1]
                lines[name].add((side["startLoc"]["line"] - 1, side["endLoc"]["line"]))
        passages: dict[str, set[Span]] = {}
        for name, spans in lines.items():
            sizes = [len(clause.encode()) for clause in _clauses(corpus, name)]
            offsets = [0, *itertools.accumulate(sizes)]
            passages[name] = {(offsets[a], offsets[min(b, len(sizes))]) for a, b in spans}
        return Answer(passages=passages)


def _clauses(corpus: Corpus, name: str) -> list[str]:
    return [clause for clause in _CLAUSE.findall(corpus.bytes(name).decode()) if clause]
