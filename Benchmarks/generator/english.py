"""Text that looks like an English report and means nothing."""

from .draw import Draw
from .language import Language, made_words

# Syllables of them make no English word that one would not read aloud.
_ONSETS = (
    "b",
    "br",
    "d",
    "dr",
    "fl",
    "gl",
    "gr",
    "h",
    "j",
    "l",
    "m",
    "pl",
    "pr",
    "r",
    "s",
    "sk",
    "sl",
    "sn",
    "st",
    "t",
    "th",
    "tr",
    "v",
    "w",
    "z",
)
_VOWELS = ("a", "e", "o", "ai", "ea", "ou", "oa", "ie")
_CODAS = ("", "", "", "n", "r", "l", "nd", "rn", "ld", "rl")

_FIELDS = {
    "who": (
        "the harbour office",
        "the parish council",
        "the works committee",
        "the night shift",
        "each of the districts",
        "the library board",
        "the records team",
        "the visiting panel",
    ),
    "did": (
        "kept under review",
        "completed ahead of time",
        "handed over in good order",
        "checked line by line",
        "brought up to date",
        "agreed with the residents",
        "put to the vote",
        "opened to the public",
    ),
    "what": (
        "the list of open repairs",
        "the winter timetable",
        "the register of moorings",
        "the plan for the square",
        "the survey of footpaths",
        "the training of volunteers",
        "the budget for small grants",
        "the letters from residents",
        "the rules for the market hall",
        "the inventory of lamps",
    ),
    "result": (
        "which met with general approval",
        "at no further cost to the town",
        "as was promised a year ago",
        "and the backlog is smaller than before",
        "with fewer complaints than expected",
    ),
    "setting": (
        "in line with the wishes of the meeting",
        "after the visits of the spring",
        "as far as the weather allowed",
        "with the help of all departments",
    ),
}

_TEMPLATES = (
    "{setting} {who} has {did} {what} of {word} {word}",
    "{who} of {word} {word} has {did} {what}",
    "{what} for {word} and {word} was {did} {result}",
    "{number} households of {word} were visited",
    "the {word} {word} station received {number} visitors",
    "{who} closed {number} cases of {word} {result}",
    "{what} was shared with {word} {word} {result}",
)


def _word(draw: Draw) -> str:
    return "".join(
        draw.choice(_ONSETS) + draw.choice(_VOWELS) + draw.choice(_CODAS)
        for _ in range(draw.between(2, 3))
    )


ENGLISH = Language(
    name="en",
    words=made_words(_word, seed=2),
    fields=_FIELDS,
    templates=_TEMPLATES,
    formulas=(
        "We thank all who took part.",
        "The details follow below.",
        "This report covers the year.",
        "The committee met every month.",
        "No further matters were raised.",
    ),
    joint=" ",
    comma=", ",
    stop=".",
    blanks=("**", "xx", "XX", "____", "[ ]"),
    year="in 2019",
    marks={ord(","): ";", ord("-"): "–", ord("'"): "’"},
    clause_words=(4, 11),
    phrase_lengths=(14, 20, 28, 36, 50, 70, 90),
    short_line=14,
    document_units=1480,
    document_bytes=14850,
)
