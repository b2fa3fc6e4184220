"""A corpus on disk: documents in folders of a thousand, and its truth beside them."""

import collections
import concurrent.futures
import dataclasses
import functools
import json
import os
import pathlib
import re
from collections.abc import Iterator

from .chinese import CHINESE
from .documents import Recipe
from .english import ENGLISH
from .phrases import Bank

LANGUAGES = {language.name: language for language in (CHINESE, ENGLISH)}
# The documents of one folder, and of one task.
_FOLDER = 1000


@dataclasses.dataclass(frozen=True)
class Order:
    """What is wanted: documents `first` up to, but without, `end`."""

    language: str
    seed: int
    is_hard: bool
    first: int
    end: int

    @property
    def recipe(self) -> Recipe:
        return Recipe(LANGUAGES[self.language], self.seed, self.is_hard)


@dataclasses.dataclass(frozen=True)
class Made:
    """One folder of documents: its bytes and the lines of its truth."""

    documents: int
    bytes: int
    truth: str
    near_duplicates: str


def byte_size(text: str) -> int:
    """The bytes that `text` names: 100MB, 4G.

    Raises:
        ValueError: it names no size; the message says what would.
    """
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([KMGT])B?", text, re.IGNORECASE)
    if not match:
        raise ValueError(f"no size: {text}; say 100MB")
    powers = {"K": 1e3, "M": 1e6, "G": 1e9, "T": 1e12}
    return round(float(match[1]) * powers[match[2].upper()])


def documents_of(language: str, size: int) -> int:
    """How many documents make about `size` bytes."""
    return max(4, round(size / LANGUAGES[language].document_bytes))


def path_of(number: int) -> str:
    """The name of a document below the folder of all documents; it sorts by number."""
    return f"{number // _FOLDER:05}/{number:08}.txt"


def write(order: Order, folder: pathlib.Path, jobs: int) -> tuple[int, int]:
    """Writes the corpus into `folder`, which must not exist; its documents and bytes.

    Memory does not grow with the corpus: a few folders are under way at a time, and their truth is
    written in order as they are done.
    """
    documents = folder / "documents"
    documents.mkdir(parents=True)
    count = size = copies = 0
    with (
        open(folder / "truth.jsonl", "w", encoding="utf-8") as truth,
        open(folder / "near-duplicates.jsonl", "w", encoding="utf-8") as pairs,
    ):
        for made in _folders(order, documents, jobs):
            truth.write(made.truth)
            pairs.write(made.near_duplicates)
            count += made.documents
            size += made.bytes
            copies += made.near_duplicates.count("\n")
    bank = Bank(order.recipe.language, order.seed, order.is_hard)
    phrases = bank.size(order.end - 1)
    with open(folder / "phrases.jsonl", "w", encoding="utf-8") as file:
        for number in range(phrases):
            row = {"phrase": number, "text": bank.text(number)}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    about = dataclasses.asdict(order) | {
        "documents": count,
        "bytes": size,
        "phrases": phrases,
        "nearDuplicates": copies,
    }
    (folder / "about.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    return count, size


def _folders(order: Order, documents: pathlib.Path, jobs: int) -> Iterator[Made]:
    """The folders of the corpus in order, made by `jobs` processes, at most two ahead of each."""
    make = functools.partial(_folder, order, documents)
    numbers = range(order.first // _FOLDER, (order.end + _FOLDER - 1) // _FOLDER)
    if jobs == 1:
        yield from map(make, numbers)
        return
    with concurrent.futures.ProcessPoolExecutor(jobs) as pool:
        waiting: collections.deque[concurrent.futures.Future[Made]] = collections.deque()
        for number in numbers:
            waiting.append(pool.submit(make, number))
            if len(waiting) > 2 * jobs:
                yield waiting.popleft().result()
        for future in waiting:
            yield future.result()


def _folder(order: Order, documents: pathlib.Path, number: int) -> Made:
    """Writes the documents of folder `number` that are asked for."""
    recipe, size = order.recipe, 0
    truth: list[str] = []
    pairs: list[str] = []
    numbers = range(max(order.first, number * _FOLDER), min(order.end, (number + 1) * _FOLDER))
    os.mkdir(documents / f"{number:05}")
    for document in numbers:
        made, path = recipe.document(document), path_of(document)
        with open(documents / path, "wb", buffering=0) as file:
            file.write(made.text)
        size += len(made.text)
        for span in made.spans:
            # By hand: there are as many of these as places, and all their texts are plain ASCII.
            phrase = "null" if span.phrase is None else span.phrase
            truth.append(
                f'{{"document": "{path}", "offset": {span.offset}, "length": {span.length}, '
                f'"phrase": {phrase}, "kind": "{span.kind}"}}\n'
            )
        if made.base is not None:
            pairs.append(f'{{"document": "{path}", "base": "{path_of(made.base)}"}}\n')
    return Made(len(numbers), size, "".join(truth), "".join(pairs))
