"""copydetect: winnowing (Schleimer, Wilkerson and Aiken 2003), each document with each other."""

from collections.abc import Iterator

from comparison.library import Library, Passage, serve


class Copydetect(Library):
    """Its filter is for source code and would drop all plain text, so it is off."""

    name = "copydetect"
    version = "copydetect 0.5.0 (PyPI)"
    settings = "noise threshold 8, guarantee 12, no code filter, all pairs of documents"
    cannot = "edited places; time grows with the square of the documents"


def find(paths: list[str], width: int) -> Iterator[Passage]:
    """The passages of each document that it shares with any other."""
    from copydetect import CodeFingerprint, compare_files

    prints = [CodeFingerprint(path, 8 * width, 4 * width + 1, filter=False) for path in paths]
    found: set[Passage] = set()
    for left in range(len(prints)):
        for right in range(left):
            _, _, slices = compare_files(prints[left], prints[right])
            for number, places in zip((left, right), slices, strict=True):
                if len(places):
                    found.update((number, start, end) for start, end in places.T.tolist())
    yield from found


if __name__ == "__main__":
    serve(find)
