"""An audit beside wc, the yardstick and our exact core, in turn on the same files."""

import dataclasses
import pathlib
import re

from harness import corpora, yardstick
from harness.marks import Mark, table
from harness.places import CORE, CORES
from harness.process import Usage, measure
from harness.results import median

from .commands import audit

# Below, the start of the process and single files decide.
_LARGE = 50_000_000


@dataclasses.dataclass(frozen=True)
class Program:
    """A command that reads all files of a corpus."""

    name: str
    command: list[str]
    reads_list: bool = False


def programs(folder: pathlib.Path, paths: pathlib.Path) -> list[Program]:
    """What each round runs."""
    every = [
        Program("audit", audit(folder, CORES)),
        Program("audit, 1 thread", audit(folder, 1)),
        Program("yardstick", [str(yardstick.built()), str(CORES)], reads_list=True),
        Program("wc -m", ["wc", "-m", f"--files0-from={paths}"]),
    ]
    if CORE.exists():
        every.insert(2, Program("exact core", [str(CORE), str(CORES)], reads_list=True))
    return every


def bench(
    name: str, folder: pathlib.Path, rounds: int, scratch: pathlib.Path, is_loaded: bool
) -> dict[str, object]:
    """Runs the programs in turn; prints their medians and the marks, returns the raw figures.

    Args:
        is_loaded: whether the machine is kept busy meanwhile, so that times promise little.
    """
    paths = corpora.listing(folder, scratch / "paths")
    size = corpora.byte_count(folder)
    every = programs(folder, paths)
    runs: dict[str, list[Usage]] = {program.name: [] for program in every}
    steps: list[dict[str, float]] = []
    said = scratch / "said"
    for turn in range(rounds + 1):
        for program in every:
            # What the first run prints, which is not timed, is looked at; a report is not written otherwise.
            keeps = turn == 0 or program.name == "exact core"
            source = paths if program.reads_list else None
            usage = measure(program.command, input=source, output=said if keeps else None)
            if turn > 0:
                runs[program.name].append(usage)
            elif program.name == "audit":
                report = said.stat().st_size
            if program.name == "exact core":
                steps.append(step_seconds(said.read_text()))
    print(f"\n{name}: {len(corpora.files(folder))} files, {size / 1e6:.1f} MB\n")
    print(
        f"{'':<18}{'wall s':>9}{'MB/s':>9}{'CPU s':>9}{'ns/byte':>9}{'peak MB':>9}{'B/byte':>8}{'to wc':>8}"
    )
    for title, usages in runs.items():
        print(line(title, usages, size, median(runs["wc -m"], "wall")), flush=True)
    if size >= _LARGE:
        found = marks_under_load(runs) if is_loaded else marks(runs, size)
        print("\n" + table(found), flush=True)
    return {
        "corpus": name,
        "documents": len(corpora.files(folder)),
        "bytes": size,
        "report": report,
        "tokens": steps[0]["tokens"] if steps else None,
        "coreSteps": steps[1:],
        "runs": {program: [usage.row() for usage in usages] for program, usages in runs.items()},
    }


def step_seconds(said: str) -> dict[str, float]:
    """What the exact core says of itself: tokens, and the seconds of each step."""
    return {name: float(value) for name, value in re.findall(r"([a-z]+) ([\d.e-]+)", said)}


def line(program: str, runs: list[Usage], size: int, yardstick_wall: float) -> str:
    """One row of the table."""
    wall, cpu, peak = (median(runs, figure) for figure in ("wall", "cpu", "peak"))
    return (
        f"{program:<18}{wall:>9.3f}{size / 1e6 / wall:>9.1f}{cpu:>9.2f}{1e9 * cpu / size:>9.1f}"
        f"{peak / 1e6:>9.0f}{peak / size:>8.1f}{yardstick_wall / wall:>8.3f}"
    )


def marks(runs: dict[str, list[Usage]], size: int) -> list[Mark]:
    """What we promise of a corpus of 50 MB or more."""
    ours, count = runs["audit"], runs["wc -m"]
    found = [
        Mark("audit: wall, times that of wc", median(ours, "wall") / median(count, "wall"), most=1),
        Mark("audit: CPU, times that of wc", median(ours, "cpu") / median(count, "cpu"), most=3),
        Mark("audit: peak memory, bytes a byte", median(ours, "peak") / size, most=8),
        threads_mark(runs, least=2.5 * CORES / 4),
    ]
    if "exact core" in runs:
        found.append(
            Mark(
                "exact core: CPU, times the yardstick's",
                median(runs["exact core"], "cpu") / median(runs["yardstick"], "cpu"),
                most=1.5,
            )
        )
    return found


def marks_under_load(runs: dict[str, list[Usage]]) -> list[Mark]:
    """What we promise beside other work: that more threads are not slower than one."""
    return [threads_mark(runs, least=1)]


def threads_mark(runs: dict[str, list[Usage]], least: float) -> Mark:
    """What all cores gain over one."""
    return Mark(
        f"audit: {CORES} threads, times as fast as 1",
        median(runs["audit, 1 thread"], "wall") / median(runs["audit"], "wall"),
        least=least,
    )
