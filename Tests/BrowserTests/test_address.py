"""The address holds the state, so that a place can be mailed."""

import pytest

from views import one_of_each


def picture(page):
    """What the reader has before him."""
    return page.evaluate("""
        const text = (each) => (each.checkVisibility() ? each.innerText : '');
        return [text(document.querySelector('main')), text(document.querySelector('#panel')), document.title];""")


def test_each_sort_of_view_comes_back(page, sample):
    page.open(sample.page)
    shown = {}
    for address in one_of_each(page):
        page.follow(address)
        shown[address] = picture(page)
    for address, before in shown.items():
        page.open(sample.page)
        page.follow(address)
        page.reload()
        page.settle()
        assert picture(page) == before, address


def test_back_and_forward(page, sample):
    page.open(sample.page)
    page.click("#rail a", "Phrases")
    page.click("tr.row[data-id] a")
    page.click(".kwic a")
    page.wait_for(".text")
    place = page.state()
    page.back()
    assert page.shows("tr.row[data-id]") and page.shows("#panel")
    page.back()
    page.back()
    assert page.shows(".lead")
    page.forward()
    page.forward()
    page.forward()
    page.wait_for(".text")
    assert page.state() == place


def test_search_and_order_come_back(page, sample):
    page.open(sample.page, v="phrases")
    page.type("#search", "df:>=5")
    page.click("th button[data-sort=colTokens]")
    rows = page.values("tr.row[data-id]", "data-id")
    page.reload()
    assert page.values("tr.row[data-id]", "data-id") == rows
    assert page.element("#search").get_property("value") == "df:>=5"


@pytest.mark.parametrize("state", [{"p": "no such phrase"}, {"d": "no such document"}, {"v": "__proto__"}, {"v": "constructor"},
                                   {"l": "a", "r": "b"}, {"d": "corpus", "s": "x"}, {"v": "phrases", "sort": "x"}])
def test_an_address_of_nothing_shows_something(page, sample, state):
    page.open(sample.page, **state)
    assert page.shows("h1")
