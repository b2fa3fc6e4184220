"""The generated corpus is what its truth says, and always the same."""

import json
import pathlib
import subprocess
import tempfile
import unittest

from comparison.corpus import Corpus
from harness.places import ROOT

_GENERATE = ROOT / "Benchmarks/generate"


def generated(folder: pathlib.Path, *arguments: str) -> Corpus:
    """A corpus that Benchmarks/generate wrote."""
    subprocess.run([_GENERATE, folder, *arguments], check=True, stdout=subprocess.DEVNULL)
    return Corpus(folder)


def rows(corpus: Corpus, name: str) -> list[dict[str, object]]:
    """The lines of a file of truth."""
    with open(corpus.folder / name, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


class GeneratorTests(unittest.TestCase):
    """On corpora of one to a few megabytes."""

    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.root = pathlib.Path(temporary.name)

    def test_a_larger_corpus_begins_with_a_smaller_one(self) -> None:
        for language in ("zh", "en"):
            small = generated(
                self.root / f"{language}-small", "1MB", "--language", language, "--jobs", "1"
            )
            large = generated(
                self.root / f"{language}-large", "2MB", "--language", language, "--jobs", "3"
            )
            self.assertLess(len(small.names), len(large.names))
            for name in small.names:
                self.assertEqual(small.bytes(name), large.bytes(name), name)
            truth = rows(small, "truth.jsonl")
            self.assertEqual(truth, rows(large, "truth.jsonl")[: len(truth)])

    def test_parts_make_the_whole(self) -> None:
        whole = generated(self.root / "whole", "1MB")
        part = generated(self.root / "part", "0.5MB", "--first", "33")
        for name in set(whole.names) & set(part.names):
            self.assertEqual(whole.bytes(name), part.bytes(name), name)
        self.assertEqual(part.names[0], whole.names[33])

    def test_another_seed_gives_another_corpus(self) -> None:
        one = generated(self.root / "one", "0.1MB", "--seed", "1")
        two = generated(self.root / "two", "0.1MB", "--seed", "2")
        self.assertNotEqual(one.bytes(one.names[0]), two.bytes(two.names[0]))

    def test_sizes_are_as_asked(self) -> None:
        for arguments in (["--language", "zh"], ["--language", "en"], ["--hard"]):
            corpus = generated(self.root / "-".join(arguments), "3MB", *arguments)
            self.assertAlmostEqual(corpus.size / 3e6, 1, delta=0.05)

    def test_what_is_exact_is_the_phrase_and_nothing_else_is(self) -> None:
        for language in ("zh", "en"):
            corpus = generated(self.root / language, "1MB", "--language", language)
            phrases = {row["phrase"]: str(row["text"]) for row in rows(corpus, "phrases.jsonl")}
            kinds = set()
            for row in rows(corpus, "truth.jsonl"):
                offset, length = int(str(row["offset"])), int(str(row["length"]))
                # Fails where a character is cut.
                text = corpus.bytes(str(row["document"]))[offset : offset + length].decode()
                self.assertEqual(len(text.encode()), length)
                kinds.add(row["kind"])
                if row["phrase"] is not None:
                    self.assertEqual(row["kind"] == "exact", text == phrases[row["phrase"]], row)
            self.assertGreaterEqual(len(kinds), 11)

    def test_near_duplicates_share_their_windows_and_others_do_not(self) -> None:
        corpus = generated(self.root / "corpus", "2MB")
        windows = {}
        for name in corpus.names:
            text = corpus.bytes(name).decode()
            windows[name] = {text[i : i + 8] for i in range(len(text) - 7)}
        self.assertTrue(corpus.near_duplicates)
        for left in corpus.names:
            for right in corpus.names:
                if left < right:
                    common = len(windows[left] & windows[right])
                    share = common / max(len(windows[left]), len(windows[right]))
                    self.assertEqual((left, right) in corpus.near_duplicates, share > 0.8)

    def test_what_is_not_planted_stands_nowhere_else(self) -> None:
        corpus = generated(self.root / "corpus", "2MB", "--hard")
        planted = {
            (str(row["document"]), int(str(row["offset"])), int(str(row["length"])))
            for row in rows(corpus, "truth.jsonl")
        }
        copies = {name for pair in corpus.near_duplicates for name in pair}
        seen: dict[str, str] = {}
        for name in corpus.names:
            raw = bytearray(corpus.bytes(name))
            for document, offset, length in planted:
                if document == name:
                    raw[offset : offset + length] = b"\n" * length
            for line in [] if name in copies else raw.decode().split("\n"):
                for i in range(len(line) - 9):
                    self.assertEqual(seen.setdefault(line[i : i + 10], name), name)
