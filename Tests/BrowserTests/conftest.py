"""What every test gets: a page that must stay without faults, and the reports to open in it."""

import pytest

import browser
import page as pages
import reports


@pytest.fixture(scope="session")
def chromium():
    running = browser.Browser()
    yield running
    running.close()


@pytest.fixture
def page(chromium):
    """A page; the test fails if the console complains, a text runs, or anything is asked of a network."""
    page = pages.Page(chromium)
    page.reset()
    yield page
    faults = page.faults()
    assert not faults, "\n".join(faults)


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The audit of the sample corpus."""
    return reports.audit(tmp_path_factory.mktemp("sample"), "corpus")


@pytest.fixture(scope="session")
def framed(tmp_path_factory):
    """The same, with years against a fixed number of reports before them."""
    return reports.audit(tmp_path_factory.mktemp("framed"), "corpus", "--frame", 5)


@pytest.fixture(scope="session")
def draft(tmp_path_factory):
    """A check of a draft made of the sample: copied paragraphs, a blank, a mark that nothing closes."""
    folder = tmp_path_factory.mktemp("draft")
    source = (reports.SAMPLE / "yunchuan-council/2023.txt").read_text(encoding="utf-8")
    text = source[:900] + "\n\n今年新修道路____公里，大家说“<b>路好走了</b>。\n"
    (folder / "draft.txt").write_text(text, encoding="utf-8")
    return reports.check(folder, "draft.txt", "--against", reports.SAMPLE, "--no-group")
