"""Everything can be done from the keyboard."""


def selected(page):
    return page.values("tr[aria-selected=true]", "data-id")


def test_slash_searches(page, sample):
    page.open(sample.page)
    page.press("/")
    page.wait_until(lambda: page.evaluate("return document.activeElement.id") == "search", "the search has no focus")
    page.press("k", "i", "n", "d", ":", "t", "e", "r", "m")
    assert page.state()["q"] == "kind:term"
    page.press("Escape")
    assert page.evaluate("return document.activeElement.id") != "search"


def test_j_and_k_go_through_phrases(page, sample):
    ids = [family["id"] for family in sample["families"]]
    page.open(sample.page, v="phrases")
    page.press("j")
    assert selected(page) == ids[:1] and page.shows("#panel")
    page.press("j", "j", "k")
    assert selected(page) == ids[1:2]
    page.press("Escape")
    assert not page.shows("#panel") and selected(page) == []


def test_j_and_k_go_through_findings(page, sample):
    document = max(sample["documents"], key=lambda each: len(each["spans"]))
    page.open(sample.page, d=document["id"])
    page.press("j", "j", "j", "k")
    assert int(page.state()["s"]) == document["spans"][1]["start"]
    assert page.values(".text .mark[aria-current]", "data-at")[0] == str(document["spans"][1]["start"])
    page.press("Escape")
    assert "s" not in page.state() and not page.shows("#panel")


def test_brackets_turn_documents(page, sample):
    ids = [document["id"] for document in sample["documents"]]
    page.open(sample.page, d=ids[1])
    page.press("]")
    assert page.state()["d"] == ids[2]
    page.press("[", "[")
    assert page.state()["d"] == ids[0]


def test_c_switches_the_classes(page, sample):
    page.open(sample.page, d=sample["documents"][0]["id"])
    pressed = lambda: set(page.values(".legend button", "aria-pressed"))
    assert pressed() == {"true"}
    page.press("c")
    assert pressed() == {"false"}
    page.press("c")
    assert pressed() == {"true"}


def test_question_mark_helps(page, sample):
    page.open(sample.page)
    page.press("?")
    assert page.shows("dialog[open]")
    keys = set(page.texts("dialog kbd"))
    assert {"/", "j", "k", "c", "?", "Esc"} <= keys
    page.press("Escape")
    assert not page.shows("dialog[open]")
    page.press("?")
    page.click("dialog button", "Close")
    assert not page.shows("dialog[open]")


def test_tab_reaches_the_marks(page, sample):
    document = sample["documents"][0]
    page.open(sample.page, d=document["id"])
    page.evaluate("document.querySelector('.text .mark').focus()")
    page.press("Enter")
    assert int(page.state()["s"]) == document["spans"][0]["start"]
    page.press("Tab")
    assert page.evaluate("return document.activeElement.matches('.text .mark, #panel *')")


def test_the_first_stop_leads_past_the_rail(page, sample):
    page.open(sample.page)
    page.press("Tab")
    assert page.evaluate("return document.activeElement.id") == "skip"
    page.press("Enter", "Tab")
    assert page.evaluate("return document.querySelector('main').contains(document.activeElement)")
