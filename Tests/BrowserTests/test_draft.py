"""The page of a check says what its JSON says."""


def test_the_findings_that_matter_most_come_first(page, draft):
    page.open(draft.page)
    assert page.count("#panel .findings li") == min(10, len(draft["findings"]))


def test_what_is_left_over_is_marked(page, draft):
    page.open(draft.page)
    assert page.count(".text .mark.left-over") == len(draft["documents"][0]["residue"])


def test_markup_is_shown_as_text(page, draft):
    page.open(draft.page)
    assert "<b>路好走了</b>" in page.text(".text")
    assert page.count(".text b") == 0


def test_a_copied_passage_has_its_sources(page, draft):
    finding = next(each for each in draft["findings"] if each["code"] == "TH003")
    page.open(draft.page, d="draft.txt", s=finding["start"])
    assert page.count("#panel .places .context") == len(finding["places"])
