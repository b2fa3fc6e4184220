"""A corpus that wants to run: markup, templates and control characters in texts, titles and names.

Every attack stands in several reports, so that it becomes a phrase, with a variant; whole reports are
copied, so that there are duplicates and copied passages. `__taohua_pwned` is watched for by the browser.
    hostile.py FOLDER       writes it there, to be looked at
"""

import pathlib
import random
import sys

# What a page would do if it took a text for markup, for a template or for an address.
ATTACKS = [
    "<script>__taohua_pwned('script')</script>",
    "</script><script>__taohua_pwned('end of script')</script>",
    "<!--<script>__taohua_pwned('comment')",
    "--><img src=x onerror=__taohua_pwned('image')>",
    "\"><svg/onload=__taohua_pwned('svg')>",
    "'><body onpageshow=__taohua_pwned('body')>",
    "<iframe srcdoc=\"<script>parent.__taohua_pwned('frame')</script>\"></iframe>",
    "<a href=\"javascript:__taohua_pwned('link')\">点击</a>",
    "<style>body{display:none}</style><link rel=stylesheet href=//example.org/x>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "&lt;img src=x onerror=__taohua_pwned('entity')&gt;&#60;script&#62;",
    "{{constructor.constructor(\"__taohua_pwned('braces')\")()}}",
    "${__taohua_pwned('dollar')}`+__taohua_pwned('tick')+`",
    "\\u003cscript\\u003e__taohua_pwned(1)\\u003c/script\\u003e\\",
    "];__taohua_pwned('bracket');//",
    "<%= __taohua_pwned('erb') %><?php __taohua_pwned('php') ?>",
    "]]><![CDATA[<script>__taohua_pwned('cdata')</script>",
    "javascript:__taohua_pwned('address')",
    "👩‍👩‍👧‍👦🏳️‍🌈é̂́🇨🇳",
    "左\u202e右到左\u202c与\u2066隔离\u2069及\u200f记号",
    "行\u2028段\u2029止\u0085末\ufeff",
    "零\u200b宽\u200d与\u00ad软\u2060连",
    "{slot}{一|二|}{{slot}",
    "__proto__ constructor toString hasOwnProperty",
    "=HYPERLINK(\"https://example.org/\",\"点\")",
]

# Names of files; a folder that ends in `<` and a file that begins with `script>` make a path with `</script>`.
NAMES = [
    "<img src=x onerror=__taohua_pwned('name')>.txt",
    "a</script><script>__taohua_pwned('path').txt",
    "\"quotes\" & 'apostrophes' `ticks`.txt",
    "new\nline\tand tab.txt",
    "{{title}} ${name} %s %00 %3Cb%3E.txt",
    "#p=0&v=method?q=1.txt",
    "__proto__.txt",
    "constructor.txt",
    "左\u202e右到左.txt",
    "😀 表情.md",
    "javascript:__taohua_pwned('name').txt",
    "-rf --help.txt",
]
# Of these all wording is drawn: rare characters would be taken for text that was decoded wrongly.
COMMON = (
    "工作发展建设推进加强管理服务群众问题改革安全教育经济社会生产企业项目城市农村环境保护全面提高质量水平组织领导制度"
    "落实责任监督检查会议代表委员人民政府机关部门单位干部党员学习思想文化科技创新投资收入增长就业医疗卫生交通道路水利"
    "能源生态资源土地房屋市场价格金融贸易开放合作交流活动宣传培训考核评价目标任务计划方案措施办法规定标准要求基础条件"
)


def title(attack):
    return f"关于{attack}的报告"


def paragraphs(seed, small):
    """Each attack in wording of its own that all reports have; every third report says `更加` in it, a variant."""
    source = random.Random(seed)
    for index, attack in enumerate(ATTACKS):
        before, after = own_words(random.Random(1000 + index), 12), own_words(random.Random(2000 + index), 12)
        more = "更加" if seed % 3 == 2 else ""
        yield f"要{before[:-1]}，{more}{attack}，并且{after}"
        yield own_words(source, 12 if small else 40)


def own_words(source, length):
    return "".join(source.choice(COMMON) for _ in range(length)) + "。"


def report(seed, small=False):
    lines = [title(ATTACKS[seed % len(ATTACKS)]), *paragraphs(seed, small)]
    return "\n\n".join(lines) + "\n"


def write(folder):
    """Writes the corpus; returns the path of the draft to check against it, of a name like the others."""
    folder = pathlib.Path(folder)
    for seed, name in enumerate(NAMES):
        path = folder / "corpus" / f"{2010 + seed}" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report(seed), encoding="utf-8")
    corpus = folder / "corpus"
    # Two drafts of one report, and a passage that only one other has.
    (corpus / "copy of <b>it.txt").write_text(report(3) + "\n多出一句。\n", encoding="utf-8")
    borrowed = own_words(random.Random(99), 90) + ATTACKS[0] + ATTACKS[3] + own_words(random.Random(98), 90)
    for name in ("borrower <i>.txt", "lender <i>.txt"):
        (corpus / name).write_text(report(len(name), small=True) + "\n" + borrowed + "\n", encoding="utf-8")
    (corpus / "nulls.txt").write_bytes(report(30).encode().replace("，并且".encode(), "\0，\x01并且\x1b[31m".encode()))
    # What UTF-8 forbids: half of a pair, an overlong slash, a byte that begins nothing.
    (corpus / "surrogates.txt").write_bytes(report(31).encode().replace("，并且".encode(), b"\xed\xa0\x80\xc0\xaf\xff", 3))
    (corpus / "one word.txt").write_text("A<b>" * 250_000, encoding="utf-8")
    (corpus / "no space.txt").write_text(own_words(random.Random(7), 340_000), encoding="utf-8")
    draft = folder / "draft <img src=x onerror=__taohua_pwned('draft')>.txt"
    draft.write_text(report(3) + "\n" + borrowed + "\n今年新修道路____公里，<b onclick=alert(1)>年xx月。\n", encoding="utf-8")
    return draft


if __name__ == "__main__":
    print(write(sys.argv[1]))
