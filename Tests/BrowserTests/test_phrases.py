"""The phrase table says what report.json says."""

import pytest


def rows(page):
    return page.values("tr.row[data-id]", "data-id")


def test_the_order_of_the_report(page, sample):
    page.open(sample.page, v="phrases")
    assert rows(page) == [family["id"] for family in sample["families"]]


@pytest.mark.parametrize("column, value", [
    ("Tokens", lambda family: family["tokens"]), ("Sources", lambda family: family["documents"]),
    ("Places", lambda family: family["occurrences"]), ("Variants", lambda family: len(family["variants"])),
])
def test_sorting(page, sample, column, value):
    page.open(sample.page, v="phrases")
    families = {family["id"]: family for family in sample["families"]}
    shown = lambda: [value(families[row]) for row in rows(page)]
    page.click("th button", column)
    assert shown() == sorted(map(value, sample["families"]), reverse=True)
    page.click("th button", column)
    assert shown() == sorted(map(value, sample["families"]))


def test_searching_for_text(page, sample):
    word = sample["families"][0]["canonical"][:4]
    page.open(sample.page, v="phrases")
    page.type("#search", word)
    wanted = {family["id"] for family in sample["families"] if any(word in each["text"] for each in family["variants"])}
    assert wanted <= set(rows(page))
    assert len(rows(page)) < len(sample["families"])
