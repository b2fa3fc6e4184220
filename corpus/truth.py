#!/usr/bin/env python3
"""Writes truth.json: what was planted where in the sample corpus, and proves that it is so.

    python3 corpus/truth.py            check everything and write truth.json
    python3 corpus/truth.py --check    check everything, fail if truth.json is not current
    python3 corpus/truth.py --figures  print the stock share of each report too
    python3 corpus/truth.py --against DIR
                                       check too that no 16 Han characters in a row, save set
                                       phrases, stand in a .txt file below DIR

Nothing in truth.json is typed by hand. The tables below list the texts that were planted; a text
is found by its tokens, so that punctuation, width, line breaks and the fillings of slots do not
matter, and the bytes of the place are looked up in the file as it is committed (a byte-order mark
and CR LF count). A text that is listed and not found, or found in another number of documents than
its table says, is an error.

The tokeniser is a rough twin of the product's, written apart from it: a token is one Han
character, one word or one slot (a run of digits, a Chinese numeral where it counts something, a
redaction or blank). It knows what this corpus needs, no more. Standard library only.
"""

import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent
SERIES = ("yunchuan-council", "linshui-bureau", "harbour-quarterly")
SHINGLE = {"unspaced": 6, "spaced": 5}
MINIMUM_DOCUMENTS = 3
LONGEST_UNPLANTED = 9  # tokens of an accidental repeat in three or more documents

