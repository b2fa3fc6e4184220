"""The yardstick counts what a plain program counts."""

import collections
import pathlib
import subprocess
import tempfile
import unittest

from harness import corpora, yardstick


def covered(texts: list[str]) -> int:
    """Characters in windows of 8 that stand in two texts, the slow way."""
    holders = collections.defaultdict(set)
    for number, text in enumerate(texts):
        for i in range(len(text) - 7):
            holders[text[i : i + 8]].add(number)
    count = 0
    for text in texts:
        marked = {
            i + j
            for i in range(len(text) - 7)
            if len(holders[text[i : i + 8]]) > 1
            for j in range(8)
        }
        count += len(marked)
    return count


class YardstickTests(unittest.TestCase):
    """On a generated corpus, and on texts at the edges."""

    def check(self, folder: pathlib.Path) -> None:
        """Compares both, on one thread and on three."""
        texts = [path.read_bytes().decode() for path in corpora.files(folder)]
        with tempfile.NamedTemporaryFile() as file:
            paths = corpora.listing(folder, pathlib.Path(file.name))
            for threads in ("1", "3"):
                with open(paths, "rb") as source:
                    done = subprocess.run(
                        [yardstick.built(), threads],
                        stdin=source,
                        check=True,
                        capture_output=True,
                        text=True,
                    )
                words = done.stdout.split()
                self.assertEqual(
                    words[:4],
                    ["characters", str(sum(map(len, texts))), "covered", str(covered(texts))],
                )

    def test_generated(self) -> None:
        self.check(corpora.generated(500_000) / "documents")

    def test_short_empty_and_mixed_texts(self) -> None:
        texts = [
            "",
            "一二三四五六七",
            "一二三四五六七八",
            "x一二三四五六七八",
            "aé漢𠀀" * 5,
            "aé漢𠀀" * 4,
            "𠀀" * 30,
        ]
        with tempfile.TemporaryDirectory() as folder:
            for number, text in enumerate(texts):
                (pathlib.Path(folder) / f"{number}.txt").write_bytes(text.encode())
            self.check(pathlib.Path(folder))
