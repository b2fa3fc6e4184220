"""What the generator must know of a language to write in it."""

import dataclasses
import re
from collections.abc import Callable, Mapping, Sequence

from .draw import Draw

# How many made-up words a language has. With 2**14 of them, three neighbours come together again by
# accident about once in 4 * 10**12 places, so that what is not planted is original up to 100 GB.
WORDS = 1 << 14


@dataclasses.dataclass(frozen=True, eq=False)
class Language:
    """Words, templates and marks of one language.

    A *unit* is what edits count in: a character of Chinese, a word with its mark and space of English.
    """

    name: str
    words: Sequence[str]
    """Made-up words that carry no meaning: the text that stands nowhere else."""
    fields: Mapping[str, Sequence[str]]
    """What the names in braces of a template may stand for."""
    templates: Sequence[str]
    """Clauses of phrases; {word} is a made-up word and {number} a number."""
    formulas: Sequence[str]
    """Short formulas that every report has: neither found nor missed by the score."""
    joint: str
    """Between two words, and between two sentences."""
    comma: str
    stop: str
    blanks: Sequence[str]
    """What stands where a name or figure was taken out."""
    year: str
    """What is put in where a phrase has no digit to change."""
    marks: Mapping[int, int | str]
    """Marks and what another typist writes for them."""
    clause_words: tuple[int, int]
    """The words of a clause that is not from a template, from and to."""
    phrase_lengths: Sequence[int]
    """How many units a phrase has at least."""
    short_line: int
    """The units of an original stretch at least; at most it has eight times as many."""
    document_units: int
    """The units of a document in the mean."""
    document_bytes: int
    """The bytes of a document in the mean, measured: how many documents make a size follows from it."""

    def units(self, text: str) -> list[str]:
        """`text` cut into units, none lost."""
        return list(text) if not self.joint else re.findall(r"\S+\s*", text)

    def sentence(self, draw: Draw, clauses: int) -> str:
        """A sentence of made-up words."""
        low, high = self.clause_words
        parts = [
            self.joint.join(draw.choices(self.words, draw.between(low, high)))
            for _ in range(clauses)
        ]
        return self.capital(self.comma.join(parts)) + self.stop

    def clause(self, draw: Draw) -> str:
        """A clause from a template, with words that tell it from others of the template."""

        def filled(match: re.Match[str]) -> str:
            name = match[1]
            if name == "word":
                return draw.choice(self.words)
            return str(draw.between(2, 980)) if name == "number" else draw.choice(self.fields[name])

        return re.sub(r"\{(\w+)\}", filled, draw.choice(self.templates))

    def capital(self, text: str) -> str:
        """`text` as the beginning of a sentence."""
        return text[:1].upper() + text[1:]


def made_words(make: Callable[[Draw], str], seed: int) -> list[str]:
    """`WORDS` different words, in the order in which `make` first made them."""
    draw, words = Draw(seed), dict[str, None]()
    while len(words) < WORDS:
        words[make(draw)] = None
    return list(words)
