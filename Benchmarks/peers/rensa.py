"""rensa: MinHash in Rust."""

from collections.abc import Iterator

from comparison.library import Library, Pair, serve, texts


class Rensa(Library):
    """R-MinHash with its index; candidates are kept from an estimated similarity of .5 on."""

    name = "rensa"
    version = "rensa 0.5.0 (PyPI)"
    settings = "RMinHash of 128, 5 characters, LSH with 16 bands, estimate from .5"
    cannot = "no passages: pairs of documents only"


def find(paths: list[str], width: int) -> Iterator[Pair]:
    """Pairs of candidates that the sketches confirm."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=16)
    sketches, size = [], 5 * width
    for number, text in enumerate(texts(paths)):
        sketch = RMinHash(num_perm=128, seed=42)
        sketch.update([text[i : i + size] for i in range(len(text) - size + 1)])
        index.insert(number, sketch)
        sketches.append(sketch)
    for number, sketch in enumerate(sketches):
        for other in index.query(sketch):
            if other < number and sketch.jaccard(sketches[other]) >= 0.5:
                yield other, number


if __name__ == "__main__":
    serve(find)
