"""The inputs that fuzzing starts from: small, and written here. What a target reads is said in Trust/Fuzz/Targets."""

import io
import pathlib
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "Tests/Fixtures/documents"

REPORT = """---
title: 工作报告
author: 办公室
year: 2021
---
# 一、总体要求

坚持以人民为中心，2023年xx月完成投资12.5亿元（详见附件）。

- 第三，99%。
- **依法**履职尽责；See https://example.org/a?b=c or mail a@example.org.

| 甲 | 乙 |
| --- | --- |
| 云政发〔2023〕7号 | ____ |

<!-- taohua off: 引用 -->
「让大家办事更方便」
<!-- taohua on -->
"""
COMPILATION = """目录
2020年云川市工作报告
2021年云川市工作报告
2020年云川市工作报告
一年来，我们修桥铺路。
2021年云川市工作报告
一年来，我们办学建校，
成效明显。
— 2 —
"""
OTHER = {
    2: "ภาษาไทย Ünïcode ＡＢＣ ﬁ Ⅻ 가나다 かな 〇〇", 5: COMPILATION, 6: COMPILATION, 7: "日本語の報告書。", 8: "日本語の報告書。",
    9: "한국어 보고서", 10: "A naïve café report.", 11: "Отчёт о работе", 12: "รายงาน"}
CODECS = {2: "utf-8", 3: "utf-16-le", 4: "utf-16-be", 5: "gb18030", 6: "big5", 7: "shift_jis", 8: "euc-jp",
          9: "euc-kr", 10: "cp1252", 11: "koi8-r", 12: "cp874"}

WORD = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
DOCUMENT = f"""<w:document {WORD}><w:body>
<w:p><w:pPr><w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:r><w:rPr><w:b/></w:rPr>
<w:t xml:space="preserve">坚持 </w:t></w:r><w:r><w:t>依法</w:t><w:tab/><w:br/><w:t>办事&amp;</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:ins w:id="1"><w:r><w:t>新</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>旧</w:delText>
</w:r></w:del></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r>
<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>目录</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
<w:r><w:footnoteReference w:id="1"/></w:r><w:commentRangeStart w:id="0"/><w:r><w:sym w:font="Symbol" w:char="F0B7"/>
</w:r><w:commentRangeEnd w:id="0"/><w:hyperlink r:id="x"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>
<w:sdt><w:sdtContent><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:sdtContent></w:sdt></w:body></w:document>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/></Relationships>"""
ODT = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
<office:body><office:text><text:h text:outline-level="1">标题</text:h><text:p>甲<text:s text:c="3"/><text:tab/>乙
<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>丙
</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>丁</text:p></table:table-cell>
</table:table-row></table:table></office:text></office:body></office:document-content>"""
OPF = """<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>甲
</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="%2e%2e/b"
media-type="x"/></manifest><spine><itemref idref="a" linear="no"/></spine></package>"""
PAGE = """<!doctype html><html lang=zh><head><meta charset=utf-8><title>报告</title><style>p{}</style></head><body>
<h1>一、总体</h1><p>坚持<b>依法</b>办事<br>，&nbsp;12&#x4E07;元<sup>①</sup></p><ul><li>甲<li>乙</ul><table><tr><td>丙<td>丁
</table><pre> a  b </pre><script>var a = "<p>";</script><!-- taohua off: 引用 --><blockquote>引</blockquote><!-- taohua on -->
<nav>目录</nav><div hidden>无</div><ruby>漢<rt>かん</rt></ruby></body></html>"""

CONFIGURATION = """min-length = 8
exclude = ["a/**", "!b"] # both
[check]
fail-on = "all"
max-stock = 12.5
format = 'sarif'
[tool.taohua]
jobs = 0x10
date = 2024-02-29
memory = "2GB"
[audit]
report = ["json=a.json"]
slots = ["date", "blank"]
"""
ALLOW = """[[allow]]
phrase = "坚持 {slot} 依法"
reason = '''规定
用语'''
exact = true
paths = ["docs/**", "!docs/a.md"]
expires = 2027-03-31

[[allow]]
id = "00112233445566ff"
reason = "ours"
"""
BASELINE = ("00112233445566ff\t2\tdocs/a.md\tTH003\t我们修桥 \\t铺路\t0a1b2c3d\n"
            "00112233445566fe\t1\tb\\\\c.md\tTH001\twords\r\n")


def archive(members):
    """A zip archive; the same bytes each time."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in members.items():
            file.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def text():
    for encoding in (0, 1):
        for flags in (0, 1, 2, 4, 8):
            yield bytes([encoding, 0, flags]) + REPORT.encode()
    for encoding, codec in CODECS.items():
        yield bytes([1, encoding, 0]) + OTHER.get(encoding, REPORT).encode(codec, "ignore")
        yield bytes([0, 0, 0]) + OTHER.get(encoding, REPORT).encode(codec, "ignore")
    yield bytes([0, 0, 0]) + COMPILATION.encode()


def html():
    yield bytes([0, 0]) + PAGE.encode()
    yield bytes([0, 0]) + PAGE.replace("utf-8", "gbk").encode("gb18030")
    yield bytes([0, 4]) + PAGE.replace("<!doctype html><html", "<html xmlns='http://www.w3.org/1999/xhtml'").encode()
    yield bytes([0, 0]) + b"\xff\xfe" + PAGE.encode("utf-16-le")


