"""What the comparison asks of another program."""

import abc
import dataclasses
import pathlib
from collections.abc import Mapping, Sequence

from .answer import Answer
from .corpus import Corpus
from .environment import Environment


@dataclasses.dataclass(frozen=True)
class Command:
    """What is measured."""

    arguments: Sequence[str]
    statuses: Sequence[int] = (0,)
    variables: Mapping[str, str] = dataclasses.field(default_factory=dict)
    input: pathlib.Path | None = None
    """A file for standard input."""
    output: pathlib.Path | None = None
    """A file for standard output."""


class Peer(abc.ABC):
    """A program, used as its own documentation recommends for text like this.

    Only `command` is measured: what it wants beforehand (`prepare`) and how its answer is read (`answer`) are
    ours, and cost it nothing.
    """

    name: str
    version: str
    """With its package, as it is installed."""
    settings: str
    """How it is run, for the table."""
    cannot: str
    """What it does not do, for the table."""

    @abc.abstractmethod
    def prepare(self, corpus: Corpus, scratch: pathlib.Path) -> None:
        """Writes into `scratch` what the program reads."""

    @abc.abstractmethod
    def command(self, corpus: Corpus, scratch: pathlib.Path, tools: Environment) -> Command:
        """The command that answers for `corpus`."""

    @abc.abstractmethod
    def answer(self, corpus: Corpus, scratch: pathlib.Path, tools: Environment) -> Answer:
        """What the command left in `scratch`."""
