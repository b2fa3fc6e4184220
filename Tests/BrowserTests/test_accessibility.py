"""No view breaks a rule of accessibility that matters: the rules of axe-core."""

import pytest

import page as pages
from views import one_of_each

AXE = pages.ROOT / ".build/browser-tools/axe/axe_playwright_python/axe.min.js"
BREACHES = """
const [rules, done] = arguments;
axe.run(document, { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) }).then(({ violations }) => done(violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .flatMap(({ id, impact, nodes }) => nodes.slice(0, 3).map((node) =>
    `${impact} ${id}: ${node.html.slice(0, 200)} ${node.any.map(({ message }) => message).join('; ')}`))));
"""


@pytest.fixture(autouse=True)
def axe(page):
    """The page's policy would refuse a foreign script; what the other tests check is the page with its policy."""
    page.browser.command("Page.setBypassCSP", enabled=True)
    yield
    page.browser.command("Page.setBypassCSP", enabled=False)


def breaches(page, where, rules=None):
    if not page.evaluate("return window.axe !== undefined"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return [f"{where or 'front'}: {breach}" for breach in page.driver.execute_async_script(BREACHES, rules)]


@pytest.mark.parametrize("theme, size", [("light", pages.DESKTOP), ("dark", pages.DESKTOP), ("light", pages.PHONE)],
                         ids=["light", "dark", "phone"])
@pytest.mark.parametrize("report", ["sample", "draft"])
def test_every_sort_of_view(page, request, report, theme, size):
    page.theme(theme)
    page.size(*size)
    page.open(request.getfixturevalue(report).page)
    # The theme changes colours alone.
    rules = ["color-contrast", "link-in-text-block"] if theme == "dark" else None
    views = [breaches(page, address, rules) for address in one_of_each(page)]
    assert len(views) > 2
    assert sum(views, []) == []


@pytest.mark.parametrize("report", ["sample", "draft"])
def test_the_help(page, request, report):
    page.open(request.getfixturevalue(report).page)
    page.press("?")
    page.wait_for("dialog[open]")
    assert breaches(page, "help") == []
