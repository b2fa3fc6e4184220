"""English and Chinese in every page: by the reader's browser, or by a switch."""

import re

import pytest

import reports
from views import one_of_each

HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("language, lang, word", [
    ("zh-CN", "zh-Hans", "概览"), ("zh-TW", "zh-Hans", "概览"), ("en-GB", "en", "Overview"), ("de-DE", "en", "Overview")])
def test_the_language_of_the_browser(page, sample, language, lang, word):
    page.speaks(language)
    page.open(sample.page)
    assert page.values("html", "lang") == [lang]
    assert word in page.text("#rail")


@pytest.mark.parametrize("language, lang", [("zh", "zh-Hans"), ("en", "en")])
def test_the_language_that_was_asked_for(page, tmp_path, language, lang):
    """Whatever the browser speaks."""
    report = reports.audit(tmp_path, "corpus", "--lang", language)
    for browser in ("en-US", "zh-CN"):
        page.speaks(browser)
        page.open(report.page)
        assert page.values("html", "lang") == [lang]


def test_the_switch(page, sample):
    page.open(sample.page, v="phrases", q="df:>=5")
    rows = page.values("tr.row[data-id]", "data-id")
    page.click("#rail button", "中文")
    assert page.values("html", "lang") == ["zh-Hans"] and HAN.search(page.text("h1"))
    assert page.values("tr.row[data-id]", "data-id") == rows
    page.click("#rail button", "English")
    assert page.values("html", "lang") == ["en"] and not HAN.search(page.text("h1"))


@pytest.mark.parametrize("report", ["sample", "draft"])
def test_chinese_pages_hold_no_english_words(page, request, report):
    """Beside what documents, files and commands say."""
    page.speaks("zh-CN")
    page.open(request.getfixturevalue(report).page)
    allowed = {"Taohua", "English", "Word", "JSON", "CSV", "Esc", "k", "d", "N"}
    for address in one_of_each(page):
        said = page.evaluate("""
            const chrome = document.querySelectorAll('#rail *, main :is(h2, h3, th, caption, figcaption, label, .note, .lead, .legend *, .figures dd, .facts dt, button), #panel :is(h3, dt, button, .note)');
            return [...chrome].filter((each) => each.children.length === 0 && !each.closest('.examples, .kwic, .han')).map((each) => each.textContent);""")
        words = {word for text in said for word in re.findall(r"[A-Za-z]{3,}", text)} - allowed
        assert not words, f"{address}: {words}"
