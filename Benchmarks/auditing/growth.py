"""An audit of a corpus, of one ten times as large, and of that within a limit of memory."""

import sys

from harness import corpora
from harness.marks import Mark, table
from harness.places import BUILD, CORES
from harness.process import Usage, fingerprint, measure
from harness.results import median

from .commands import audit, memory_size, takes_memory


def scale(size: int, memory: str, rounds: int) -> dict[str, object]:
    """Audits corpora of a tenth of `size` and of `size`, the latter within `memory` too."""
    small, large = (corpora.generated(bytes) for bytes in (size // 10, size))
    sizes = [int(str(corpora.about(folder)["bytes"])) for folder in (small, large)]
    commands = {
        "a tenth": audit(small / "documents", CORES),
        "whole": audit(large / "documents", CORES),
    }
    limited = f"whole, within {memory}"
    if takes_memory():
        commands[limited] = audit(
            large / "documents", CORES, "--memory", memory, "--scratch", str(BUILD)
        )
    else:
        print("this binary has no --memory: only the unlimited runs are measured", file=sys.stderr)
    # The first run of each, which is not timed, tells what comes out.
    prints = {name: fingerprint(command) for name, command in commands.items()}
    runs: dict[str, list[Usage]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(measure(command))
    print(
        f"{'':<24}{'MB':>9}{'wall s':>9}{'MB/s':>9}{'ns/byte':>9}{'peak MB':>9}{'anonymous MB':>14}"
    )
    for name, usages in runs.items():
        bytes = sizes[name != "a tenth"]
        wall = median(usages, "wall")
        print(
            f"{name:<24}{bytes / 1e6:>9.0f}{wall:>9.1f}{bytes / 1e6 / wall:>9.1f}"
            f"{1e9 * median(usages, 'cpu') / bytes:>9.1f}{median(usages, 'peak') / 1e6:>9.0f}"
            f"{max(usage.anonymous for usage in usages) / 1e6:>14.0f}"
        )
    per_byte = [
        median(runs[name], "cpu") / bytes for name, bytes in zip(("a tenth", "whole"), sizes)
    ]
    found = [Mark("CPU a byte, times that of the tenth", per_byte[1] / per_byte[0], most=1.15)]
    if limited in runs:
        found += [
            Mark(
                "speed within the memory, of the unlimited",
                median(runs["whole"], "wall") / median(runs[limited], "wall"),
                least=0.3,
            ),
            Mark(
                "anonymous memory, of the limit",
                max(usage.anonymous for usage in runs[limited]) / memory_size(memory),
                most=1.1,
            ),
            Mark("other bytes come out", float(prints["whole"] != prints[limited]), most=0),
        ]
    print("\n" + table(found))
    return {
        "sizes": sizes,
        "prints": prints,
        "runs": {name: [usage.row() for usage in usages] for name, usages in runs.items()},
    }