# Families: name, kind, number of documents (files; a draft counts), texts. The first text is the
# canonical one, the others are the variants, which may add, drop, change or move words. `#` stands
# for a slot. A family whose places are all in one folder is house style: its scope says so.
FAMILIES = [
    # Both Chinese series.
    ("opening", "formula", 13, [
        "紧紧围绕中心工作，主动服务发展大局，各项工作取得了新的进展",
        "紧紧围绕中心工作、主动服务发展大局，各项工作取得新的进展",
        "紧紧围绕中心工作，主动服务发展大局，各项工作取得了新的成效",
        "主动服务发展大局，紧紧围绕中心工作，各项工作取得了新的进展",
    ]),
    ("report-follows", "formula", 13, [
        "现将#年主要工作情况和下一步打算报告如下",
        "现将#年上半年主要工作情况和下一步打算报告如下",
        "现将#年主要工作情况及下一步打算报告如下",
    ]),
    ("shortfall", "formula", 14, [
        "对照群众的期待，我们的工作还有差距，主要表现在三个方面",
        "对照群众期待，我们的工作还有差距，主要表现在三个方面",
        "对照群众的期待，我们的工作仍有差距，主要表现在三个方面",
        "对照群众的期待，我们的工作还有差距，主要表现在两个方面",
    ]),
    ("task-list", "formula", 6, [
        "细化任务清单，明确责任单位和完成时限，做到每月有调度、每季有分析、年底有评估，推动各项部署落到实处",
        "细化任务清单，明确责任单位和办结时限，做到每月有调度、每季有分析、年底有评估，推动各项部署落到实处",
        "细化任务清单，明确责任单位和完成时限，做到每季有分析、每月有调度、年底有评估，推动各项部署落到实处",
        "细化任务清单，明确责任单位和完成时限，做到每周有调度、每季有分析、年底有评估，推动各项部署落到实处",
        "细化任务清单，明确责任单位和完成时限，做到每月有调度、每季有分析、年底有评估，推动各项部署真正落到实处",
    ]),
    ("field-research", "formula", 5, [
        "把调查研究作为履职的基本功，坚持带着问题下去、带着办法回来",
        "把调查研究作为履职基本功，坚持带着问题下去、带着办法回来",
        "把调查研究作为履职的基本功，坚持带着问题下去，带着思路和办法回来",
    ]),
    ("thrift", "formula", 7, ["过紧日子、办实在事"]),
    ("hazards", "formula", 8, [
        "坚持人防、物防、技防相结合，对发现的隐患逐项登记、限期整改、办结销号",
        "坚持人防、物防、技防相结合，对发现的#处隐患逐项登记、限期整改、办结销号",
        "坚持人防、物防、技防相结合，对排查出的隐患逐项登记、限期整改、办结销号",
    ]),
    ("study", "formula", 7, [
        "组织集中研讨#次、专题辅导#场，撰写调研文章#篇",
        "开展集中研讨#次、专题辅导#场，撰写调研文章#篇",
        "组织专题辅导#场、集中研讨#次，撰写调研文章#篇",
    ]),
    ("outlook", "formula", 15, [
        "新的一年，我们将以更足的干劲、更细的作风、更实的举措，把蓝图一步一步变成实景",
        "下半年，我们将以更足的干劲、更细的作风、更实的举措，把蓝图一步一步变成实景",
        "下半年，我们将以更足的干劲、更细的作风、更实的举措，把规划一步一步变成实景",
    ]),
    ("echo", "formula", 5, ["件件有着落、事事有回音"]),
    ("thanks", "formula", 3, [
        "这些成绩的取得，离不开各级各部门的理解和支持，离不开每一位基层工作者的辛勤付出",
        "这些成绩的取得，离不开各级各部门的理解和支持，离不开全体基层工作者的辛勤付出",
    ]),
    ("spotlight", "formula", 5, ["主动把工作放在聚光灯下，自觉接受各方面监督"]),
    ("equipment", "formula", 4, ["按照缺什么补什么的原则，分批更新老旧设备和破损标识"]),
    ("mass-line", "quotation", 9, ["问题从群众中来，办法到现场去找，结果由群众来评"]),
    ("open-service-standard", "title", 6, ["公共文化设施开放服务规范"]),
    ("green-corridor-plan", "term", 11, ["清水绿廊提升行动计划"]),
    # The council only.
    ("council-title", "term", 8, ["云川市人民代表大会常务委员会工作报告"]),
    ("council", "term", 3, ["云川市人民代表大会常务委员会"]),
    ("three-in-one", "formula", 4, ["坚持党的领导、人民当家作主、依法治国有机统一"]),
    ("suggestions", "formula", 8, [
        "全年办理代表建议#件，按期办结率达到#，代表满意和基本满意率达到#",
        "上半年办理代表建议#件，按期办结率达到#，代表满意和基本满意率达到#",
        "全年办理代表建议#件，按时办结率达到#，代表满意和基本满意率达到#",
        "全年办理代表建议#件，按期办结率达到#，代表满意率和基本满意率达到#",
    ]),
    ("follow-up", "formula", 5, [
        "对审议意见实行清单管理、跟踪问效，做到交办有依据、督办有记录、反馈有时限",
    ]),
    ("old-town-regulation", "title", 4, ["云川市古城保护管理条例"]),
    # The bureau only.
    ("bureau-title", "term", 8, [
        "临水区文化和旅游局#年工作总结",
        "临水区文化和旅游局#年上半年工作小结",
    ]),
    ("bureau", "term", 3, ["临水区文化和旅游局"]),
    ("visitors", "formula", 8, ["接待读者和观众#万人次，同比增长#，其中线上服务#万人次"]),
    ("book-scent", "formula", 6, [
        "让书香飘进寻常巷陌，让好戏搬到群众家门口",
        "让书香飘进了寻常巷陌，让好戏搬到群众家门口",
        "让书香飘进寻常巷陌，让好戏送到群众家门口",
    ]),
    ("liaison-station", "term", 7, ["基层文化服务联络站"]),
    # The harbour only.
    ("harbour-title", "term", 8, [
        "Harbour Office Quarterly Report: Second Quarter #",
        "Harbour Office Quarterly Report: Fourth Quarter #",
    ]),
    ("harbour-opening", "formula", 8, [
        "This report covers the work of the Harbour Office in the quarter ended # June # and "
        "should be read together with the accounts in the annex",
        "This report covers the work of the Harbour Office in the quarter ended # December # "
        "and should be read together with the accounts in the annex",
        "This report covers the work of the Harbour Office in the quarter ended # December # "
        "and should be read with the accounts in the annex",
    ]),
    ("harbour-safety", "formula", 6, [
        "There were no lost-time injuries during the quarter, and all # near misses were "
        "reported, investigated and closed within the agreed time",
        "There were no lost-time injuries in the quarter, and all # near misses were "
        "reported, investigated and closed within the agreed time",
        "There were no lost-time injuries during the quarter, and all of the # near misses "
        "were reported, investigated and closed within the agreed time",
    ]),
    ("harbour-spending", "formula", 7, [
        "Operating expenditure was # million, # per cent below budget, mainly because of "
        "vacancies and the late start of maintenance works",
        "Operating expenditure was # million, # per cent above budget, mainly because of "
        "overtime and the late start of maintenance works",
        "Operating expenditure was # million, # per cent below budget, mainly because of "
        "vacancies and the later start of maintenance works",
    ]),
    ("harbour-outlook", "formula", 8, [
        "Looking ahead to the next quarter, we expect traffic to grow by between # and # per "
        "cent, subject to the weather and to the progress of dredging",
        "Looking ahead to the next quarter, we expect traffic to fall by between # and # per "
        "cent, subject to the weather and to the progress of dredging",
        "Looking ahead to the next quarter, we still expect traffic to grow by between # and "
        "# per cent, subject to the weather and to the progress of dredging",
        "Looking ahead to the next quarter, we expect traffic to grow by between # and # per "
        "cent, subject to the weather and the progress of dredging",
    ]),
    ("harbour-notices", "formula", 3, [
        "A full list of the notices to mariners issued in the quarter is given in the annex",
    ]),
    ("harbour-risk", "formula", 3, [
        "No new risks were added to the register, and none of the existing ones was downgraded",
    ]),
    ("harbour-thanks", "formula", 3, [
        "We are grateful to our staff, our tenants and the pilots for their patience and good "
        "humour throughout",
        "We are grateful to our staff, our tenants and the pilots for their patience and "
        "great good humour throughout",
    ]),
    ("quay-wall-programme", "term", 6, ["the Inner Basin Quay Wall Renewal Programme"]),
    ("small-vessels-code", "term", 3, [
        "the Code of Practice for Small Vessels in Confined Waters",
    ]),
    ("cleaner-quay", "quotation", 4, ["leave the quay cleaner than we found it"]),
]

