"""The first screen says in words what report.json says in numbers."""

import pytest


def grouped(number):
    return f"{number:,}"


def percent(part, whole):
    return f"{round(part * 1000 / whole) / 10:.1f}\u202f%"


@pytest.mark.parametrize("language", ["en-US", "zh-CN"])
def test_the_headline(page, sample, language):
    corpus = sample["corpus"]
    kinds, classes, tokens = corpus["stockByKind"], corpus["classes"], corpus["tokens"]
    formulas, names = kinds["formula"] + kinds["quotation"], kinds["term"] + kinds["title"]
    page.speaks(language)
    page.open(sample.page)
    for part in (grouped(formulas), grouped(tokens), grouped(corpus["documents"]), percent(formulas, tokens)):
        assert part in page.text("h1")
    lead = page.text(".lead")
    for part in (names, classes["borrowed"], classes["shared"], classes["repeated"], classes["original"], corpus["topFormulaTokens"]):
        assert f"{grouped(part)} " in lead
        assert percent(part, tokens) in lead


def test_nothing_promises_originality(page, sample):
    """What was not found is never called original, new or unique (D10)."""
    page.open(sample.page)
    said = page.text("main").lower()
    assert "not found elsewhere" in said
    assert not any(word in said for word in ("original", "unique", "plagiari"))


def test_limits_are_told(page, sample):
    page.open(sample.page)
    notes = "\n".join(page.texts(".notes li"))
    assert f"Only {sample['corpus']['sources']} sources" in notes
    assert f"{len(sample['corpus']['skipped'])} files were not read" in notes
    assert f"whole text of {sample['corpus']['documents']} documents" in notes


def test_how_it_was_made(page, sample):
    page.open(sample.page, v="method")
    said = page.text("main")
    assert sample["tool"]["version"] in said
    for file in sample["corpus"]["skipped"]:
        assert file["path"] in said and file["reason"] in said
    assert "taohua audit" in page.text("pre")


def test_without_scripts_it_says_what_it_needs(page, sample):
    page.browser.command("Emulation.setScriptExecutionDisabled", value=True)
    page.folders.add(sample.page.parent)
    page.driver.get(sample.page.as_uri())
    said = page.evaluate("return document.body.innerText")
    page.browser.command("Emulation.setScriptExecutionDisabled", value=False)
    assert "JavaScript" in said
