"""gaoya: MinHash in Rust, with an analyser of characters and all threads."""

from collections.abc import Iterator

from comparison.library import Library, Pair, serve, texts


class Gaoya(Library):
    """42 bands of 3 at a similarity of .5, as in its documentation; here with five characters."""

    name = "gaoya"
    version = "gaoya 0.2.2 (PyPI)"
    settings = "42 bands of 3, 5 characters, from .5 on, all threads"
    cannot = "no passages: pairs of documents only"


def find(paths: list[str], width: int) -> Iterator[Pair]:
    """Pairs that the index takes for similar."""
    from gaoya.minhash import MinHashStringIndex

    documents = texts(paths)
    index = MinHashStringIndex(32, 0.5, 42, 3, None, "char", False, (5 * width, 5 * width))
    index.par_bulk_insert_docs(list(range(len(documents))), documents)
    for number, found in enumerate(index.par_bulk_query(documents)):
        yield from ((other, number) for other in found if other < number)


if __name__ == "__main__":
    serve(find)