# Known to every reader of such reports, and so to other corpora.
SET_PHRASES = ["坚持党的领导、人民当家作主、依法治国有机统一"]

NEAR_DUPLICATES = [("yunchuan-council/2023-draft.txt", "yunchuan-council/2023.txt")]

# A passage copied from the first document into the second: how it begins and ends, and the name
# in it that belongs to the first office.
COPIES = [
    ("yunchuan-council/2022.txt", "linshui-bureau/2023.md",
     "检查组用了九天时间", "无一户居民因修缮被迫外迁", "云川市"),
]

# Sentences that stand twice in one document and nowhere else.
REPEATED = [
    ("yunchuan-council/2024.txt", "每一处停车泊位的增减，都要先问一问住在楼上的人"),
    ("linshui-bureau/2022-midyear.txt", "门可以关，书不能停"),
    ("harbour-quarterly/2023-q4.txt",
     "Every door below the line must be fitted with a flood board before the next winter"),
]

# Paragraphs, or parts of one, that share no shingle with any other document: how they begin, end.
ORIGINALS = [
    ("yunchuan-council/2021-midyear.txt", "老旧小区加装电梯", "电梯井的地基也开挖了"),
    ("yunchuan-council/2021.txt", "起草班子请来泥瓦匠", "以实物为准”一款"),
    ("yunchuan-council/2022-midyear.txt", "四月中旬连下五天暴雨", "造价九元"),
    ("yunchuan-council/2022.txt", "枫渡镇把代表联络站设在廊桥", "狗后来也找到了"),
    ("yunchuan-council/2024-midyear.txt", "社会建设工委走访养老院", "也在五月作了上调"),
    ("yunchuan-council/2024.txt", "起草组索性在棉纺厂旧址", "写进了附件"),
    ("linshui-bureau/2021-midyear.txt", "流动图书车“小书虫”", "想必是躺着看的"),
    ("linshui-bureau/2021.md", "皮影戏《摆渡人》", "驴皮补过五回"),
    ("linshui-bureau/2022-midyear.txt", "六月十九日夜里", "老郑照旧铺回自己床上"),
    ("linshui-bureau/2022.txt", "夜间集市“灯下”", "全部归还"),
    ("linshui-bureau/2023-midyear.txt", "五一假期前", "他从前学的是动物解剖图"),
    ("linshui-bureau/2023.md", "博物馆新馆九月开放", "尾部形态存疑"),
    ("linshui-bureau/2024-midyear.txt", "视障阅览室四月启用", "押金是一句读后感"),
    ("linshui-bureau/2024.txt", "区里现存的二十九座古戏台", "看客来了两千三"),
    ("harbour-quarterly/2021-q2.txt", "Divers found that the toe", "conventional again"),
    ("harbour-quarterly/2021-q4.txt", "For completeness we record", "declined all offers"),
    ("harbour-quarterly/2022-q2.txt", "An apprentice noticed", "a bag of cherries"),
    ("harbour-quarterly/2022-q4.txt", "The silo crew loaded", "dripped on the queue"),
    ("harbour-quarterly/2023-q2.txt", "An otter holt was confirmed", "part of the camera"),
    ("harbour-quarterly/2023-q4.txt", "On the night of the eighteenth", "smelled of hops"),
    ("harbour-quarterly/2024-q2.txt", "Captain Ines Rourke retired", "bandstand is excellent"),
    ("harbour-quarterly/2024-q4.txt", "Eleven ships anchored", "down the wrong funnel"),
]

