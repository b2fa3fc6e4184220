"""One document: its whole text in its paragraphs, its marks, switches, numbers, hovering, the minimap."""

import re

import pytest

CLASSES = ("stock", "borrowed", "shared", "repeated", "allowed")
NAMES = ("term", "title")


@pytest.fixture
def document(sample):
    return max(sample["documents"], key=lambda each: len(each["spans"]))


@pytest.fixture
def kinds(sample):
    return {family["id"]: family["kind"] for family in sample["families"]}


def spans_by_style(document, kinds):
    """How many spans each switch is for: names are marked as names, not as stock."""
    styles = [("term" if kinds.get(span.get("family")) in NAMES else span["class"]) for span in document["spans"]]
    return {style: styles.count(style) for style in (*CLASSES, "term")}


def test_marks_are_the_spans(page, sample, document, kinds):
    page.open(sample.page, d=document["id"])
    for name, count in spans_by_style(document, kinds).items():
        starts = set(page.values(f".text .mark.c-{name}", "data-at"))
        assert len(starts) == count, name


@pytest.mark.parametrize("index", range(0, 24, 3))
def test_the_whole_text_is_there(page, sample, index):
    document = sample["documents"][index]
    page.open(sample.page, d=document["id"])
    text = open(document["path"], encoding="utf-8").read()
    spaceless = lambda each: re.sub(r"\s+", "", each)
    assert spaceless("".join(page.texts(".text"))) == spaceless(text)


def test_darker_with_document_frequency(page, sample, document, kinds):
    page.open(sample.page, d=document["id"])
    sources = sample["corpus"]["sources"]
    for span in document["spans"]:
        if span["class"] == "stock" and kinds[span["family"]] not in NAMES:
            share = span["documents"] / sources
            depth = "all" if share >= 0.75 else "many" if share >= 0.25 else "few"
            assert page.count(f".text .mark.c-stock.{depth}[data-at='{span['start']}']") > 0


def figures(page):
    """The numbers of the tokens behind the percentages, by their place."""
    return {name: [int(each.replace(",", "")) for each in re.findall(r"[\d,]*\d", page.texts(f".figures .{name} dd")[0])][-2:] for name in ("raw", "net")}


def test_the_numbers_are_those_of_the_report(page, sample, document):
    page.open(sample.page, d=document["id"])
    for name in ("raw", "net"):
        share = document["shares"][name]
        assert figures(page)[name] == [share["tokens"], share["of"]]
        percent = page.texts(f".figures .{name} dt")[0]
        assert float(percent.split("\u202f")[0]) == pytest.approx(share["share"] * 100, abs=0.051)


@pytest.mark.parametrize("name", ["stock", "term", "borrowed", "shared"])
def test_classes_that_are_off_do_not_count(page, sample, kinds, name):
    document = max(sample["documents"], key=lambda each: spans_by_style(each, kinds)[name])
    classes, split = document["classes"], document["stockByKind"]
    names = split["term"] + split["title"]
    tokens = {"stock": classes["stock"] - names, "term": names, "borrowed": classes["borrowed"], "shared": classes["shared"]}[name]
    assert tokens > 0
    page.open(sample.page, d=document["id"])
    before = figures(page)
    fill = lambda: page.evaluate("""
        const style = getComputedStyle(document.querySelector(`.text .mark.c-${arguments[0]}`));
        return [style.backgroundColor, style.textDecorationLine];""", name)
    marked = fill()
    page.click(f".legend button[data-class={name}]")
    after = figures(page)
    assert after["raw"][0] == before["raw"][0] - tokens
    assert after["net"][0] == before["net"][0] - tokens + (split["quotation"] if name == "stock" else 0)
    assert fill() != marked and fill()[1] == "none"
    page.click(f".legend button[data-class={name}]")
    assert figures(page) == before and fill() == marked


def test_hovering_names_the_phrase_and_the_counts(page, sample, document):
    families = {family["id"]: family for family in sample["families"]}
    span = next(each for each in document["spans"] if each["class"] == "stock")
    family = families[span["family"]]
    page.open(sample.page, d=document["id"])
    page.hover(f".text .mark[data-at='{span['start']}']")
    title = page.values(f".text .mark[data-at='{span['start']}']", "title")[0]
    assert family["canonical"] in title
    assert f"in {family['documents']} of {sample['corpus']['sources']} sources, {family['occurrences']} places" in title


def test_a_click_opens_the_places_and_the_best_sources(page, sample, document):
    families = {family["id"]: family for family in sample["families"]}
    span = next(each for each in document["spans"] if each["class"] == "stock" and families[each["family"]]["documents"] > 4)
    family = families[span["family"]]
    page.open(sample.page, d=document["id"])
    page.click(f".text .mark[data-at='{span['start']}']")
    assert page.state()["s"] == str(span["start"])
    page.wait_for("#panel .kwic a")
    assert page.count("#panel .kwic a") == family["occurrences"] - 1
    assert page.count("#panel .sources li") == 3
    page.click("#panel .sources a")
    page.wait_for(".two")
    assert page.state()["l"] == document["id"]
    page.wait_for(".two .mark[aria-current]")


def test_a_copied_passage_shows_its_source(page, sample):
    document = next(each for each in sample["documents"] if any(span["class"] == "borrowed" for span in each["spans"]))
    span = next(each for each in document["spans"] if each["class"] == "borrowed")
    page.open(sample.page, d=document["id"], s=span["start"])
    page.wait_for("#panel .han")
    there = re.sub(r"\s+", "", page.texts("#panel .han")[0])
    source = re.sub(r"\s+", "", open(next(each["path"] for each in sample["documents"] if each["id"] == span["source"]), encoding="utf-8").read())
    assert len(there) > 20 and there in source
    page.click("#panel a", "side by side")
    page.wait_for(".two")
    assert (page.state()["l"], page.state()["r"]) == (document["id"], span["source"])


def test_the_minimap_leads_through_the_text(page, sample, document):
    page.size(1440, 500)
    page.open(sample.page, d=document["id"])
    assert page.count(".minimap rect") >= len(document["spans"])
    page.evaluate("""
        const map = document.querySelector('.minimap'), box = map.getBoundingClientRect();
        map.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: box.left + 5, clientY: box.top + box.height * 0.95 }));""")
    page.settle()
    assert page.evaluate("return scrollY") > 200
