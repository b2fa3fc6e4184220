"""Pictures of the pages, to be looked at: in .build/screenshots.

What a program can see of them is checked: nothing is wider than the window, and the paper has pages.
"""

import re

import pytest

import page as pages
import reports

SHARED = pages.ROOT.parent / "shared/corpora"
WIDE = """
const limit = document.documentElement.clientWidth;
// What scrolls by itself may be wider inside.
const scrolls = (each) => each && (['auto', 'scroll', 'hidden'].includes(getComputedStyle(each).overflowX) || scrolls(each.parentElement));
return [...document.querySelectorAll('body *')].filter((each) => {
  const box = each.getBoundingClientRect();
  return box.width && box.right > limit + 1 && each.checkVisibility() && !scrolls(each.parentElement);
}).map((each) => `${each.tagName}.${each.className.baseVal ?? each.className}: ${each.textContent.slice(0, 40)}`).slice(0, 5);
"""


@pytest.fixture(scope="module")
def corpora(tmp_path_factory, sample):
    """The reports to look at, by name, with a document and a phrase worth a look."""
    found = {"sample": sample}
    for name in ("seeds", "zh-reports"):
        if (SHARED / name).exists():
            found[name] = reports.audit(tmp_path_factory.mktemp(name), SHARED / name)
    return found


def views(report):
    document = max(report["documents"], key=lambda each: each["classes"]["stock"] + 3 * each["classes"]["borrowed"])
    phrase = max(report["families"], key=lambda each: len(each["variants"]) if "{slot}" in each["template"] else 0)
    span = next(each for each in document["spans"] if each["class"] == "stock")
    pair = report["pairs"][0] if report["pairs"] else None
    yield "overview", {}
    yield "phrases", {"v": "phrases"}
    yield "phrase-panel", {"v": "phrases", "p": phrase["id"]}
    yield "phrase", {"v": "phrase", "p": phrase["id"]}
    yield "documents", {"v": "documents"}
    yield "document", {"d": document["id"]}
    yield "document-panel", {"d": document["id"], "s": span["start"]}
    yield "sentences", {"d": document["id"], "t": "sentences"}
    yield "sections", {"d": document["id"], "t": "sections"}
    yield "overlap", {"v": "overlap"}
    if pair:
        yield "pair", {"l": pair["left"], "r": pair["right"]}
    yield "method", {"v": "method"}


SETTINGS = {
    "light": {}, "dark": {"theme": "dark"}, "phone": {"size": pages.PHONE},
    "zh": {"language": "zh-CN"}, "narrow": {"size": (360, 740), "language": "zh-CN"}, "wall": {"size": (2560, 1440)},
}


def prepare(page, theme="light", size=pages.DESKTOP, language="en-US"):
    page.theme(theme)
    page.size(*size)
    page.speaks(language)


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("name", ["sample", "seeds", "zh-reports"])
def test_pictures_of_an_audit(page, corpora, name, setting):
    if name not in corpora:
        pytest.skip(f"{name} is not on this machine")
    prepare(page, **SETTINGS[setting])
    page.open(corpora[name].page)
    wide = {}
    for view, state in views(corpora[name]):
        page.go(**state)
        page.settle()
        page.screenshot(f"{name}/{setting}/{view}")
        wide[view] = page.evaluate(WIDE)
    assert {view: found for view, found in wide.items() if found} == {}


@pytest.mark.parametrize("setting", SETTINGS)
def test_pictures_of_a_check(page, draft, setting):
    prepare(page, **SETTINGS[setting])
    page.open(draft.page)
    page.screenshot(f"draft/{setting}/draft")
    wide = page.evaluate(WIDE)
    finding = next(each for each in draft["findings"] if each["code"] == "TH003")
    page.go(d="draft.txt", s=finding["start"])
    page.screenshot(f"draft/{setting}/copied")
    assert wide + page.evaluate(WIDE) == []


def on_paper(page, name):
    data = page.print(name).read_bytes()
    return len(re.findall(rb"/Type\s*/Page\b", data))


def test_on_paper(page, corpora, draft):
    for name, report in corpora.items():
        page.open(report.page)
        for view, state in views(report):
            if view in ("overview", "phrases", "phrase", "document", "overlap"):
                page.go(**state)
                assert on_paper(page, f"{name}/paper/{view}") >= 1
    page.open(draft.page)
    assert on_paper(page, "draft/paper/draft") >= 1
