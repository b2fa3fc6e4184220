"""Corpora that are built to be hard, each of about the size that is asked for, always the same bytes.

A shape is a function from a folder, a size in bytes and a source of random numbers to nothing: it writes documents.
What must come out is said beside it, where that is known without an engine: `stock` is the share of stock tokens,
`status` the exit status. All else is compared with the brute-force twin by scripts/check-hostile.
"""

import dataclasses
import os
import typing

from . import collisions


@dataclasses.dataclass(frozen=True)
class Shape:
    name: str
    make: typing.Callable
    options: tuple = ()
    """What the audit gets."""
    stock: float | None = None
    status: int = 0
    words: str = ""
    """What standard error must say."""


def put(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def several(folder, size, text_of, documents=4):
    """`documents` files of like size; `text_of` makes one of so many characters, by its number."""
    for number in range(documents):
        put(folder, f"{number}.txt", text_of(size // documents // 3, number) + "\n")


def one_character(folder, size, source):
    several(folder, size, lambda length, number: "人" * (length + number))


def one_character_alone(folder, size, source):
    several(folder, size, lambda length, number: "人" * length, documents=1)


def one_word(folder, size, source):
    several(folder, size, lambda length, number: "a " * (length * 3 // 2 + number))


def period(length):
    unit = "".join(chr(0x4E00 + 37 * place) for place in range(length))

    def make(folder, size, source):
        several(folder, size, lambda count, number: (unit * (count // length + 1))[number:number + count])
    return make


def thue_morse(folder, size, source):
    def text(length, number):
        return "".join("天地"[(place + number * 1_000).bit_count() & 1] for place in range(length))
    several(folder, size, text)


def fibonacci(folder, size, source):
    def text(length, number):
        before, now = "天", "天地"
        while len(now) < length + number:
            before, now = now, now + before
        return now[number:number + length]
    several(folder, size, text)


def de_bruijn(folder, size, source):
    """Every sequence of n out of four characters once: the most windows that so small an alphabet has."""
    def text(length, number):
        order = 1
        while 4 ** order < length:
            order += 1
        word, out = [0] * order, []
        # Lyndon words in order (Fredricksen and Maiorana, 1978).
        while len(out) < length:
            place = order
            if order % len(word) == 0:
                out += word
            word = (word * (order // len(word) + 1))[:order]
            while word and word[-1] == 3:
                word.pop()
            if not word:
                word = [0]
                break
            word[-1] += 1
        letters = "天地玄黄"
        turned = letters[number % 4:] + letters[:number % 4]
        return "".join(turned[digit] for digit in out[:length])
    several(folder, size, text)


def random_han(source, length):
    return "".join(map(chr, source.choices(range(0x4E00, 0x9F00), k=length)))


def identical(folder, size, source):
    length = max(20, size // 1_000 // 3)
    text = "。\n".join(random_han(source, 30) for _ in range(length // 30 + 1)) + "。\n"
    for number in range(1_000):
        put(folder, f"{number:04}.txt", text)


def half_identical(folder, size, source):
    """Half of each is in all others: every document leads a group of its own, and is like every leader."""
    documents = min(1_000, max(10, size // 3_000))
    half = size // documents // 6
    common = random_han(source, half)
    for number in range(documents):
        put(folder, f"{number:04}.txt", common + "。\n" + random_han(source, half) + "。\n")


def tiny(folder, size, source):
    words = ["坚持以人民为中心", "全面推进依法治市", "持续优化营商环境"]
    for number in range(size // 30):
        text = source.choice(words) + random_han(source, 2) if number % 3 == 0 else random_han(source, 10)
        put(folder, f"{number // 1_000:03}/{number:06}.txt", text)


def one_line(folder, size, source):
    phrases = [random_han(source, 20) for _ in range(200)]

    def text(length, number):
        parts = []
        for _ in range(length // 51 + 1):
            parts.append(source.choice(phrases) + "，" + random_han(source, 30) + "。")
        return "".join(parts)
    several(folder, size, text)


def paragraph_many_times(folder, size, source):
    text = random_han(source, 45) + "。\n"
    several(folder, size, lambda length, number: text * (length // 47 + number))


def empty(folder, size, source):
    for number in range(size // 1_000):
        put(folder, f"{number // 1_000:04}/{number:07}.txt", b"")


def invalid(folder, size, source):
    put(folder, "good.txt", random_han(source, 100))
    put(folder, "bad.txt", b"a\xff" * (size // 2))


def slots(folder, size, source):
    def text(length, number):
        return " ".join(str(source.randrange(10 ** 6)) for _ in range(length * 3 // 7))
    several(folder, size, text)


def slots_and_character(folder, size, source):
    """Every second token a slot: windows are on the edge of counting."""
    def text(length, number):
        return "".join(f"{source.choice('甲乙丙丁')}{source.randrange(10)}" for _ in range(length * 3 // 4))
    several(folder, size, text)


def punctuation(folder, size, source):
    several(folder, size, lambda length, number: "，。！（" * (length // 4))


def deep(folder, size, source):
    """As deep as the names of the system allow, a report at each level."""
    path = folder
    text = random_han(source, max(10, size // 3 // 400)) + "。"
    for level in range(400):
        path = path / f"层{level % 10}"
        if len(os.fsencode(path)) > 3_900:
            break
        put(path, "r.txt", text[level % 10:] + random_han(source, 10))


def too_deep(folder, size, source):
    """Deeper than a path may be long: made from within."""
    put(folder, "a.txt", random_han(source, size // 3))
    here = os.getcwd()
    os.chdir(folder)
    try:
        for level in range(60):
            os.mkdir("d" * 100)
            os.chdir("d" * 100)
        with open("r.txt", "w") as file:
            file.write(random_han(source, 50))
    finally:
        os.chdir(here)


def long_names(folder, size, source):
    text = random_han(source, 60)
    for number in range(max(4, size // 3_000)):
        name = f"{number:06}" + source.choice(["n" * 245, "名" * 81 + "nn", "\n\t\x1b[31m" + "x" * 237,
                                                "‮" + "y" * 242, "=cmd|'" + "z" * 239])
        assert len(name.encode()) <= 251, len(name.encode())
        put(folder, name + ".txt", text + random_han(source, 900))


# With fewer documents than six a phrase needs two of them alone, and windows are longer (DESIGN, defaults).
DOCUMENTS = 8


def colliding(folder, size, source):
    """All windows of six that begin a line have one hash, and no two are the same."""
    lines = collisions.sequences(6, size // 23)
    source.shuffle(lines)
    for number in range(DOCUMENTS):
        put(folder, f"{number}.txt", "".join(line + "。\n\n" for line in lines[number::DOCUMENTS]))


def colliding_stock(folder, size, source):
    """The same, and every sequence stands in four documents of eight.

    Without the characters that are cut off phrases: else the shortest phrase would be shorter than a window, and where
    phrases stand would be looked for by another hash.
    """
    cut = set("的和与及等了在对把将从向以于并被由使让")
    lines = [line for line in collisions.sequences(6, size // 23 // 4) if not cut & set(line)]
    for number in range(DOCUMENTS):
        own = [line for place, line in enumerate(lines) if (place + number) % 8 < 4]
        source.shuffle(own)
        put(folder, f"{number}.txt", "".join(line + "。\n\n" for line in own))


def nested_repeats(folder, size, source):
    """Every prefix of a text as a line of its own: as many closed repeats as there can be."""
    length = int((size / 6) ** 0.5) if size < 10 ** 6 else 700
    text = random_han(source, length)
    times = max(1, size // 4 // (length * length * 3 // 2))
    for number in range(4):
        lines = [text[:end] for end in range(6, length)] * times
        source.shuffle(lines)
        put(folder, f"{number}.txt", "。\n\n".join(lines) + "。\n")


def near_variants(folder, size, source):
    """One phrase with one character exchanged, each time another: all are variants of all."""
    phrase = random_han(source, 24)

    def text(length, number):
        parts = []
        for _ in range(length // 26):
            place = source.randrange(24)
            parts.append(phrase[:place] + random_han(source, 1) + phrase[place + 1:] + "。\n\n")
        return "".join(parts)
    several(folder, size, text)


SHAPES = [
    Shape("one character", one_character, stock=0),
    Shape("one character, no groups", one_character, ("--no-group",), stock=1),
    Shape("one character, one document", one_character_alone, stock=0),
    Shape("one word", one_word, ("--no-group",), stock=1),
    Shape("period 2", period(2), ("--no-group",), stock=1),
    Shape("period 50", period(50), ("--no-group",), stock=1),
    Shape("Thue-Morse", thue_morse, ("--no-group",), stock=1),
    Shape("Fibonacci", fibonacci, ("--no-group",), stock=1),
    Shape("de Bruijn", de_bruijn, ("--no-group",)),
    Shape("1,000 identical documents", identical, stock=0),
    Shape("1,000 half identical documents", half_identical),
    Shape("documents of 10 characters", tiny),
    Shape("one line", one_line),
    Shape("one paragraph many times", paragraph_many_times, ("--no-group",)),
    Shape("empty files", empty, stock=0),
    Shape("every second byte invalid", invalid, status=2, words="bad.txt"),
    Shape("only slots", slots, ("--no-group",), stock=0),
    Shape("every second token a slot", slots_and_character, ("--no-group",)),
    Shape("only punctuation", punctuation, stock=0),
    Shape("deep folders", deep),
    Shape("folders deeper than paths", too_deep, status=2, words="file name too long"),
    Shape("names of 255 bytes", long_names),
    Shape("colliding windows", colliding, stock=0),
    Shape("colliding stock phrases", colliding_stock, ("--no-group",), stock=1),
    Shape("nested repeats", nested_repeats, ("--no-group",)),
    Shape("near variants", near_variants, ("--no-group",)),
]
