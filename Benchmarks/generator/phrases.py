"""The phrases that documents share: a bank without an end, of which each document knows a part."""

import dataclasses
import functools

from .draw import Draw
from .language import Language

_PHRASES = 2
# Share of the places where a phrase stands word for word.
_EXACT = 0.5


@dataclasses.dataclass(frozen=True)
class Bank:
    """The phrases of a corpus.

    The bank grows with the number of the document, never with the size of the corpus, so that a larger
    corpus begins with the very documents of a smaller one.

    - By default a new phrase comes with every tenth document, and old phrases are more frequent than new
      ones, as formulas are.
    - A *hard* bank has four new phrases with every document, each used about five times, every time with
      an edit in about 14 units: a matcher of exact runs finds only pieces.
    """

    language: Language
    seed: int
    is_hard: bool

    def size(self, document: int) -> int:
        """How many phrases there are when `document` is written."""
        return 40 + (4 * document if self.is_hard else document // 10)

    def pick(self, document: int, draw: Draw) -> int:
        """The number of a phrase for `document`."""
        size = self.size(document)
        if self.is_hard:
            return size - 1 - draw.below(min(size, 400))
        # By inversion: the weight of phrase r falls with (r + 3) to the power of -0.7.
        low, high = 3**0.3, (size + 3) ** 0.3
        return min(size - 1, int((low + draw.uniform() * (high - low)) ** (1 / 0.3)) - 3)

    def spacing(self) -> int:
        """Units from one edit to the next in an edited place."""
        return 14 if self.is_hard else 50

    def is_exact(self, draw: Draw) -> bool:
        """Whether a place has its phrase word for word."""
        return draw.chance(0.1 if self.is_hard else _EXACT)

    def text(self, number: int) -> str:
        """Phrase `number`, canonical."""
        return _text(self.language, self.seed, number)


@functools.lru_cache(maxsize=1 << 16)
def _text(language: Language, seed: int, number: int) -> str:
    draw = Draw(seed, _PHRASES, number)
    wanted = draw.choice(language.phrase_lengths)
    clauses: list[str] = []
    while sum(len(language.units(clause)) for clause in clauses) < wanted:
        clauses.append(language.clause(draw))
    return language.capital(language.comma.join(clauses)) + language.stop
