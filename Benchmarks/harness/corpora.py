"""The corpora that are measured."""

import json
import os
import pathlib
import sys
import tarfile

from generator.corpus import Order, documents_of, write

from .places import BUILD, CORES, SHARED

_SEED = 20261121


def files(folder: pathlib.Path) -> list[pathlib.Path]:
    """The text files of `folder`, by name."""
    return sorted(p for p in folder.rglob("*") if p.suffix in (".txt", ".md"))


def byte_count(folder: pathlib.Path) -> int:
    """The bytes of the text files of `folder`."""
    return sum(path.stat().st_size for path in files(folder))


def listing(folder: pathlib.Path, file: pathlib.Path) -> pathlib.Path:
    """`file`, with the absolute paths of the text files of `folder`, each ended by NUL."""
    file.write_bytes(b"".join(os.fsencode(path.resolve()) + b"\0" for path in files(folder)))
    return file


def laws(scratch: pathlib.Path) -> pathlib.Path | None:
    """zh-laws of the shared corpora, unpacked into `scratch`; nothing without them."""
    archive = SHARED / "zh-laws.tar.xz"
    if not archive.exists():
        print("the shared corpora are absent: measuring a generated one", file=sys.stderr)
        return None
    folder = scratch / "zh-laws"
    with tarfile.open(archive) as members:
        members.extractall(folder)
    return folder


def generated(size: int, language: str = "zh", is_hard: bool = False) -> pathlib.Path:
    """A generated corpus of about `size` bytes, made once and kept below .build; see Benchmarks/generate."""
    order = Order(language, _SEED, is_hard, 0, documents_of(language, size))
    name = f"{language}{'-hard' if is_hard else ''}-{size / 1e6:g}MB"
    folder = BUILD / "corpora" / name
    if (folder / "about.json").exists():
        return folder
    print(f"writing {name}", file=sys.stderr)
    partial = folder.with_suffix(f".{os.getpid()}")
    write(order, partial, CORES)
    partial.rename(folder)
    return folder


def about(folder: pathlib.Path) -> dict[str, object]:
    """What about.json of a generated corpus says."""
    facts: dict[str, object] = json.loads((folder / "about.json").read_text())
    return facts
