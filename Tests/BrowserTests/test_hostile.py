"""Texts, titles and names that want to run are shown as text, in every view."""

import pytest

import hostile
import reports
from views import every_view

# What the page itself never makes; its own script and style stand outside of these places.
FOREIGN = """
const places = [...document.querySelectorAll('main, aside, nav, dialog')];
const elements = [...places, ...places.flatMap((each) => [...each.querySelectorAll('*')])];
const names = ['IMG', 'SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'LINK', 'META', 'STYLE', 'BODY', 'FORM', 'BASE', 'TEMPLATE'];
return elements.flatMap((each) => [
  ...(names.includes(each.tagName.toUpperCase()) ? [each.outerHTML] : []),
  ...[...each.attributes].filter(({ name }) => name.startsWith('on') || name === 'srcdoc').map(({ name }) => `${each.tagName} ${name}`),
  ...(['href', 'src', 'xlink:href', 'action'].map((name) => each.getAttribute(name)).filter((value) => value && !/^(#|blob:)/.test(value)))]);
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def draft_name(folder):
    return hostile.write(folder).name


@pytest.fixture(scope="module")
def audit(folder, draft_name):
    """One file of it is no UTF-8: the rest is reported all the same, with status 2."""
    return reports.audit(folder / "out", "corpus", within=folder, status=2)


def assert_nothing_foreign(page, where):
    foreign = page.evaluate(FOREIGN)
    assert not foreign, f"{where}: {foreign[:3]}"
    faults = page.faults()
    assert not faults, f"{where}: {faults[:3]}"


def test_every_view_of_an_audit(page, audit):
    page.open(audit.page)
    visited = 0
    for address in every_view(page):
        assert_nothing_foreign(page, address)
        visited += 1
    assert visited > len(audit["documents"]) + len(audit["families"])


def test_some_of_each_sort_in_chinese(page, audit):
    page.speaks("zh-CN")
    page.open(audit.page)
    for address in every_view(page, most=3):
        assert_nothing_foreign(page, address)


def test_the_report_knows_the_attacks(audit):
    """Otherwise the test above would prove nothing."""
    canonical = "\n".join(family["canonical"] for family in audit["families"])
    assert all(attack[:20].strip("<>-]&{}") in canonical for attack in hostile.ATTACKS[:10])
    assert audit["corpus"]["duplicates"] and audit["pairs"]
    assert any(len(family["variants"]) > 1 for family in audit["families"])


def test_texts_are_shown_as_text(page, audit):
    document = audit["documents"][0]
    page.open(audit.page, d=document["id"])
    shown = "\n".join(page.texts(".text"))
    for attack in hostile.ATTACKS:
        if "\u2028" not in attack:
            assert attack in shown


def test_names_and_titles_are_shown_as_text(page, audit):
    page.open(audit.page, v="documents")
    shown = "\n".join(page.texts("main"))
    for document in audit["documents"]:
        assert document["title"] is None or document["title"] in shown
        assert document["id"].split("/")[-1][:9] in shown


def test_the_page_of_a_check(page, folder, draft_name):
    draft = reports.check(folder, draft_name, "--against", "corpus", status=2)
    page.open(draft.page)
    for address in every_view(page, most=25):
        assert_nothing_foreign(page, address)
    assert "<b onclick=alert(1)>" in "\n".join(page.texts(".text"))


def test_what_is_foreign_is_seen(page, sample):
    page.open(sample.page)
    page.evaluate("const b = document.createElement('b'); b.setAttribute('onclick', '1'); document.querySelector('main').append(b, document.createElement('img'))")
    assert page.evaluate(FOREIGN) == ["B onclick", "<img>"]
    assert "Content Security Policy" in "".join(page.faults())
