"""The phrase table says what report.json says: its order, each sort, the search, the counts."""

import pytest

COLUMNS = {
    "colTokens": (lambda family: family["tokens"], True), "colSources": (lambda family: family["documents"], True),
    "colPlaces": (lambda family: family["occurrences"], True), "colVariants": (lambda family: len(family["variants"]), True),
    "colShare": (lambda family: family["placeTokens"], True),
    "colYears": (lambda family: (family["firstYear"], family["lastYear"]), False),
    "colKind": (lambda family: ["formula", "term", "title", "quotation"].index(family["kind"]), False),
}


def rows(page):
    return page.values("tr.row[data-id]", "data-id")


def test_the_order_of_the_report(page, sample):
    page.open(sample.page, v="phrases")
    assert rows(page) == [family["id"] for family in sample["families"]]


def test_the_cells(page, sample):
    page.open(sample.page, v="phrases")
    for index, family in enumerate(sample["families"][:40]):
        cells = page.texts(f"tr[data-id='{family['id']}'] td")
        assert cells[0] == str(index + 1)
        assert cells[2].startswith(family["kind"])
        assert cells[3:7] == [str(family["tokens"]), f"{family['documents']} / {sample['corpus']['sources']}",
                              str(family["occurrences"]), str(len(family["variants"]))]


@pytest.mark.parametrize("column", COLUMNS)
def test_sorting(page, sample, column):
    value, large_first = COLUMNS[column]
    families = {family["id"]: family for family in sample["families"]}
    ordered = sorted(map(value, sample["families"]), reverse=large_first)
    page.open(sample.page, v="phrases")
    for wanted, direction in ((ordered, large_first), (ordered[::-1], not large_first)):
        page.click(f"th button[data-sort={column}]")
        assert [value(families[row]) for row in rows(page)] == wanted
        assert page.values("th[aria-sort]", "aria-sort") == ["descending" if direction else "ascending"]
        assert page.evaluate("return document.activeElement.dataset.sort") == column


def test_sorting_by_words(page, sample):
    page.open(sample.page, v="phrases")
    page.click("th button[data-sort=colPhrase]")
    once = rows(page)
    page.click("th button[data-sort=colPhrase]")
    assert rows(page) == once[::-1]
    assert sorted(once) == sorted(family["id"] for family in sample["families"])


def holders(family):
    return {place["document"] for place in family["places"]}


def in_years(sample, first, last):
    meant = {each["id"] for each in sample["documents"] if each["year"] is not None and first <= each["year"] <= last}
    return lambda family: bool(holders(family) & meant)


QUERIES = {
    "df:>=5": lambda family, sample: family["documents"] >= 5,
    "df:3": lambda family, sample: family["documents"] == 3,
    "len:>20": lambda family, sample: family["tokens"] > 20,
    "len:8..12": lambda family, sample: 8 <= family["tokens"] <= 12,
    "places:..9": lambda family, sample: family["occurrences"] <= 9,
    "kind:term": lambda family, sample: family["kind"] == "term",
    "-kind:formula": lambda family, sample: family["kind"] != "formula",
    "scope:house": lambda family, sample: family["scope"] == "house",
    "year:2024..": lambda family, sample: in_years(sample, 2024, 9999)(family),
    "year:2021": lambda family, sample: in_years(sample, 2021, 2021)(family),
    "doc:harbour": lambda family, sample: any("harbour" in each for each in holders(family)),
    "DOC:Harbour len:>=10 kind:formula": lambda family, sample: family["tokens"] >= 10 and family["kind"] == "formula"
    and any("harbour" in each for each in holders(family)),
    "ｄｆ:>=１２": lambda family, sample: family["documents"] >= 12,
    "一步一步": lambda family, sample: any("一步一步" in each["text"] for each in family["variants"]),
    "the harbour": lambda family, sample: all(any(word in each["text"].lower() for each in family["variants"]) for word in ("the", "harbour")),
    '"the harbour"': lambda family, sample: any("theharbour" in each["text"].lower().replace(" ", "") for each in family["variants"]),
}


@pytest.mark.parametrize("query", QUERIES)
def test_searching(page, sample, query):
    wanted = [family["id"] for family in sample["families"] if QUERIES[query](family, sample)]
    assert 0 < len(wanted) < len(sample["families"])
    page.open(sample.page, v="phrases")
    page.type("#search", query)
    assert rows(page) == wanted
    assert page.state()["q"] == query
    families = [family for family in sample["families"] if family["id"] in wanted]
    places, tokens = (sum(family[name] for family in families) for name in ("occurrences", "placeTokens"))
    status = page.text("[role=status]")
    for number in (len(wanted), len(sample["families"]), places, tokens, sample["corpus"]["tokens"]):
        assert f"{number:,} " in status


@pytest.mark.parametrize("query", ["df:many", "kind:poem", "len:9..3", "doc:", '"open', "year:x"])
def test_what_says_nothing_is_named(page, sample, query):
    """The line above the table says what was expected."""
    page.open(sample.page, v="phrases")
    page.type("#search", query)
    assert query in page.text("[role=status].error") and "expected" in page.text("[role=status].error")
    page.type("#search", "")
    assert page.count("[role=status].error") == 0
    assert len(rows(page)) == len(sample["families"])


def test_what_matches_nothing_is_said(page, sample):
    page.open(sample.page, v="phrases")
    page.type("#search", "zzzz")
    assert "No phrase matches" in page.text("main") and rows(page) == []


def test_examples_work(page, sample):
    page.open(sample.page, v="phrases")
    for example in page.texts(".examples button"):
        page.click(".examples button", example)
        assert page.element("#search").get_property("value") == example
        assert page.count("[role=status].error") == 0
        assert 0 < len(rows(page)) <= len(sample["families"]), example
