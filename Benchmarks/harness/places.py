"""Where things are."""

import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / ".build"
RELEASE = BUILD / "release"
BINARY = RELEASE / "taohua"
CORE = RELEASE / "core-benchmark"
SHARED = pathlib.Path(os.environ.get("TAOHUA_SHARED", ROOT.parent / "shared")) / "corpora"
# The cores that this process may use: what a benchmark calls all of them.
CORES = len(os.sched_getaffinity(0))
