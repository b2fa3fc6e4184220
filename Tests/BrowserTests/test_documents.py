"""The table of documents, and the sentences and sections of one, say what report.json says."""

import pytest

COLUMNS = {
    "colTokens": (lambda each: each["tokens"], True),
    "stock": (lambda each: each["classes"]["stock"] / each["tokens"], True),
    "borrowed": (lambda each: each["classes"]["borrowed"] / each["tokens"], True),
    "originalShort": (lambda each: each["classes"]["original"] / each["tokens"], True),
    "colYear": (lambda each: each["year"] or 9999, False),
    "colNet": (lambda each: each["shares"]["withoutSeries"]["tokens"] / each["tokens"], True),
    "colLargest": (lambda each: each["shares"]["largestSource"]["tokens"] / each["tokens"], True),
}
VERDICTS = {"formula": "formula", "mandated": "mandated", "shared": "shared", "copied": "copied", "mixed": "mixed", "original": "not found"}


def rows(page):
    return page.values("tr[data-document]", "data-document")


def percent(part, whole):
    return f"{round(part * 1000 / whole) / 10:.1f}\u202f%"


def test_every_document_is_there(page, sample):
    page.open(sample.page, v="documents")
    assert rows(page) == [each["id"] for each in sample["documents"]]


@pytest.mark.parametrize("column", COLUMNS)
def test_sorting(page, sample, column):
    value, large_first = COLUMNS[column]
    documents = {each["id"]: each for each in sample["documents"]}
    ordered = sorted(map(value, sample["documents"]), reverse=large_first)
    page.open(sample.page, v="documents")
    page.click(f"th button[data-sort={column}]")
    assert [value(documents[row]) for row in rows(page)] == ordered
    page.click(f"th button[data-sort={column}]")
    assert [value(documents[row]) for row in rows(page)] == ordered[::-1]


def test_shares_have_their_numbers(page, sample):
    page.open(sample.page, v="documents")
    for document in sample["documents"]:
        cells = page.texts(f"tr[data-document='{document['id']}'] td")
        stock = document["classes"]["stock"]
        assert f"{percent(stock, document['tokens'])}{stock:,}" in cells
        assert f"{document['tokens']:,}" in cells
        assert str(document["year"]) in cells


def test_a_row_opens_the_document(page, sample):
    page.open(sample.page, v="documents")
    page.click("tr[data-document] td:nth-child(2)", index=4)
    assert page.state()["d"] == sample["documents"][4]["id"]


def test_the_nearest_document_opens_beside_it(page, sample):
    page.open(sample.page, v="documents")
    page.click("td.other a")
    page.wait_for(".two")
    assert {"l", "r"} <= set(page.state())


def test_sentences(page, sample):
    document = max(sample["documents"], key=lambda each: len(each["sentences"]))
    page.open(sample.page, d=document["id"], t="sentences")
    verdicts = page.texts("td.verdict")
    assert sorted(verdicts) == sorted(VERDICTS[each["verdict"]] for each in document["sentences"])
    assert verdicts[0] == "not found"
    # In the order of the text after a click on the sentences.
    page.click("th button[data-sort=colSentence]")
    starts = page.evaluate("return [...document.querySelectorAll('td.sentence a')].map((each) => Number(new URLSearchParams(each.hash.slice(1)).get('s')))")
    assert starts == [each["start"] for each in document["sentences"]]


def test_the_longest_stretches_come_first(page, sample):
    document = max(sample["documents"], key=lambda each: each["classes"]["original"])
    page.open(sample.page, d=document["id"], t="sentences")
    lengths = [int(text.split()[0].replace(",", "")) for text in page.texts(".stretches small")]
    assert lengths == sorted(lengths, reverse=True) and len(lengths) > 3
    page.click(".stretches a")
    page.wait_for(".text")
    assert page.state()["d"] == document["id"]


def test_sections(page, sample):
    document = max(sample["documents"], key=lambda each: len(each["sections"]))
    page.open(sample.page, d=document["id"])
    page.click(".tabs a", "Sections")
    titles = page.texts("td.document a")
    assert titles == [each["title"] for each in document["sections"]]
    page.click("th button[data-sort=stock]")
    share = {each["title"]: each["classes"]["stock"] / (each["tokens"] or 1) for each in document["sections"]}
    shown = [share[title] for title in page.texts("td.document a")]
    assert shown == sorted(shown, reverse=True)