# --- Tokens ------------------------------------------------------------------------------------

SLOT = "{slot}"
NUMERAL = "〇零一二三四五六七八九十百千万亿两"
TOKEN = re.compile(
    r"(?P<blank>[0-9]*(?:[*×○]+|_{2,})[0-9*×○_.]*%?|\[ *\]"
    r"|(?<![A-Za-z])[0-9]*[xX]{1,4}(?![A-Za-z])%?)"
    r"|(?P<number>[-+£$]?[0-9]+(?:[.,][0-9]+)*%?)"
    rf"|(?P<numeral>(?<=第)[{NUMERAL}]+|[{NUMERAL}]+(?=[年月日届次号])"
    rf"|(?:[一二三四五六七八九十两][{NUMERAL}]*[百千万亿][{NUMERAL}]*))"
    r"|(?P<word>[A-Za-z]+(?:['’][A-Za-z]+)*)"
    r"|(?P<han>[\u3400-\u9fff])")
BREAK_AFTER = "。！？：；.!?:;”）)"  # a line that ends with one of these was not broken
HEADING = re.compile(r"^(#|[一二三四五六七八九十]+、|（|- |\d+\. )")


class Document:
    """A file with its tokens: text, byte range and block of each."""

    def __init__(self, name):
        self.name = name
        self.data = (ROOT / name).read_bytes()
        self.text = self.data.decode("utf-8")
        self.tokens, self.starts, self.ends, self.blocks = [], [], [], []
        self._read()
        han = sum(1 for token in self.tokens if len(token) == 1 and token > "\u3400")
        self.k = SHINGLE["unspaced" if han * 2 >= len(self.tokens) else "spaced"]

    def _read(self):
        byte, block, last = 0, 0, ""
        for line in self.text.splitlines(keepends=True):
            content = line.lstrip("\ufeff").rstrip("\r\n")
            offset = byte + len(line[: len(line) - len(line.lstrip("\ufeff"))].encode())
            byte += len(line.encode())
            if not content.strip():
                continue
            skip = 0
            if self._continues(last, content):
                skip = 1 if content[0] == last[-1] and content[0] > "\u3400" else 0
            else:
                block += 1
            self._read_line(content, offset, block, skip)
            last = content

    @staticmethod
    def _continues(last, line):
        """Whether a page break or wrapping cut a sentence between these two lines."""
        return len(last) >= 40 and last[-1] not in BREAK_AFTER and not HEADING.match(line)

    def _read_line(self, line, offset, block, skip):
        folded = "".join(fold(character) for character in line)
        offsets = [0]
        for character in line:
            offsets.append(offsets[-1] + len(character.encode()))
        for match in TOKEN.finditer(folded):
            if match.start() < skip:
                continue
            is_slot = match.lastgroup in ("blank", "number", "numeral")
            self.tokens.append(SLOT if is_slot else match.group().lower())
            self.starts.append(offset + offsets[match.start()])
            self.ends.append(offset + offsets[match.end()])
            self.blocks.append(block)

    def place(self, first, end):
        """The JSON of the tokens first..<end."""
        start, stop = self.starts[first], self.ends[end - 1]
        return {"document": self.name, "start": start, "end": stop,
                "text": self.data[start:stop].decode("utf-8")}

    def find(self, sequence):
        """Where the token sequence stands in one block, by the index of its first token."""
        width = len(sequence)
        return [i for i in range(len(self.tokens) - width + 1)
                if self.tokens[i] == sequence[0] and self.tokens[i:i + width] == sequence
                and self.blocks[i] == self.blocks[i + width - 1]]

    def windows(self, k=None):
        """Index and tokens of each window of k tokens in one block, at least half no slots."""
        k = k or self.k
        for i in range(len(self.tokens) - k + 1):
            if self.blocks[i] != self.blocks[i + k - 1]:
                continue
            window = tuple(self.tokens[i:i + k])
            if window.count(SLOT) * 2 <= k:
                yield i, window


