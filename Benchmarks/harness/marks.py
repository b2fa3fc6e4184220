"""What is promised, beside what was measured."""

import dataclasses
from collections.abc import Iterable


@dataclasses.dataclass(frozen=True)
class Mark:
    """A figure that must be at most, or at least, so much."""

    name: str
    value: float
    most: float | None = None
    least: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the promise is kept."""
        return (self.most is None or self.value <= self.most) and (
            self.least is None or self.value >= self.least
        )

    @property
    def promise(self) -> str:
        """The promise in words."""
        return f"at most {self.most:g}" if self.most is not None else f"at least {self.least:g}"


def table(marks: Iterable[Mark]) -> str:
    """A line for each mark: the figure, the promise, and whether it is kept."""
    return "\n".join(
        f"{mark.name:<44}{mark.value:>10.3f}   {mark.promise:<14}"
        f"{'kept' if mark.is_met else 'MISSED'}"
        for mark in marks
    )
