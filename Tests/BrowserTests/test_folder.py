"""A corpus too large for one file: a page and a folder beside it, the same page otherwise."""

import os
import random
import shutil
import time

import pytest

import reports
import timing

DOCUMENTS = 320


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The sample again and again under other names would be copies: so other words, and formulas of the sample."""
    folder = tmp_path_factory.mktemp("folder")
    corpus = folder / "corpus"
    corpus.mkdir()
    source = random.Random(7)
    formulas = [line for line in (reports.SAMPLE / "yunchuan-council/2023.txt").read_text(encoding="utf-8").split("。") if 10 < len(line) < 60]
    own = lambda: "".join(chr(source.randrange(0x4E00, 0x5E00)) for _ in range(60))
    for number in range(DOCUMENTS):
        text = "。\n\n".join(f"{own()}，{line.strip()}" for line in source.sample(formulas, 4))
        (corpus / f"{number:03}.txt").write_text(f"{text}。\n", encoding="utf-8")
    return reports.audit(folder / "report", "corpus", within=folder)


def test_texts_stand_beside_the_page(folder):
    scripts = list(folder.page.parent.rglob("*.js"))
    assert scripts
    assert folder.page.stat().st_size < sum(each.stat().st_size for each in folder.page.parent.rglob("*"))


def test_documents_open(page, folder):
    page.open(folder.page, v="documents")
    document = folder["documents"][200]
    page.go(d=document["id"])
    page.wait_for(".text .mark")
    assert len(set(page.values(".text .mark", "data-at"))) == len(document["spans"])
    page.press("]")
    page.wait_until(lambda: folder["documents"][201]["id"] in page.text(".path"), "the next document did not come")


def test_phrases_open(page, folder):
    family = folder["families"][0]
    page.open(folder.page, v="phrase", p=family["id"])
    page.wait_for(".kwic a")
    assert page.count(".kwic a") == min(100, family["occurrences"])
    page.click(".kwic a", index=2)
    page.wait_for(".text .mark[aria-current]")


def test_two_texts_open(page, folder):
    left, right = (folder["families"][0]["places"][index]["document"] for index in (0, 3))
    page.open(folder.page, l=left, r=right)
    page.wait_for(".two .mark")
    assert page.count(".two .text") == 2


def test_a_missing_file_is_named(page, folder, tmp_path):
    shutil.copy(folder.page, tmp_path / "alone.html")
    page.open(tmp_path / "alone.html", v="documents")
    page.go(d=folder["documents"][0]["id"])
    page.wait_until(lambda: "missing" in page.text("main"), "the missing file is not named")
    assert "ERR_FILE_NOT_FOUND" in "\n".join(page.faults())


def test_speed(page, folder):
    print(f"a page of {DOCUMENTS} documents opens in {timing.until_shown(page, folder.page):.0f} ms")


@pytest.mark.skipif("LARGE_CORPUS" not in os.environ, reason="LARGE_CORPUS names no folder: it takes minutes")
def test_a_large_corpus(page, tmp_path):
    """Opens at once, and each document within a second."""
    report = reports.audit(tmp_path / "report", os.environ["LARGE_CORPUS"])
    shown = timing.until_shown(page, report.page)
    print(f"{len(report['documents']):,} documents: {report.page.stat().st_size / 1e6:.1f} MB, opens in {shown:.0f} ms")
    assert shown < 1000
    for document in random.Random(3).sample(report["documents"], 10):
        start = time.monotonic()
        page.go(d=document["id"])
        page.wait_until(lambda: document["id"] in page.text(".path") and page.count(".text"), "the document did not come")
        seconds = time.monotonic() - start
        print(f"a document of {document['tokens']:,} tokens: {seconds * 1000:.0f} ms")
        assert seconds < 1
