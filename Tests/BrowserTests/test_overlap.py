"""The map of documents, and two texts side by side."""

import re


def test_the_map_has_every_document(page, sample):
    page.open(sample.page, v="overlap")
    assert len(set(page.values(".heat .side", "title"))) == len(sample["documents"])


def test_a_cell_opens_both_texts(page, sample):
    page.open(sample.page, v="overlap")
    page.evaluate("""
        const canvas = document.querySelector('.heat canvas');
        canvas.scrollIntoView({ block: 'center' });
        const box = canvas.getBoundingClientRect(), n = document.querySelectorAll('.heat .side').length, cell = box.width / n;
        const at = { bubbles: true, clientX: box.left + cell * 2.5, clientY: box.top + cell * 0.5 };
        canvas.dispatchEvent(new MouseEvent('mousemove', at));
        window.__readout = document.querySelector('.readout').textContent;
        canvas.dispatchEvent(new MouseEvent('click', at));""")
    page.wait_for(".two")
    names = page.texts(".two h2")
    readout = page.evaluate("return window.__readout")
    assert names[0] in readout and names[1] in readout
    assert {"l", "r"} <= set(page.state())


def test_the_map_by_keys(page, sample):
    page.open(sample.page, v="overlap")
    page.evaluate("document.querySelector('.heat canvas').focus()")
    page.press("ArrowRight", "ArrowRight")
    readout = page.text(".readout")
    assert "also in" in readout
    page.press("Enter")
    page.wait_for(".two")
    assert all(name in readout for name in page.texts(".two h2"))


def numbers(page, side):
    return set(page.values(f".two .{side} [data-number]", "data-number"))


def open_pair(page, sample):
    pair = sample["pairs"][0]
    page.open(sample.page, l=pair["left"], r=pair["right"])
    page.wait_for(".two .mark")
    return pair


def test_both_sides_bear_the_same_numbers(page, sample):
    open_pair(page, sample)
    assert numbers(page, "left") & numbers(page, "right")
    count = int(re.search(r"(\d+) in common", page.text("main .note")).group(1))
    assert all(1 <= int(number) <= count for number in numbers(page, "left") | numbers(page, "right"))


def test_the_copied_passage_is_marked_on_both_sides(page, sample):
    pair = open_pair(page, sample)
    for side in ("left", "right"):
        assert page.count(f".two .{side} .mark.c-borrowed") >= len(pair["passages"])


def test_marks_are_linked(page, sample):
    open_pair(page, sample)
    number = sorted(numbers(page, "left") & numbers(page, "right"), key=int)[-1]
    page.hover(f".two .left [data-number='{number}']")
    assert set(page.values(".two .mark.lit", "data-number")) == {number}
    page.click(f".two .left [data-number='{number}']")
    assert set(page.values(".two .mark[aria-current]", "data-number")) == {number}
    visible = page.evaluate("""
        const box = document.querySelector(`.two .right [data-number="${arguments[0]}"]`).getBoundingClientRect();
        return box.top < innerHeight && box.bottom > 0;""", number)
    assert visible


def test_swapping_the_sides(page, sample):
    pair = open_pair(page, sample)
    names = page.texts(".two h2")
    page.click("main a", "Swap")
    assert page.texts(".two h2") == names[::-1]
    assert page.state()["l"] == pair["right"]


def test_copied_passages_are_listed(page, sample):
    page.open(sample.page, v="overlap")
    links = page.evaluate("return [...document.querySelectorAll('main td a')].map((each) => each.getAttribute('href'))")
    for pair in sample["pairs"]:
        assert any(pair["left"] in link and pair["right"] in link for link in map(unquoted, links))


def unquoted(link):
    from urllib.parse import unquote
    return unquote(link)


def test_near_duplicates_are_listed(page, sample):
    page.open(sample.page, v="overlap")
    said = page.text("main")
    for group in sample["corpus"]["duplicates"]:
        assert all(each.split("/")[-1] in said for each in group)
