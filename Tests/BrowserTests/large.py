"""A corpus of 10,000 phrases in 100,000 places, each in wording that stands nowhere else.

    large.py FOLDER       writes it there, to be looked at
"""

import pathlib
import random
import sys

PHRASES, PLACES, DOCUMENTS = 10_000, 10, 250
# Common characters, none of them a particle, a numeral or a measure, which the edges of phrases would shed.
CHARACTERS = (
    "工作发展建设推进加强管理服务群众问题改革安全教育经济社会生产企业项目城市农村环境保护提高质水平组织领导制度落实责任监督"
    "检查议代表委员政府机关部门位干党学习思想文化科技创新投资收入增就医疗卫交通道路利能源态资土房屋场价格金融贸易开放合流活"
)


def write(folder):
    """Writes `folder`/NNN.txt: every phrase, of 9 to 16 characters, stands in ten of them."""
    source = random.Random(20261121)
    words = lambda length: "".join(source.choices(CHARACTERS, k=length))
    sentences = [[] for _ in range(DOCUMENTS)]
    for index in range(PHRASES):
        phrase = words(9 + index % 8)
        for document in source.sample(range(DOCUMENTS), PLACES):
            sentences[document].append(f"{words(6)}，{phrase}，{words(6)}。")
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for number, lines in enumerate(sentences):
        source.shuffle(lines)
        paragraphs = ("".join(lines[at:at + 8]) for at in range(0, len(lines), 8))
        text = f"第{number}号报告{words(8)}\n\n" + "\n\n".join(paragraphs) + "\n"
        (folder / f"{number:03}-{2000 + number % 25}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(sys.argv[1])
