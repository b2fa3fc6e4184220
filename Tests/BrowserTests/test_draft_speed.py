"""The page of a draft of 20,000 characters with 2,000 findings answers at once."""

import random

import pytest

import large
import reports
import timing
from timing import assert_quick

FINDINGS, PHRASES, DOCUMENTS = 2_000, 500, 6


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    """Every tenth of the draft's 20,000 characters begins a stock phrase, each the size of seven."""
    folder = tmp_path_factory.mktemp("crowded")
    source = random.Random(20261121)
    words = lambda length: "".join(source.choices(large.CHARACTERS, k=length))
    phrases = [words(7) for _ in range(PHRASES)]
    (folder / "corpus").mkdir()
    for number in range(DOCUMENTS):
        source.shuffle(phrases)
        text = "\n\n".join(f"{words(6)}，{phrase}，{words(6)}。" for phrase in phrases)
        (folder / f"corpus/{number}.txt").write_text(text + "\n", encoding="utf-8")
    places = [f"{source.choice(phrases)}，{words(2)}。" for _ in range(FINDINGS)]
    paragraphs = ["".join(places[at:at + 20]) for at in range(0, FINDINGS, 20)]
    draft = "\n\n".join(f"{'一二三四五六七八九十'[at // 10]}、{words(6)}\n\n{each}" if at % 10 == 0 else each
                        for at, each in enumerate(paragraphs))
    (folder / "draft.txt").write_text(draft + "\n", encoding="utf-8")
    return reports.check(folder, "draft.txt", "--against", "corpus", status=0)


def test_the_draft_is_crowded(crowded):
    assert len(crowded["findings"]) >= FINDINGS * 0.95
    assert crowded["documents"][0]["characters"] >= 20_000


@pytest.mark.parametrize("view", ["draft", "sections", "sentences"])
def test_it_opens_within_a_second(page, crowded, view):
    shown = timing.until_shown(page, crowded.page, v=view)
    print(f"{crowded.page.stat().st_size / 1e6:.1f} MB open at {view} in {shown:.0f} ms")
    assert shown < 1000


def test_every_step_is_quick(page, crowded):
    page.open(crowded.page)
    for _ in range(3):
        assert_quick(page, "next finding", lambda: page.press("j"))
    assert_quick(page, "accept", lambda: page.press("a"))
    assert_quick(page, "all findings", lambda: page.press("escape"))
    assert_quick(page, "a class off", lambda: page.click(".legend [data-class='stock']"))
    assert_quick(page, "all classes", lambda: page.press("c"))
    for part in ("next", "further"):
        assert_quick(page, f"the {part} findings of the list", lambda: page.click("#panel .more button"))
    assert_quick(page, "a finding far down", lambda: page.go(d="draft.txt", s=crowded["findings"][-1]["start"]),
                 undo=lambda: page.go(v="draft"))
    assert_quick(page, "sections", lambda: page.go(v="sections"), undo=lambda: page.go(v="draft"))
    assert_quick(page, "sentences", lambda: page.go(v="sentences"), undo=lambda: page.go(v="draft"))
    assert_quick(page, "sentences by share", lambda: page.click("#sentences th button", "Share"))


def test_going_back_to_the_text_takes_no_longer_than_opening_it(page, crowded):
    page.open(crowded.page, v="sentences")
    step = timing.measure(page, lambda: page.click("#sentences td.sentence a", index=5))
    print(f"a sentence in the text: {step}")
    assert page.count(".text .mark") >= FINDINGS
    assert step.blocked < 1000
