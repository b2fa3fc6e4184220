"""What follows from the rates for a corpus of some size, on machines of some kind."""

import dataclasses
import math

from .rates import Rates

# Of the hash so many bits more than the number of windows has: one window in 2**10 gets a false partner, which
# comparing the tokens finds.
_SPARE_BITS = 10
# Keys of one partition: what a core sorts at a time, with as much room to sort into.
_PARTITION_BYTES = 1e9


@dataclasses.dataclass(frozen=True)
class Machine:
    """A rented machine: an assumption, not a measurement."""

    cores: int
    memory: float
    """Bytes; three quarters of it may hold keys."""
    disk: float
    """Bytes a second, reading or writing."""
    network: float
    """Bytes a second, each way."""
    price: float
    """Dollars an hour."""


@dataclasses.dataclass(frozen=True)
class Winnowing:
    """Of each run of windows only the one with the least hash is kept (Schleimer, Wilkerson and Aiken, 2003)."""

    shingle: int
    """Tokens of a window."""
    guarantee: int
    """Each sequence of so many tokens that two documents share leaves a window that both keep."""

    @property
    def kept(self) -> float:
        """The share of windows that is kept, in text whose hashes are random."""
        return 2 / (self.guarantee - self.shingle + 2)


@dataclasses.dataclass(frozen=True)
class Plan:
    """A corpus of `size` bytes at these rates on such machines."""

    size: float
    rates: Rates
    machine: Machine
    winnowing: Winnowing | None = None

    @property
    def kept(self) -> float:
        """The share of windows that have keys."""
        return self.winnowing.kept if self.winnowing else 1.0

    @property
    def tokens(self) -> float:
        """In all documents."""
        return self.size * self.rates.tokens

    @property
    def windows(self) -> float:
        """Each token begins one; those that are kept."""
        return self.tokens * self.kept

    @property
    def grouping(self) -> float:
        """CPU seconds to group the windows and to mark what they cover."""
        return (self.rates.group + self.rates.cover) * self.size * self.kept

    @property
    def position_bits(self) -> int:
        """To name a token."""
        return math.ceil(math.log2(self.tokens))

    @property
    def hash_bits(self) -> int:
        """To tell windows apart, before they are compared."""
        return min(64, self.position_bits + _SPARE_BITS)

    @property
    def partition_bits(self) -> int:
        """Of the hash, what the number of the partition says."""
        return max(0, math.ceil(math.log2(self.windows * 12 / _PARTITION_BYTES)))

    @property
    def key_bytes(self) -> int:
        """The rest of the hash, and a position."""
        return math.ceil((self.hash_bits - self.partition_bits + self.position_bits) / 8)

    @property
    def keys(self) -> float:
        """Bytes of all keys: what is moved."""
        return self.windows * self.key_bytes

    @property
    def passes(self) -> int:
        """On one machine without moving anything: each pass hashes all text and keeps a part of the hashes."""
        return math.ceil(self.keys / (0.75 * self.machine.memory))

    @property
    def one_machine(self) -> float:
        """Seconds in passes: each reads and tokenises all, the rest is done once."""
        cpu = (self.passes * self.rates.read + self.rates.rest) * self.size + self.grouping
        disk = self.passes * self.size / self.machine.disk
        return max(cpu / self.machine.cores, disk)

    @property
    def core_seconds(self) -> float:
        """CPU when the keys are moved instead: text is read once for the keys and once for the phrases."""
        return (2 * self.rates.read + self.rates.rest) * self.size + self.grouping

    @property
    def marks(self) -> float:
        """Bytes of positions that go back to the text: the shared windows."""
        return self.windows * self.rates.shared * math.ceil(self.position_bits / 8)

    def seconds(self, machines: int) -> float:
        """Map, move, sort, mark, phrases, one after another, each as slow as its narrowest part."""
        cpu = self.machine.cores * machines
        disk, network = self.machine.disk * machines, self.machine.network * machines
        away = (machines - 1) / machines
        keys = max(self.rates.read * self.size / cpu, (self.size + self.keys) / disk)
        moved = max(self.keys * away / network, 2 * self.keys / disk)
        sort = max(self.grouping / cpu, self.keys / disk)
        marks = self.marks * away / network
        phrases = max((self.rates.read + self.rates.rest) * self.size / cpu, self.size / disk)
        return keys + moved + sort + marks + phrases

    def machines_for(self, hours: float) -> int:
        """The fewest machines that are done in time."""
        low, high = 1, 1
        while self.seconds(high) > hours * 3600:
            low, high = high, 2 * high
        while low < high:
            middle = (low + high) // 2
            low, high = (
                (low, middle) if self.seconds(middle) <= hours * 3600 else (middle + 1, high)
            )
        return low
