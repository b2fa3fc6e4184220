"""Raw results, kept by date and kind of machine, and what was measured on what."""

import datetime
import json
import os
import pathlib
import platform
import statistics
import subprocess
from collections.abc import Sequence

from .places import CORES, ROOT
from .process import Usage


def machine() -> dict[str, object]:
    """What the figures depend on."""
    facts = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    models = [line.split(":")[1].strip() for line in facts if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    commit = _said("git", "-C", str(ROOT), "rev-parse", "--short", "HEAD")
    return {
        "cores": CORES,
        "processor": (models or [platform.machine()])[0],
        "memory": memory,
        "kernel": platform.release(),
        "load": os.getloadavg()[0],
        "commit": commit,
        "date": str(datetime.date.today()),
        "swift": (_said("swift", "--version").splitlines() or [""])[0],
        "compiler": (_said("cc", "--version").splitlines() or [""])[0],
        "python": platform.python_version(),
    }


def _said(*command: str) -> str:
    """What `command` prints; nothing where there is no such program."""
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.strip()
    except FileNotFoundError:
        return ""


def keep(results: object, name: str, about: dict[str, object]) -> None:
    """Writes the raw figures beside what they were measured on."""
    kind = f"{CORES}core-{platform.system().lower()}-{platform.machine()}"
    folder = ROOT / "Benchmarks/Results" / f"{datetime.date.today()}-{kind}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(
        json.dumps({"machine": about, "results": results}, indent=1, ensure_ascii=False) + "\n"
    )
    print(f"kept in {(folder / name).relative_to(ROOT)}")


def median(runs: Sequence[Usage], figure: str) -> float:
    """The median of `figure` over `runs`."""
    return statistics.median(float(getattr(run, figure)) for run in runs)
