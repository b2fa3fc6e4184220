"""datasketch: MinHash (Broder 1997) with locality-sensitive hashing."""

from collections.abc import Iterator

from comparison.library import Library, Pair, serve, texts


class Datasketch(Library):
    """As its documentation has it: 128 permutations, and here shingles of five characters."""

    name = "datasketch"
    version = "datasketch 2.0.0 (PyPI)"
    settings = "MinHash of 128, 5 characters, LSH at .5"
    cannot = "no passages: pairs of documents only"


def find(paths: list[str], width: int) -> Iterator[Pair]:
    """Pairs that the index takes for similar."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.5, num_perm=128)
    sketches, size = [], 5 * width
    for number, text in enumerate(texts(paths)):
        sketch = MinHash(num_perm=128)
        sketch.update_batch({text[i : i + size].encode() for i in range(len(text) - size + 1)})
        index.insert(number, sketch)
        sketches.append(sketch)
    for number, sketch in enumerate(sketches):
        yield from ((other, number) for other in index.query(sketch) if other < number)


if __name__ == "__main__":
    serve(find)
