"""A phrase: its facts, its variants and where they differ, its slots, its places in context."""

import re

import pytest


def most(sample, value):
    return max(sample["families"], key=value)


def address_of(place):
    return place["document"], place["start"]


def shown_places(page, where):
    """The places that links lead to, in order."""
    return page.evaluate("""
        return [...document.querySelectorAll(arguments[0])].map((each) => {
          const state = new URLSearchParams(each.getAttribute('href').slice(1));
          return [state.get('d'), Number(state.get('s'))];
        })""", where)


def test_a_row_opens_it_beside_the_table(page, sample):
    family = sample["families"][1]
    page.open(sample.page, v="phrases")
    page.click(f"tr[data-id='{family['id']}'] a")
    assert page.state()["p"] == family["id"]
    assert page.values("tr[aria-selected=true]", "data-id") == [family["id"]]
    facts = page.text("#panel .facts")
    assert f"in {family['documents']} of {sample['corpus']['sources']} sources" in facts and family["id"] in facts
    assert shown_places(page, "#panel .kwic a") == [list(address_of(place)) for place in family["places"]][:100]


@pytest.mark.parametrize("state", [{}, {"v": "phrase"}], ids=["panel", "page"])
def test_places_are_those_of_the_report(page, sample, state):
    family = most(sample, lambda each: each["occurrences"] if each["occurrences"] <= 100 else 0)
    page.open(sample.page, p=family["id"], **state)
    page.wait_for(".kwic a")
    assert shown_places(page, ".kwic a") == [list(address_of(place)) for place in family["places"]]
    where = page.texts(".kwic .where span:last-child")
    assert where == [f"{place['line']}:{place['column']}" for place in family["places"]]


def test_places_are_aligned_on_the_phrase(page, sample):
    """The phrase begins at the same place in every line, with the text around it."""
    family = most(sample, lambda each: each["documents"] if each["tokens"] <= 12 else 0)
    page.open(sample.page, v="phrase", p=family["id"])
    page.wait_for(".kwic a")
    lefts = page.evaluate("return [...document.querySelectorAll('.kwic .from')].map((each) => Math.round(each.getBoundingClientRect().left))")
    assert len(lefts) == family["occurrences"] and len(set(lefts)) == 1
    texts = page.texts(".kwic .from > span:first-child")
    spaceless = lambda text: "".join(text.split())
    assert [spaceless(text) for text in texts] == [spaceless(place["text"]) for place in family["places"]]


def test_a_place_leads_to_the_document(page, sample):
    family = sample["families"][0]
    page.open(sample.page, v="phrase", p=family["id"])
    place = family["places"][3]
    page.click(".kwic a", index=3)
    assert (page.state()["d"], int(page.state()["s"])) == address_of(place)
    page.wait_for(".text .mark[aria-current]")
    box = page.evaluate("const box = document.querySelector('.text .mark[aria-current]').getBoundingClientRect(); return [box.top, box.bottom, innerHeight]")
    assert 0 <= box[0] and box[1] <= box[2]
    assert page.shows("#panel")


def test_variants_and_what_differs(page, sample):
    family = most(sample, lambda each: len(each["variants"]))
    page.open(sample.page, v="phrase", p=family["id"])
    assert page.count(".variants li") == len(family["variants"])
    for index, variant in enumerate(family["variants"]):
        item = f".variants li:nth-child({index + 1})"
        counts = page.texts(f"{item} .count")[0]
        assert [int(each) for each in re.findall(r"\d+", counts)] == [variant["occurrences"], variant["documents"]]
        # What lacks is struck out; without it the text is the variant's.
        shown = page.evaluate("""
            const text = document.querySelector(arguments[0]).firstElementChild.cloneNode(true);
            for (const gone of text.querySelectorAll('del')) gone.remove();
            return text.textContent;""", item)
        assert shown == variant["text"]
    assert page.count(".variants li:first-child :is(.diff, del)") == 0
    for index in range(2, len(family["variants"]) + 1):
        assert page.count(f".variants li:nth-child({index}) :is(.diff, del)") > 0


def test_slots(page, sample):
    family = most(sample, lambda each: each["occurrences"] if "{slot}" in each["template"] else 0)
    page.open(sample.page, v="phrase", p=family["id"])
    page.wait_for(".slot-value")
    values = page.texts("td.slot-value")
    text = "\n".join(place["text"] for place in family["places"])
    assert all(value in text for value in values)
    assert page.evaluate("""
        const rows = [...document.querySelectorAll('tr:has(td.slot-value)')];
        return rows.reduce((sum, row) => sum + Number(row.querySelector('td.num').textContent), 0);""") <= family["occurrences"]


def test_which_document_had_it_first(page, sample):
    family = sample["families"][0]
    years = {document["id"]: document["year"] for document in sample["documents"]}
    first = min(years[place["document"]] for place in family["places"])
    page.open(sample.page, v="phrase", p=family["id"])
    page.wait_for(".columns a")
    said = page.text(".columns > :last-child")
    assert f"begins in {min(years.values())}" in said and f"first seen in {first}" in said
    assert years[shown_places(page, ".columns > :last-child a")[0][0]] == first


def test_turning_to_the_next(page, sample):
    ids = [family["id"] for family in sample["families"]]
    page.open(sample.page, v="phrase", p=ids[1])
    page.press("j")
    assert page.state()["p"] == ids[2]
    page.press("k", "k")
    assert page.state()["p"] == ids[0]
    page.click(".turn a", "Next phrase")
    assert page.state()["p"] == ids[1]
