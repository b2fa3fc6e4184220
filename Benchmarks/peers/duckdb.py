"""DuckDB: the same question in SQL."""

from collections.abc import Iterator

from comparison.library import Library, Passage, serve, texts

_WINDOW = 8
# A run of windows that stand elsewhere is a passage; shorter ones are noise to a reader.
_SHORTEST = 12


class Duckdb(Library):
    """All windows of 8 characters that stand in two documents; runs of them from 12 characters on."""

    name = "DuckDB"
    version = "duckdb 2.0.0 (PyPI)"
    settings = "one query over all windows of 8 characters, runs from 12 on, all threads"
    cannot = "edited places; a database has no passages, runs are joined by us"


def _query(window: int) -> str:
    """All windows of a length that stand in two documents, by document and position."""
    return f"""
    with letters as (
      select document, unnest(string_split(text, '')) as letter,
        generate_subscripts(string_split(text, ''), 1) - 1 as position
      from documents),
    windows as (
      select document, position,
        letter || {" || ".join(f"lead(letter, {i}) over following" for i in range(1, window))} as run
      from letters window following as (partition by document order by position)),
    shared as (
      select run from windows group by run having min(document) <> max(document))
    select document, position from windows semi join shared using (run) order by document, position
"""


def find(paths: list[str], width: int) -> Iterator[Passage]:
    """The runs of windows that stand in another document."""
    import duckdb
    import pyarrow

    table = pyarrow.table({"document": range(len(paths)), "text": texts(paths)})
    connection = duckdb.connect()
    connection.register("documents", table)
    current, start, end = -1, 0, 0
    for document, position in connection.execute(_query(_WINDOW * width)).fetchall():
        if document != current or position > end:
            if end - start >= _SHORTEST * width:
                yield current, start, end
            current, start = document, position
        end = position + _WINDOW * width
    if end - start >= _SHORTEST * width:
        yield current, start, end


if __name__ == "__main__":
    serve(find)