def fold(character):
    """One character of folded width for one character of text, so that offsets stay."""
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def sequence_of(text):
    """The tokens of a listed text; `#` is a slot."""
    return [SLOT if match.lastgroup != "word" and match.lastgroup != "han"
            else match.group().lower()
            for match in TOKEN.finditer(text.replace("#", "0"))]


# --- What was planted --------------------------------------------------------------------------

def fail(message):
    sys.exit(f"truth.py: {message}")


def families(documents):
    """All families with their places. Longer texts take their places first; a text inside a
    longer one is counted as nested and is no place."""
    wanted = sorted(
        ((sequence_of(text), family, index)
         for family, row in enumerate(FAMILIES) for index, text in enumerate(row[3])),
        key=lambda item: -len(item[0]))
    places, nested, seen = defaultdict(list), defaultdict(int), set()
    for document in documents:
        owner = [None] * len(document.tokens)
        for sequence, family, index in wanted:
            for first in document.find(sequence):
                span = range(first, first + len(sequence))
                owners = {owner[i] for i in span}
                if owners == {None}:
                    for i in span:
                        owner[i] = family
                    places[family].append((document, first, len(sequence), index))
                    seen.add((family, index))
                elif family not in owners:
                    nested[family] += 1
    result = []
    for number, (name, kind, count, texts) in enumerate(FAMILIES):
        own = sorted(places[number], key=lambda place: (place[0].name, place[1]))
        for index, text in enumerate(texts):
            if (number, index) not in seen:
                fail(f"family {name}: not in the corpus: {text}")
        names = {document.name for document, _, _, _ in own}
        if len(names) != count:
            fail(f"family {name}: in {len(names)} documents, the table says {count}: "
                 + ", ".join(sorted(names)))
        result.append({
            "name": name, "canonical": texts[0].replace("#", SLOT), "kind": kind,
            "scope": "house" if len({name.split("/")[0] for name in names}) == 1 else "common",
            "tokens": len(sequence_of(texts[0])), "documents": len(names),
            "sources": len({source(name) for name in names}), "nested": nested[number],
            "places": [dict(document.place(first, first + width), exact=index == 0)
                       for document, first, width, index in own]})
    return result, places


