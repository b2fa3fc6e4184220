"""One document at a time: its text, and what was planted in it."""

import dataclasses

from .draw import Draw
from .edits import KINDS, edited
from .language import Language
from .phrases import Bank

_COPIES, _DOCUMENTS, _VARIANTS = 1, 3, 4
# Share of the documents that are near-duplicates of an earlier one.
_COPIED = 0.02
# Share of the text of a document that is planted, and how often a short formula stands instead.
_PLANTED, _FORMULA = 0.35, 0.08
_NEW_LINE = 0.2


@dataclasses.dataclass(frozen=True)
class Span:
    """A planted place: bytes of the document, and what stands there."""

    offset: int
    length: int
    phrase: int | None
    """The number of the phrase; none where a short formula stands, or the whole is a near-duplicate."""
    kind: str


@dataclasses.dataclass(frozen=True)
class Document:
    """A text with its truth."""

    text: bytes
    spans: list[Span]
    base: int | None
    """The number of the document that this one is a near-duplicate of."""


@dataclasses.dataclass(frozen=True)
class Recipe:
    """What a corpus follows from; its size is no part of it."""

    language: Language
    seed: int
    is_hard: bool = False

    def document(self, number: int) -> Document:
        """Document `number`; reads nothing and keeps nothing."""
        base = self.base(number)
        return self._written(number) if base is None else self._copied(number, base)

    def base(self, number: int) -> int | None:
        """The document that `number` is a near-duplicate of, if it is one: one written anew, earlier."""
        draw = Draw(self.seed, _COPIES, number)
        if number < 4 or not draw.chance(_COPIED):
            return None
        while True:
            base = draw.below(number)
            if base < 4 or not Draw(self.seed, _COPIES, base).chance(_COPIED):
                return base

    def _written(self, number: int) -> Document:
        draw, language = Draw(self.seed, _DOCUMENTS, number), self.language
        bank = Bank(language, self.seed, self.is_hard)
        goal = int(language.document_units * (0.7 + 0.6 * draw.uniform()))
        pieces = [language.sentence(draw, 1).encode() + b"\n"]
        spans: list[Span] = []
        size, planted, units = len(pieces[0]), 0, 0
        while units < goal:
            phrase, kind = None, "formula"
            if planted < _PLANTED * (units + 1):
                phrase = bank.pick(number, draw)
                kind, text = self._place(bank, phrase, draw)
                count = len(language.units(text))
                planted += count
            elif draw.chance(_FORMULA):
                text = draw.choice(language.formulas)
                count = len(language.units(text))
            else:
                kind, (text, count) = "", self._original(draw)
            raw = text.encode()
            if kind:
                spans.append(Span(size, len(raw), phrase, kind))
            raw += b"\n" if draw.chance(_NEW_LINE) else language.joint.encode()
            pieces.append(raw)
            size += len(raw)
            units += count
        pieces.append(b"\n")
        return Document(b"".join(pieces), spans, None)

    def _place(self, bank: Bank, phrase: int, draw: Draw) -> tuple[str, str]:
        """How phrase `phrase` stands here, and the kind of it."""
        text = bank.text(phrase)
        if bank.is_exact(draw):
            return "exact", text
        kind = KINDS[1 + draw.below(len(KINDS) - 1)]
        variant = edited(text, kind, bank.spacing(), self.language, draw)
        return ("exact" if variant == text else kind), variant

    def _original(self, draw: Draw) -> tuple[str, int]:
        """Sentences that stand nowhere else, and about how many units they have."""
        language = self.language
        goal = draw.between(language.short_line, 8 * language.short_line)
        sentences: list[str] = []
        count = 0
        while count < goal:
            sentences.append(language.sentence(draw, draw.between(2, 4)))
            count += len(sentences[-1]) if not language.joint else sentences[-1].count(" ") + 1
        return language.joint.join(sentences), count

    def _copied(self, number: int, base: int) -> Document:
        """`base` with one to four units in 80 to 320 replaced by made-up words; lines stay as they are."""
        draw, language = Draw(self.seed, _VARIANTS, number), self.language
        units = language.units(self._written(base).text.decode())
        at = draw.between(20, 200)
        while at < len(units) - 5:
            size = draw.between(1, 4)
            if not any("\n" in unit for unit in units[at : at + size]):
                word = language.joint.join(draw.choices(language.words, size)) + language.joint
                units[at : at + size] = language.units(word)[:size]
            at += draw.between(80, 320)
        text = "".join(units).encode()
        return Document(text, [Span(0, len(text), None, "near-duplicate")], base)
