"""Compares documents before and after annotating: argument 1 is a folder with N.json, each
{"before", "after", "comments", "first", "looks": {character: [color, u, bdr, shd]}, "spans": [[id, character]]}.

Without what was added, both have the same runs of characters with the same properties; each character has
the look that it should have; each comment begins before and ends behind the characters that it is on.
"""
import json
import pathlib
import sys
import xml.etree.ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OURS = {
    "color": {"4F4C47"}, "bdr": {"B3141B"},
    "u": {"B3141B", "9A6200", "8D887E", "B93A20", "2F7199"},
    "shd": {"FDF1D2", "FBE2A4", "F6CF73", "FCDCD2", "D9EBF7", "ECEBE8"},
}
VALUE = {"color": "val", "bdr": "color", "u": "color", "shd": "fill"}


def mine(element):
    name = element.tag.removeprefix(W)
    return name in OURS and element.get(W + VALUE[name]) in OURS[name]


def canonical(element):
    text = ET.tostring(element, encoding="unicode")
    return "".join(text.split())


class Reader:
    def __init__(self, first):
        self.first = first
        self.items = []
        self.looks = {}
        self.own_lines = set()
        self.open = set()
        self.covered = {}
        self.ended = []

    def is_new(self, element):
        return int(element.get(W + "id")) >= self.first

    def walk(self, element):
        name = element.tag
        if name in (W + "commentRangeStart", W + "commentRangeEnd") and self.is_new(element):
            number = int(element.get(W + "id"))
            if name.endswith("Start"):
                assert number not in self.covered, "begins twice"
                self.open.add(number)
                self.covered[number] = set()
            else:
                self.open.remove(number)
                self.ended.append(number)
            return
        if name == W + "r":
            return self.run(element)
        if name == W + "rPr":
            return
        attributes = sorted(element.attrib.items())
        self.items.append(f"<{name}{attributes}>")
        for child in element:
            self.walk(child)
        self.items.append("</>")

    def run(self, run):
        children = [child for child in run if child.tag != W + "rPr"]
        if len(children) == 1 and children[0].tag == W + "commentReference" and self.is_new(children[0]):
            assert int(children[0].get(W + "id")) == self.ended[-1], "a reference without its end"
            return
        properties = run.find(W + "rPr")
        own = list(properties) if properties is not None else []
        look = {e.tag.removeprefix(W): e.get(W + VALUE[e.tag.removeprefix(W)]) for e in own if mine(e)}
        names = [e.tag for e in own]
        assert len(names) == len(set(names)), f"a property twice: {names}"
        rest = [canonical(e) for e in own if not mine(e) and e.get(W + "fill") != "FFFFFF"]
        head = f"{sorted(run.attrib.items())}{rest}"
        for child in children:
            if child.tag != W + "t":
                self.items.append(head)
                self.walk(child)
                continue
            text = child.text or ""
            if child.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
                text = text.strip(" \t\r\n")
            for character in text:
                self.items.append(head + character)
                self.looks[character] = [look.get(n) for n in ("color", "u", "bdr", "shd")]
                if any(e.tag == W + "u" and not mine(e) for e in own):
                    self.own_lines.add(character)
                for number in self.open:
                    self.covered[number].add(character)


def read(xml, first):
    reader = Reader(first)
    reader.walk(ET.fromstring(xml))
    assert not reader.open, "a comment without its end"
    return reader


def check(case):
    first = case["first"]
    before = read(case["before"], first)
    after = read(case["after"], first)
    assert before.items == after.items, "not the same without the marks"
    for character, look in after.looks.items():
        if ord(character) < 0x4E00:
            continue
        wanted = case["looks"].get(character, [None] * 4)
        if character in after.own_lines:
            look = [look[0], wanted[1]] + look[2:]
        assert look == wanted, f"{character}: {look}, not {wanted}"
    comments = ET.fromstring(case["comments"])
    numbers = [int(each.get(W + "id")) for each in comments]
    assert len(numbers) == len(set(numbers)), "a number twice"
    assert sorted(after.ended) == sorted(n for n in numbers if n >= first), "other comments than anchors"
    for number, character in case["spans"]:
        assert character in after.covered[number], f"comment {number} is not on {character}"


failed = 0
paths = sorted(pathlib.Path(sys.argv[1]).glob("*.json"), key=lambda path: int(path.stem))
for path in paths:
    try:
        check(json.loads(path.read_text("utf-8")))
    except (AssertionError, ET.ParseError) as problem:
        failed += 1
        if failed <= 5:
            print(f"{path.stem}: {problem}")
print(f"{len(paths)} compared, {failed} failed")
sys.exit(1 if failed else 0)
