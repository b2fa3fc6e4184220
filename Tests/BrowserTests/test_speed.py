"""A page stays quick with 10,000 phrases in 100,000 places, and opens at once."""

import pytest

import large
import page as pages
import reports
import timing
from timing import assert_quick

SEEDS = pages.ROOT.parent / "shared/corpora/seeds"


@pytest.fixture(scope="module")
def audit(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large")
    large.write(folder / "corpus")
    return reports.audit(folder / "report", "corpus", within=folder)


def test_the_corpus_is_large(audit):
    assert len(audit["families"]) >= large.PHRASES
    assert sum(family["occurrences"] for family in audit["families"]) >= large.PHRASES * large.PLACES


def test_sorting(page, audit):
    page.open(audit.page, v="phrases")
    page.wait_for("tr.row[data-id]")
    for index, column in enumerate(page.texts("thead th")):
        for direction in ("once", "again"):
            assert_quick(page, f"sort by {column}, {direction}", lambda: page.click("thead th button", index=index))


def test_searching(page, audit):
    page.open(audit.page, v="phrases")
    page.wait_for("tr.row[data-id]")
    page.click("#search")
    word = audit["families"][4000]["canonical"][2:6]
    for key in [*word, *["Backspace"] * 4, *"kind:formula"]:
        assert_quick(page, f"search, key {key}", lambda: page.press(key))


def test_scrolling(page, audit):
    page.open(audit.page, v="phrases")
    page.wait_for("tr.row[data-id]")
    for part in (0.1, 0.5, 1, 0.3, 0):
        assert_quick(page, f"scroll to {part:.0%}", lambda: page.evaluate(
            "scrollTo(0, document.documentElement.scrollHeight * arguments[0])", part))
    # Who comes to the end gets more.
    assert page.count("tr.row[data-id]") > 200


def test_opening_phrases(page, audit):
    page.open(audit.page, v="phrases")
    page.wait_for("tr.row[data-id]")
    for family in (audit["families"][0], audit["families"][9000]):
        assert_quick(page, f"a phrase of {family['occurrences']} places", lambda: page.go(p=family["id"]))
        assert page.count("#panel .kwic li") == min(family["occurrences"], 100)


def test_more_places_on_demand(page, audit):
    family = audit["families"][0]
    page.open(audit.page, v="phrase", p=family["id"])
    page.wait_for(".kwic li")
    assert f"The first 100 of {family['occurrences']} places" in page.text("main")
    # By a click, or by scrolling to the end.
    page.evaluate("document.querySelector('.kwic + .more button')?.click()")
    page.wait_until(lambda: page.count(".kwic li") >= 200, "no more places came")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.evaluate("document.querySelector('.kwic + .more button')?.click()")
    page.wait_until(lambda: page.count(".kwic li") == family["occurrences"], "the last places did not come")
    assert page.count(".kwic + .more button") == 0


def test_opening_documents(page, audit):
    page.open(audit.page, v="documents")
    for document in audit["documents"][:2]:
        assert_quick(page, f"a document of {document['tokens']} tokens", lambda: page.go(d=document["id"]))
        assert page.count(".text .mark") > 300


def test_views(page, audit):
    page.open(audit.page)
    for address in set(page.values("#rail a", "href")):
        assert_quick(page, f"view {address}", lambda: page.follow(address))


@pytest.mark.parametrize("state", [{}, {"v": "phrases"}], ids=["front", "phrases"])
def test_opening(page, audit, state):
    shown = timing.until_shown(page, audit.page, **state)
    print(f"{audit.page.stat().st_size / 1e6:.1f} MB open in {shown:.0f} ms")
    assert shown < 3000


@pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not on this machine")
def test_the_seeds(page, tmp_path):
    report = reports.audit(tmp_path, SEEDS)
    shown = timing.until_shown(page, report.page, v="phrases")
    size = sum(file.stat().st_size for file in tmp_path.rglob("*") if file.suffix in (".html", ".js"))
    print(f"the seeds: {size / 1e6:.2f} MB, open in {shown:.0f} ms")
    assert size < 3_000_000
    assert shown < 1000