def archives():
    yield b"\0" + archive({
        "[Content_Types].xml": "<Types/>", "_rels/.rels": RELATIONS.format("officeDocument", "word/document.xml"),
        "word/document.xml": DOCUMENT})
    yield b"\1" + archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ODT})
    yield b"\2" + archive({
        "mimetype": "application/epub+zip", "a.opf": OPF, "a.xhtml": PAGE,
        "META-INF/container.xml": "<container><rootfiles><rootfile full-path='a.opf'/></rootfiles></container>"})
    for number, name in enumerate(("docx", "odt", "epub")):
        content = (FIXTURES / f"report.{name}").read_bytes()
        if len(content) < 20_000:
            yield bytes([number]) + content


def markup():
    parts = {
        0: DOCUMENT, 1: f"""<w:styles {WORD}><w:style w:styleId="1" w:type="paragraph"><w:name w:val="heading 1"/><w:basedOn
w:val="1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>""",
        2: f'<w:comments {WORD}><w:comment w:id="7" w:author="a"><w:p/></w:comment></w:comments>',
        3: RELATIONS.format("styles", "styles.xml"), 4: RELATIONS.format("officeDocument", "word/document.xml"),
        5: f'<w:footnotes {WORD}><w:footnote w:id="1"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:footnotes>',
        6: f'<w:hdr {WORD}><w:p><w:r><w:t>头</w:t></w:r></w:p></w:hdr>', 7: ODT,
        8: ODT.replace("content", "styles"),
        9: '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="/"/></m:manifest>',
        10: OPF, 11: PAGE, 12: "<container><rootfiles><rootfile full-path='OEBPS/content.opf'/></rootfiles></container>"}
    for number, part in parts.items():
        yield bytes([number]) + part.encode()


def query():
    for text in ("df:>=3 kind:formula year:2020.. -doc:draft 坚持", '"in the quarter" len:3..10', "places:..4 scope:house",
                 'df：<=2 "a""b" -"x y"', "坚持 {slot} 年", "TH003", "kind:term,title", "-年", "doc:甲 以人民为中心"):
        yield text.encode()


def tables():
    yield '\0path,year,author\r\n甲.md,2021,"办公,室"\r\nb.md,2022,\r\n'.encode()
    yield ("\1left\tleft_offset\tleft_length\tright\tright_offset\tright_length\tkind\n"
           "a.txt\t0\t5\tb.txt\t3\t5\texact\n").encode()
    yield "\2document,start,end,text,code\na.md,0,9,坚持,stock\n".encode()
    yield (b'\3<document reference="a.txt"><feature name="plagiarism" this_offset="1" this_length="2" '
           b'source_reference="b.txt" source_offset="3" source_length="4"/></document>')
    yield (b'\4{"schema": "taohua.compare/1", "left": {"id": "a.txt"}, "right": {"id": "b.txt"}, "passages": '
           b'[{"left": [0, 5], "right": [3, 8], "similarity": 0.5e0, "kind": "exact"}]}')
    yield (b'\5{"schema": "taohua.audit/1", "documents": [{"id": "a.md", "spans": [{"start": 0, "end": 3, "class": "stock"}]}],'
           b' "families": [{"id": "00", "places": [{"document": "a.md", "start": 0, "end": 3}]}], "x": [true, null, "\\u00e9"]}')


def git():
    one, two = b"1" * 40, b"2" * 40
    yield b"\0:100644 100755 " + one + b" " + two + b" M\0a b\0:100644 100644 " + one + b" " + two + b" R087\0old\0new\0"
    yield b"\1" + one + b" blob 3\nabc\n" + two + b" missing\n" + one + b" blob 2\na\xffb\n"
    yield b"\2!/docs/**/[a-c]?*.m\\d/\ndocs/a/b/axy.md\ndocs/x\n"


def report():
    name, other = "a<b>&\"'.md", "=甲,\n乙.txt"
    hostile = "</script><script>alert(1)</script> \u202e]]> \x1b[31m =1+1 {slot} ${x} %25 | `a` [b](c)\n"
    formula = "坚持以人民为中心，把安全生产摆在更加突出的位置，今年完成投资xx亿元。"
    draft = (hostile + formula).encode()
    for choice in range(8):
        yield bytes([choice]) + b"\xff".join(
            [b"a" + name.encode(), draft, b"b" + name.encode(), draft, b"c" + other.encode(), draft + draft])


def damage():
    for file in range(8):
        for operation in (0, 1, 3, 4, 5, 0x80, 0x83):
            yield bytes([file, operation, 70, 0, 4, 1])
    yield bytes([1, 1, 0, 1, 0, 9, 2, 0x81, 9, 0, 0, 1])


def engine():
    formula = bytes(range(1, 20))
    yield bytes([2, 0, 0, 1]) + b"\1" + formula + b"\xff\1" + formula + b"\xff\1" + formula
    yield bytes([5, 0, 1, 2]) + b"\1" + formula * 2 + b"\xfe" + formula + b"\xff\0" + formula + b"\xff\1\5" + formula[:9]
    yield bytes([0, 1, 2, 0]) + b"\1" + b"\1\2" * 30 + b"\xff\1" + b"\1" * 50 + b"\xff\1" + b"\0\1" * 20
    yield bytes([3, 0, 2, 1]) + b"\1" + formula + b"\7" + formula[3:] + b"\xff\1" + formula[:8] + b"\11\12" + formula[8:]


SEEDS = {
    "text": text, "html": html, "archive": archives, "markup": markup,
    "configuration": lambda: (bytes([number]) + CONFIGURATION.encode() for number in (0, 1)),
    "allow": lambda: [ALLOW.encode()], "baseline": lambda: [BASELINE.encode()], "query": query, "tables": tables,
    "git": git, "report": report, "index": damage, "forgedIndex": damage, "parts": damage, "forgedParts": damage,
    "engine": engine}


def write(target, folder):
    """Writes the seeds of `target` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(SEEDS[target]()):
        (folder / f"seed-{number:02}").write_bytes(content)
