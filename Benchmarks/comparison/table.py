"""The comparison as Markdown."""

import dataclasses
import itertools
from collections.abc import Iterable

from harness.process import Usage
from harness.results import median

from .peer import Peer
from .score import Score


@dataclasses.dataclass(frozen=True)
class Row:
    """One program on one corpus."""

    title: str
    """Of the corpus."""
    size: int
    documents: int
    peer: Peer
    runs: list[Usage]
    score: Score
    problem: str
    """Why there are no figures, or not all."""

    def raw(self) -> dict[str, object]:
        """For a file of results."""
        return {
            "corpus": self.title,
            "bytes": self.size,
            "documents": self.documents,
            "program": self.peer.name,
            "version": self.peer.version,
            "problem": self.problem,
            "score": dataclasses.asdict(self.score) | {"f1": self.score.f1},
            "runs": [run.row() for run in self.runs],
        }

    def cells(self) -> list[str]:
        """What stands in the table."""
        finished = [run for run in self.runs if not run.timed_out]
        if finished:
            figures = [median(finished, name) for name in ("wall", "cpu", "peak")]
            costs = [f"{figures[0]:.2f}", f"{figures[1]:.2f}", f"{figures[2] / 1e6:.0f}"]
        else:
            costs = [self.problem.split("\n")[0][:60] or "failed", "", ""]
        found = self.score
        shares = [found.precision, found.recall, found.f1, found.whole]
        pairs = [found.pair_precision, found.pair_recall]
        return [
            self.peer.name,
            *costs,
            str(len(finished) or ""),
            *(_share(value) for value in shares),
            " / ".join(_share(value) for value in pairs) if None not in pairs else "",
        ]


def _share(value: float | None) -> str:
    """Three places, as the literature prints them: .979."""
    return "" if value is None else f"{value:.3f}".removeprefix("0")


def tables(rows: Iterable[Row], about: dict[str, object], limit: float) -> str:
    """Tables by corpus, how each program was run, and what it cannot do."""
    rows = list(rows)
    parts = [
        f"{about['date']}, commit {about['commit']}: {about['processor']}, {about['cores']} cores, "
        f"{int(str(about['memory'])) / 2**30:.0f} GiB, Linux {about['kernel']}, Python {about['python']}, "
        f"{about['swift']}; load average at the start {about['load']:.1f}. "
        f"No run may take more than {limit:.0f} s, nor all runs of a program on a corpus much more."
    ]
    for title, group in itertools.groupby(rows, key=lambda row: row.title):
        members = list(group)
        parts.append(
            f"### {title}: {members[0].documents:,} documents, {members[0].size / 1e6:.1f} MB"
        )
        parts.append(_table(members))
    lines = ["| program | version | as run | what it does not do |", "|---|---|---|---|"]
    lines += [
        f"| {peer.name} | {peer.version} | {peer.settings} | {peer.cannot} |"
        for peer in {row.peer.name: row.peer for row in rows}.values()
    ]
    parts += ["### How each was run", "\n".join(lines)]
    return "\n\n".join(parts) + "\n"


def _table(rows: list[Row]) -> str:
    head = [
        "program",
        "wall s",
        "CPU s",
        "peak MB",
        "runs",
        "precision",
        "recall",
        "F1",
        "whole",
        "near-duplicates, P / R",
    ]
    lines = ["| " + " | ".join(head) + " |", "|---" + "|---:" * (len(head) - 1) + "|"]
    lines += ["| " + " | ".join(row.cells()) + " |" for row in rows]
    return "\n".join(lines)
