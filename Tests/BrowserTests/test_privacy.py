"""Pages that may leave the house hold no names, or no text; every view of them works."""

import pytest

import reports
from views import one_of_each


@pytest.fixture(scope="module", params=["--anonymise", "--no-text"])
def private(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param.strip("-"))
    return request.param, reports.audit(folder, "corpus", request.param)


def test_every_sort_of_view(page, private):
    page.open(private[1].page)
    shown = [page.text("h1") for _ in one_of_each(page)]
    assert len(shown) > 5 and all(shown)
    assert not any("cannot be shown" in each for each in shown)


def test_what_was_taken_out_is_nowhere(page, private, sample):
    option, report = private
    html = report.page.read_text(encoding="utf-8")
    for document in sample["documents"]:
        if option == "--anonymise":
            assert document["path"] not in html and document["id"] not in html
        else:
            text = open(document["path"], encoding="utf-8").read()
            own = max((line for line in text.splitlines() if "。" in line or "." in line), key=len)
            assert own[:30] not in html


def test_the_first_screen_says_so(page, private):
    page.open(private[1].page)
    assert "whole text" not in page.text("main") or private[0] == "--anonymise"
