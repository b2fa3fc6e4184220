"""The benchmarks themselves, on corpora so small that their figures mean nothing."""

import pathlib
import subprocess
import sys
import unittest

from harness import corpora
from harness.places import BINARY, ROOT
from harness.process import Failed, fingerprint, measure


def output(name: str, *arguments: str) -> str:
    """What a program of Benchmarks prints."""
    command = [str(ROOT / "Benchmarks" / name), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


class ProcessTests(unittest.TestCase):
    """What a run costs."""

    def test_cpu_memory_and_children(self) -> None:
        work = "x = bytearray(200_000_000)\nfor i in range(3_000_000): pass"
        script = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}])"
        usage = measure([sys.executable, "-c", script])
        self.assertGreater(usage.cpu, 0.02)
        self.assertGreater(usage.wall, usage.cpu / 4)
        self.assertGreater(usage.anonymous, 190e6)
        self.assertGreater(usage.peak, 190e6)

    def test_the_memory_of_this_process_is_not_counted(self) -> None:
        held = bytearray(300_000_000)
        held[::4096] = b"x" * len(held[::4096])
        self.assertLess(measure(["sleep", "0.1"]).peak, 50e6)
        del held

    def test_a_limit_ends_the_command_and_its_children(self) -> None:
        usage = measure(["sh", "-c", "sleep 30 & sleep 30"], limit=0.2)
        self.assertTrue(usage.timed_out)
        self.assertLess(usage.wall, 5)

    def test_a_failure_has_the_words_of_the_command(self) -> None:
        with self.assertRaisesRegex(Failed, "ended with 2.*no-such-file"):
            measure(["ls", "no-such-file"])

    def test_the_same_bytes_have_the_same_fingerprint(self) -> None:
        self.assertEqual(fingerprint(["echo", "a"]), fingerprint(["printf", "a\\n"]))
        self.assertNotEqual(fingerprint(["echo", "a"]), fingerprint(["echo", "b"]))


@unittest.skipUnless(BINARY.exists(), "no release binary: run `make build` first")
class ProgramTests(unittest.TestCase):
    """Each benchmark once."""

    def test_run(self) -> None:
        folder = corpora.generated(500_000) / "documents"
        text = output("run", "--runs", "1", str(folder))
        for program in ("audit", "audit, 1 thread", "yardstick", "wc -m"):
            self.assertRegex(text, rf"(?m)^{program} +\d")

    def test_run_at_scale(self) -> None:
        self.assertIn("CPU a byte", output("run", "--scale", "--runs", "1", "--size", "5MB"))

    def test_compare(self) -> None:
        text = output(
            "compare",
            "--only",
            "taohua",
            "--sizes",
            "0.5MB",
            "--hard",
            "0",
            "--english",
            "0",
            "--runs",
            "1",
        )
        row = next(line for line in text.splitlines() if line.startswith("| taohua | 0."))
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        self.assertGreater(float(cells[7]), 0.95, "F1")
        self.assertEqual(cells[9], "1.000 / 1.000", "near-duplicates")

    def test_scale(self) -> None:
        text = output("scale")
        for size in ("1 TB", "100 TB"):
            self.assertIn(size, text)


class DocumentTests(unittest.TestCase):
    """The sections that benchmarks write."""

    def test_every_section_is_there(self) -> None:
        for name in ("comparison.md", "scale.md"):
            text = pathlib.Path(ROOT / "docs" / name).read_text(encoding="utf-8")
            self.assertIn("<!-- measured -->", text)
            self.assertIn("<!-- end of measured -->", text)
