"""Taohua itself, asked what the others are asked: what stands in two documents or more."""

import json
import pathlib

from comparison.answer import Answer, Span, pair
from comparison.corpus import Corpus
from comparison.environment import Environment
from comparison.peer import Command, Peer
from harness.places import BINARY

_SHARED = {"stock", "borrowed", "shared"}


class Taohua(Peer):
    """The release binary, with phrases from two documents on instead of one in a hundred."""

    name = "taohua"
    version = "this commit"
    settings = "`audit --min-documents 2 --format json`"
    cannot = "marks every shared run of 8 characters, which precision pays for; paraphrase"

    def prepare(self, corpus: Corpus, scratch: pathlib.Path) -> None:
        """Nothing: it reads the documents."""

    def command(self, corpus: Corpus, scratch: pathlib.Path, tools: Environment) -> Command:
        arguments = ["audit", str(corpus.documents), "--min-documents", "2", "--format", "json"]
        return Command([str(BINARY), *arguments, "--no-config"], output=scratch / "report.json")

    def answer(self, corpus: Corpus, scratch: pathlib.Path, tools: Environment) -> Answer:
        with open(scratch / "report.json", encoding="utf-8") as file:
            report = json.load(file)
        passages: dict[str, set[Span]] = {}
        for document in report["documents"]:
            passages[_name(document["id"])] = {
                (span["start"], span["end"])
                for span in document["spans"]
                if span["class"] in _SHARED
            }
        for family in report["families"]:
            for place in family["places"]:
                passages[_name(place["document"])].add((place["start"], place["end"]))
        groups = [[_name(name) for name in group] for group in report["corpus"]["duplicates"]]
        # A near-duplicate is reported as a document, its text stands elsewhere as a whole.
        for group in groups:
            for name in group:
                passages[name].add((0, len(corpus.bytes(name))))
        pairs = {pair(a, b) for group in groups for a in group for b in group if a < b}
        return Answer(passages=passages, pairs=pairs)


def _name(identifier: str) -> str:
    """A document's name below the folder that was audited."""
    return identifier.removeprefix("documents/")
