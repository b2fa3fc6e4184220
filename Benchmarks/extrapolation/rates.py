"""What was measured, for each byte of text."""

import dataclasses
import json
import statistics
import sys
from typing import Any

from harness.places import ROOT


@dataclasses.dataclass(frozen=True)
class Rates:
    """What was measured on one machine, each per byte of text unless it says otherwise."""

    source: str
    tokens: float
    shared: float
    """Of all tokens, those in windows that stand in two documents or more."""
    read: float
    """CPU seconds to read and tokenise."""
    group: float
    """CPU seconds to hash, partition and sort the windows."""
    cover: float
    """CPU seconds to go through the groups and mark what they cover."""
    rest: float
    """CPU seconds of a whole audit without these three: phrases, families, variants, report."""
    speedup: float
    """Of a whole audit on all cores of the machine that was measured, over one; not per byte."""
    memory: float
    report: float
    """Bytes of the report."""


def measured() -> Rates:
    """The rates of the newest results."""
    for path in sorted((ROOT / "Benchmarks/Results").glob("*/audit.json"), reverse=True):
        for result in json.loads(path.read_text())["results"]:
            if result["corpus"].startswith("generated") and result.get("coreSteps"):
                return rates(result, path.parent.name)
    sys.exit("no rates: run `Benchmarks/run --keep` first")


def rates(result: dict[str, Any], source: str) -> Rates:
    """The rates that follow from one corpus of audit.json."""
    size = result["bytes"]

    def median(program: str, figure: str) -> float:
        return float(statistics.median(run[figure] for run in result["runs"][program]))

    def cpu(program: str) -> float:
        return median(program, "cpu") / float(size)

    steps = result["coreSteps"]
    walls = {
        name: statistics.median(step[name] for step in steps) for name in ("read", "group", "cover")
    }
    # The system counts the CPU of the whole process; each step gets its share of the time.
    core = {name: cpu("exact core") * wall / sum(walls.values()) for name, wall in walls.items()}
    return Rates(
        source=f"{source}, {result['corpus']}",
        tokens=result["tokens"] / size,
        shared=steps[0]["covered"] / result["tokens"],
        **core,
        rest=max(0.0, cpu("audit") - cpu("exact core")),
        speedup=median("audit, 1 thread", "wall") / median("audit", "wall"),
        memory=median("audit", "peak") / size,
        report=result["report"] / size,
    )