def source(name):
    """The name that stands for a group of near-duplicates."""
    return next((b for a, b in NEAR_DUPLICATES if a == name), name)


def between(document, begin, end):
    """The token range from the text `begin` to the text `end`; both must be there once."""
    head, tail = sequence_of(begin), sequence_of(end)
    first = document.find(head)
    last = [i for i in document.find(tail) if first and i >= first[0]]
    if len(first) != 1 or len(last) != 1:
        fail(f"{document.name}: {begin} … {end}: found {len(first)} and {len(last)} times")
    return first[0], last[0] + len(tail)


def copies(by_name):
    result = []
    for left, right, begin, end, residue in COPIES:
        ranges = [between(by_name[name], begin, end) for name in (left, right)]
        a, b = (by_name[name].place(*span) for name, span in zip((left, right), ranges))
        if a["text"] != b["text"]:
            fail(f"the copy in {right} is not exact")
        han = len(re.findall(r"[\u3400-\u9fff]", a["text"]))
        if han < 120:
            fail(f"the copy has {han} Han characters only")
        sequence = by_name[left].tokens[slice(*ranges[0])]
        windows = {tuple(sequence[i:i + 6]) for i in range(len(sequence) - 5)}
        for document in by_name.values():
            shared = [w for _, w in document.windows(6) if w in windows]
            if document.name not in (left, right) and shared:
                fail(f"part of the copy is also in {document.name}: {''.join(shared[0])}")
        at = b["start"] + len(b["text"][: b["text"].index(residue)].encode())
        del a["text"], b["text"]
        result.append({"left": a, "right": b, "hanCharacters": han, "residue": residue,
                       "residuePlaces": [{"document": right, "start": at,
                                          "end": at + len(residue.encode())}]})
    return result


def originals(by_name):
    result = []
    for name, begin, end in ORIGINALS:
        document = by_name[name]
        first, stop = between(document, begin, end)
        k = document.k
        inside = {tuple(document.tokens[i:i + k]) for i in range(first, stop - k + 1)}
        for other in by_name.values():
            if other is document:
                continue
            common = next((w for _, w in other.windows(k) if w in inside), None)
            if common:
                fail(f"{name}: not original, also in {other.name}: {' '.join(common)}")
        result.append(document.place(first, stop))
    return result


def repeated(by_name):
    result = []
    for name, text in REPEATED:
        document = by_name[name]
        sequence = sequence_of(text)
        found = document.find(sequence)
        others = [d.name for d in by_name.values() if d is not document and d.find(sequence)]
        if len(found) != 2 or others:
            fail(f"{name}: {text}: {len(found)} times, elsewhere in {others}")
        a, b = (document.place(i, i + len(sequence)) for i in found)
        result.append(dict(b, first={"start": a["start"], "end": a["end"]}))
    return result


# --- What must not be there --------------------------------------------------------------------

def window_sources(documents, k):
    """The sources of each window of k tokens."""
    result = defaultdict(set)
    for document in documents:
        for _, window in document.windows(k):
            result[window].add(source(document.name))
    return result


def covered_share(a, b):
    """The share of the tokens of a in windows that also stand in b."""
    windows = {window for _, window in b.windows(a.k)}
    covered = set()
    for i, window in a.windows():
        if window in windows:
            covered.update(range(i, i + a.k))
    return len(covered) / len(a.tokens)


def check_pairs(documents):
    """Near-duplicates as listed, at least 80 % both ways; every other pair below 50 %."""
    highest = (0, "", "")
    for a in documents:
        for b in documents:
            if a is b:
                continue
            share = covered_share(a, b)
            if {a.name, b.name} in [set(pair) for pair in NEAR_DUPLICATES]:
                print(f"near-duplicate: {share:.1%} of {a.name} stands in {b.name}")
                if share < 0.8:
                    fail("that is less than 80 %")
            else:
                highest = max(highest, (share, a.name, b.name))
    print(f"every other pair: at most {highest[0]:.1%} ({highest[1]} in {highest[2]})")
    if highest[0] >= 0.5:
        fail("that is not far below 80 %")


