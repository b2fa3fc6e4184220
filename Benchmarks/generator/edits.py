"""The edits that turn a phrase into a variant of itself, each named in the truth."""

from collections.abc import Callable

from .draw import Draw
from .language import Language

# Takes the units of a phrase, how many edits are wanted, and edits the units in place.
Edit = Callable[[list[str], int, Language, Draw], None]


def _place(units: list[str], draw: Draw, room: int) -> int:
    """A place inside `units`, away from both ends, with `room` units after it."""
    return draw.between(2, max(2, len(units) - room - 3))


def _word(language: Language, draw: Draw) -> list[str]:
    return language.units(draw.choice(language.words) + language.joint)


def _blank(units: list[str], count: int, language: Language, draw: Draw) -> None:
    """Names taken out: a run of units becomes a blank."""
    for _ in range(count):
        at = _place(units, draw, 4)
        units[at : at + draw.between(2, 4)] = [draw.choice(language.blanks) + language.joint]


def _number(units: list[str], count: int, language: Language, draw: Draw) -> None:
    """Other figures; where there is none, a year is put in."""
    changed = False
    for index, unit in enumerate(units):
        if any(c.isdigit() for c in unit):
            units[index] = "".join(str(draw.below(10)) if c.isdigit() else c for c in unit)
            changed = True
    for _ in range(0 if changed and count == 1 else count):
        at = _place(units, draw, 1)
        units[at:at] = language.units(language.year + language.joint)


def _insert(units: list[str], count: int, language: Language, draw: Draw) -> None:
    for _ in range(count):
        at = _place(units, draw, 1)
        units[at:at] = _word(language, draw)


def _delete(units: list[str], count: int, language: Language, draw: Draw) -> None:
    for _ in range(count):
        at = _place(units, draw, 3)
        del units[at : at + draw.between(1, 3)]


def _replace(units: list[str], count: int, language: Language, draw: Draw) -> None:
    for _ in range(count):
        word = _word(language, draw)
        at = _place(units, draw, len(word))
        units[at : at + len(word)] = word


def _reorder(units: list[str], count: int, language: Language, draw: Draw) -> None:
    """Two neighbours of three to five units change places."""
    for _ in range(count):
        size = draw.between(3, 5)
        at = _place(units, draw, 2 * size)
        units[at : at + 2 * size] = units[at + size : at + 2 * size] + units[at : at + size]


def _mark(units: list[str], count: int, language: Language, draw: Draw) -> None:
    """Marks as another typist writes them, the full stop included; digits of another width."""
    units[:] = [unit.translate(language.marks) for unit in units]


def _page(units: list[str], count: int, language: Language, draw: Draw) -> None:
    """A line break in mid-sentence, or a page number on a line of its own."""
    for _ in range(count):
        at = _place(units, draw, 1)
        units.insert(at, draw.choice(("\n", "\n\n", f"\n— {draw.between(1, 40)} —\n")))


_EDITS: dict[str, Edit] = {
    "blank": _blank,
    "number": _number,
    "insert": _insert,
    "delete": _delete,
    "replace": _replace,
    "reorder": _reorder,
    "mark": _mark,
    "page": _page,
}

KINDS = ("exact", *_EDITS, "heavy")


def edited(phrase: str, kind: str, spacing: int, language: Language, draw: Draw) -> str:
    """`phrase` with edits of `kind`, about one in `spacing` units; *heavy* is three kinds at once."""
    units = language.units(phrase)
    names = [kind] if kind != "heavy" else draw.choices(tuple(_EDITS), 3)
    for name in names:
        _EDITS[name](units, max(1, len(units) // spacing), language, draw)
    return "".join(units)
