"""The command that is measured."""

import pathlib
import re
import subprocess

from harness.places import BINARY


def audit(folder: pathlib.Path, threads: int, *more: str) -> list[str]:
    """The command that audits `folder`."""
    return [
        str(BINARY),
        "audit",
        str(folder),
        "--format",
        "json",
        "--no-config",
        "--jobs",
        str(threads),
        *more,
    ]


def memory_size(text: str) -> int:
    """The bytes that --memory understands: 4G are 4 * 1024**3."""
    return int(float(text[:-1]) * 1024 ** (1 + "KMG".index(text[-1].upper())))


def takes_memory() -> bool:
    """Whether the binary knows --memory."""
    said = subprocess.run([BINARY, "audit", "--help"], capture_output=True, text=True).stdout
    return re.search(r"^\s+--memory ", said, re.MULTILINE) is not None
