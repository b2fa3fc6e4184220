"""Random draws that are the same with every version of Python."""

import random
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")

_MASK = (1 << 64) - 1


def _mixed(value: int) -> int:
    """`value` with its 64 bits stirred (the finaliser of SplitMix64, Steele et al. 2014)."""
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _MASK
    return value ^ (value >> 31)


class Draw:
    """A stream of draws that follows from `names` alone, such as (seed, what for, number).

    Of the standard generator only `random()` is used: its sequence is promised to stay, while the
    algorithms of `choice` and `randrange` have changed before.
    """

    __slots__ = ("uniform",)

    def __init__(self, *names: int) -> None:
        state = 0x9E3779B97F4A7C15
        for name in names:
            state = _mixed((state ^ name) + 0x9E3779B97F4A7C15 & _MASK)
        self.uniform = random.Random(state).random

    def below(self, limit: int) -> int:
        """A number from 0 up to, but without, `limit`."""
        return int(self.uniform() * limit)

    def between(self, low: int, high: int) -> int:
        """A number from `low` to `high`, both included."""
        return low + int(self.uniform() * (high - low + 1))

    def chance(self, share: float) -> bool:
        """True in `share` of all draws."""
        return self.uniform() < share

    def choice(self, items: Sequence[Item]) -> Item:
        """One of `items`."""
        return items[int(self.uniform() * len(items))]

    def choices(self, items: Sequence[Item], count: int) -> list[Item]:
        """`count` of `items`, each drawn from all of them."""
        uniform, size = self.uniform, len(items)
        return [items[int(uniform() * size)] for _ in range(count)]
