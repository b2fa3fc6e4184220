"""The score of answers that can be worked out by hand."""

import json
import pathlib
import tempfile
import unittest

from comparison.answer import Answer
from comparison.corpus import Corpus
from comparison.score import score


class ScoreTests(unittest.TestCase):
    """Two documents with one phrase of four characters, two with a phrase that is not shared, one copy."""

    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        folder = pathlib.Path(temporary.name)
        (folder / "documents").mkdir()
        texts = {
            "a.txt": "前言春夏秋冬后记",
            "b.txt": "春夏秋冬请予审议",
            "c.txt": "东南西北上下",
            "d.txt": "东南西北上左",
        }
        for name, text in texts.items():
            (folder / "documents" / name).write_text(text, encoding="utf-8")
        truth = [
            ("a.txt", 6, 12, 1, "exact"),
            ("b.txt", 0, 12, 1, "blank"),
            ("b.txt", 12, 12, None, "formula"),
            ("c.txt", 0, 6, 2, "exact"),
            ("d.txt", 0, 18, None, "near-duplicate"),
        ]
        keys = ("document", "offset", "length", "phrase", "kind")
        lines = [json.dumps(dict(zip(keys, row, strict=True))) for row in truth]
        (folder / "truth.jsonl").write_text("\n".join(lines))
        (folder / "near-duplicates.jsonl").write_text('{"document": "d.txt", "base": "c.txt"}\n')
        self.corpus = Corpus(folder)

    def test_a_perfect_answer(self) -> None:
        spans = {"a.txt": {(6, 18)}, "b.txt": {(0, 12)}, "c.txt": {(0, 18)}, "d.txt": {(0, 18)}}
        found = score(Answer(spans, {("c.txt", "d.txt")}), self.corpus)
        self.assertEqual((found.precision, found.recall, found.f1, found.whole), (1, 1, 1, 1))
        self.assertEqual((found.pair_precision, found.pair_recall), (1, 1))

    def test_half_an_answer(self) -> None:
        # Of 4 + 4 + 6 + 6 characters: 2 right of a, 1 wrong; b whole with the formula, which does not count.
        found = score(Answer({"a.txt": {(3, 12)}, "b.txt": {(0, 24)}}), self.corpus)
        self.assertAlmostEqual(found.precision or 0, 6 / 7)
        self.assertAlmostEqual(found.recall or 0, 6 / 20)
        self.assertEqual(found.by_kind, {"blank": 1, "exact": 0.5})
        # A passage twice as long as the place is not the place.
        self.assertEqual(found.whole, 0)
        self.assertIsNone(found.pair_recall)

    def test_no_answer(self) -> None:
        found = score(Answer({}, set()), self.corpus)
        self.assertEqual((found.precision, found.recall, found.f1), (1, 0, 0))
        self.assertEqual((found.pair_precision, found.pair_recall), (1, 0))

    def test_removed_documents(self) -> None:
        found = score(Answer(removed={"d.txt", "a.txt"}), self.corpus)
        self.assertEqual((found.pair_precision, found.pair_recall), (0.5, 1))
        self.assertIsNone(found.f1)
