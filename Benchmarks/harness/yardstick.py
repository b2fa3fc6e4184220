"""The yardstick in C: where it is, built if it is not there or older than its source."""

import pathlib
import subprocess

from .places import BUILD, ROOT

_SOURCE = ROOT / "Benchmarks/yardstick/yardstick.c"


def built() -> pathlib.Path:
    """The program. Compiled for the machine that our own release is compiled for: no -march."""
    program = BUILD / "yardstick"
    if not program.exists() or program.stat().st_mtime < _SOURCE.stat().st_mtime:
        subprocess.run(
            [
                "cc",
                "-std=c11",
                "-D_GNU_SOURCE",
                "-O3",
                "-Wall",
                "-Wextra",
                "-pthread",
                "-o",
                str(program),
                str(_SOURCE),
            ],
            check=True,
        )
    return program