def check_accidents(documents, places):
    """Marks the tokens that D2 calls stock. Fails where a run of more than LONGEST_UNPLANTED
    tokens stands in enough sources and was not planted; lists the shorter stock windows that
    reach over the edge of a place."""
    planted = {document.name: [False] * len(document.tokens) for document in documents}
    for document, first, width, _ in (place for family in places.values() for place in family):
        planted[document.name][first:first + width] = [True] * width

    length = LONGEST_UNPLANTED + 1
    sources = window_sources(documents, length)
    for document in documents:
        for i, window in document.windows(length):
            if len(sources[window]) >= MINIMUM_DOCUMENTS and not all(
                    planted[document.name][i:i + length]):
                fail(f"not planted, in {len(sources[window])} sources: {' '.join(window)}")

    stock, beyond = {}, defaultdict(set)
    sources = {k: window_sources(documents, k) for k in SHINGLE.values()}
    for document in documents:
        marks = [False] * len(document.tokens)
        for i, window in document.windows():
            if len(sources[document.k][window]) >= MINIMUM_DOCUMENTS:
                marks[i:i + document.k] = [True] * document.k
                if not all(planted[document.name][i:i + document.k]):
                    beyond[" ".join(window)].add(document.name)
        stock[document.name] = marks
    for text, names in sorted(beyond.items()):
        print(f"stock window beyond the planted places: {text} ({len(names)} documents)")
    return stock


def han_runs(text, length):
    """The set of runs of Han characters of that length, everything else left out."""
    han = re.sub(r"[^\u3400-\u9fff]", "", text)
    return {han[i:i + length] for i in range(len(han) - length + 1)}


def check_against(documents, folder):
    """No 16 Han characters in a row also stand in a text below the folder, save set phrases."""
    own = {run: document.name for document in documents for run in han_runs(document.text, 16)}
    allowed = set().union(*(han_runs(phrase, 16) for phrase in SET_PHRASES))
    files = sorted(Path(folder).rglob("*.txt"))
    if not files:
        fail(f"no .txt file below {folder}")
    for path in files:
        for run in sorted(han_runs(path.read_text("utf-8", "replace"), 16) & own.keys() - allowed):
            fail(f"{own[run]}: {run} is also in {path}")
    print(f"nothing of 16 Han characters but set phrases in {len(files)} files of {folder}")


def main(arguments):
    names = sorted(
        path.relative_to(ROOT).as_posix() for series in SERIES
        for path in (ROOT / series).iterdir() if path.suffix in (".txt", ".md"))
    documents = [Document(name) for name in names]
    by_name = {document.name: document for document in documents}
    found, places = families(documents)
    truth = {
        "families": found,
        "nearDuplicates": [list(pair) for pair in NEAR_DUPLICATES],
        "copies": copies(by_name),
        "original": originals(by_name),
        "repeated": repeated(by_name),
    }
    check_pairs(documents)
    stock = check_accidents(documents, places)
    total = sum(map(sum, stock.values()))
    tokens = sum(len(document.tokens) for document in documents)
    print(f"{len(documents)} documents, {tokens} tokens, {total / tokens:.1%} stock, "
          f"{len(found)} families, {sum(len(f['places']) for f in found)} places")
    if "--figures" in arguments:
        for document in documents:
            marks = stock[document.name]
            print(f"{document.name}: {len(marks)} tokens, k {document.k}, "
                  f"{sum(marks) / len(marks):.1%} stock")
    if "--against" in arguments:
        check_against(documents, arguments[arguments.index("--against") + 1])
    text = json.dumps(truth, ensure_ascii=False, indent=2) + "\n"
    target = ROOT / "truth.json"
    if "--check" in arguments:
        if not target.exists() or target.read_text("utf-8") != text:
            fail("truth.json is not current; run python3 corpus/truth.py")
    else:
        target.write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
