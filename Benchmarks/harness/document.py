"""Puts what a benchmark printed into a document."""

import pathlib


def replace_section(path: pathlib.Path, name: str, text: str) -> None:
    """Replaces what stands between the comments `<!-- name -->` and `<!-- end of name -->` of a document."""
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    before, _, rest = path.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    if not after:
        raise ValueError(f"{path}: there is no section between {begin.strip()} and {end}")
    path.write_text(f"{before}{begin}{text}{end}{after}", encoding="utf-8")
