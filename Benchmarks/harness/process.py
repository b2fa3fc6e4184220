"""Runs a command and says what it cost: the operating system's own figures of the finished process."""

import dataclasses
import hashlib
import os
import pathlib
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from typing import IO

from .places import CORES

# Seconds between two looks at the memory.
_LOOK = 0.02


class Failed(Exception):
    """A command that did not end well; the message has its words."""


@dataclasses.dataclass(frozen=True)
class Usage:
    """What one run of a command cost. Seconds and bytes."""

    wall: float
    cpu: float
    """User and system time of the process and the children that it waited for."""
    peak: int
    """The largest resident set of the process, or of it and its children together as seen."""
    anonymous: int
    """The most memory that is no file's, as seen every 20 ms; 0 for runs that are shorter."""
    timed_out: bool = False
    stolen: float = 0
    """Processor time that the host of a virtual machine gave to others meanwhile, all cores together, in the steps
    of the system's clock; 0 where the system does not tell."""

    @property
    def disturbed(self) -> bool:
        """Whether the host took more than a hundredth of what the cores had to give."""
        return self.stolen > 0.01 * CORES * self.wall

    def row(self) -> dict[str, float | int | bool]:
        """For a file of results."""
        return dataclasses.asdict(self)


class _Watch(threading.Thread):
    """Looks at the memory of a process and all its children until told to stop, or too late it is."""

    def __init__(self, process: int, limit: float | None) -> None:
        super().__init__(daemon=True)
        self.process, self.limit = process, limit
        self.peak = self.anonymous = 0
        self.timed_out = False
        self.done = threading.Event()

    def run(self) -> None:
        begin = time.monotonic()
        while not self.done.wait(_LOOK):
            resident, anonymous = _memory(self.process)
            self.peak = max(self.peak, resident, _highest(self.process))
            self.anonymous = max(self.anonymous, anonymous)
            if self.limit and time.monotonic() - begin > self.limit and not self.timed_out:
                self.timed_out = True
                # The group of the command alone: it began a session of its own.
                os.killpg(self.process, signal.SIGKILL)


def _memory(process: int) -> tuple[int, int]:
    """The resident and the anonymous bytes of `process` and its children; what is gone counts nothing."""
    try:
        status = pathlib.Path(f"/proc/{process}/status").read_text()
        fields = {
            line.split(":")[0]: line.split()[1]
            for line in status.splitlines()
            if line.startswith(("VmRSS", "RssAnon"))
        }
        children = [
            int(child)
            for task in os.listdir(f"/proc/{process}/task")
            for child in pathlib.Path(f"/proc/{process}/task/{task}/children").read_text().split()
        ]
    except (OSError, IndexError):
        return 0, 0
    parts = [_memory(child) for child in children]
    return (
        int(fields.get("VmRSS", 0)) * 1024 + sum(part[0] for part in parts),
        int(fields.get("RssAnon", 0)) * 1024 + sum(part[1] for part in parts),
    )


def _stolen() -> float:
    """The seconds of all cores that the host of this virtual machine has given to others since it started."""
    try:
        fields = pathlib.Path("/proc/stat").read_text().splitlines()[0].split()
        return int(fields[8]) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError, ValueError):
        return 0


def _highest(process: int | str) -> int:
    """The largest resident set of `process` until now."""
    try:
        status = pathlib.Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return (
        max(
            (int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")),
            default=0,
        )
        * 1024
    )


def _peak(counted: int, seen: int) -> int:
    """The largest resident set of a process that has ended.

    The system counts in what this process held when it began the other, so its figure holds only above that.
    """
    return max(counted, seen) if counted > _highest("self") or not seen else seen


def measure(
    command: Sequence[str | os.PathLike[str]],
    *,
    input: pathlib.Path | None = None,
    output: pathlib.Path | None = None,
    limit: float | None = None,
    environment: Mapping[str, str] | None = None,
    folder: pathlib.Path | None = None,
    statuses: Sequence[int] = (0,),
) -> Usage:
    """One run of `command`.

    Args:
        input: what standard input is read from; nothing where it is absent.
        output: where standard output goes; nowhere where it is absent.
        limit: seconds after which the command and its children are killed, and the usage says so.
        environment: added to the environment.
        folder: where it runs.
        statuses: the exit statuses of a good run.

    Raises:
        Failed: it ended with another status; the message has the end of what it complained.
    """
    with open(input or os.devnull, "rb") as source, open(output or os.devnull, "wb") as sink:
        return _measured(command, source, sink, limit, environment, folder, statuses)


def fingerprint(command: Sequence[str | os.PathLike[str]]) -> str:
    """The hash of what `command` prints, without keeping it."""
    read, write = os.pipe()
    digest = hashlib.blake2b(digest_size=16)

    def take() -> None:
        with open(read, "rb") as source:
            while block := source.read(1 << 20):
                digest.update(block)

    reader = threading.Thread(target=take)
    reader.start()
    with open(os.devnull, "rb") as source, open(write, "wb") as sink:
        _measured(command, source, sink, None, None, None, (0,))
    reader.join()
    return digest.hexdigest()


def _measured(
    command: Sequence[str | os.PathLike[str]],
    source: IO[bytes],
    sink: IO[bytes],
    limit: float | None,
    environment: Mapping[str, str] | None,
    folder: pathlib.Path | None,
    statuses: Sequence[int],
) -> Usage:
    surroundings = dict(os.environ, LC_ALL="C.UTF-8", CI="1") | dict(environment or {})
    complaints = os.memfd_create("complaints")
    stolen, begin = _stolen(), time.monotonic()
    process = subprocess.Popen(
        command,
        stdin=source,
        stdout=sink,
        stderr=complaints,
        env=surroundings,
        cwd=folder,
        start_new_session=True,
    )
    watch = _Watch(process.pid, limit)
    watch.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begin
    stolen = _stolen() - stolen
    watch.done.set()
    watch.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    size = os.fstat(complaints).st_size
    words = os.pread(complaints, 2000, max(0, size - 2000)).decode(errors="replace")
    os.close(complaints)
    if process.returncode not in statuses and not watch.timed_out:
        raise Failed(f"{command[0]} ended with {process.returncode}: {words.strip()}")
    return Usage(
        wall,
        usage.ru_utime + usage.ru_stime,
        _peak(usage.ru_maxrss * 1024, watch.peak),
        watch.anonymous,
        watch.timed_out,
        stolen,
    )
