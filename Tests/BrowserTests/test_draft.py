"""The page of a check: it says what its JSON says, and answers to everything a reader can do with it."""

import collections
import re
import tomllib

import pytest

import page as pages
import reports

VIEWS = ("draft", "sections", "sentences", "method")
CLASSES = ("stock", "borrowed", "shared", "repeated", "allowed")
PERCENT = re.compile(r"([<>]?[\d.]+)\s%")


@pytest.fixture(scope="session")
def known(tmp_path_factory):
    """A draft with a baseline: what it holds from before is known, one paragraph is new."""
    folder = tmp_path_factory.mktemp("known")
    source = (reports.SAMPLE / "yunchuan-council/2023.txt").read_text(encoding="utf-8")
    paragraphs = [each for each in source.split("\n") if len(each) > 60]
    against = ("--against", reports.SAMPLE, "--no-group")
    (folder / "draft.txt").write_text("\n\n".join(paragraphs[:4]) + "\n", encoding="utf-8")
    reports.taohua("baseline", "write", "draft.txt", *against, within=folder)
    (folder / "draft.txt").write_text("\n\n".join(paragraphs[:6]) + "\n", encoding="utf-8")
    return reports.check(folder, "draft.txt", *against)


@pytest.fixture(scope="session")
def whole(tmp_path_factory):
    """A whole report of the sample as a draft: it has sections, stock, shared and original text."""
    folder = tmp_path_factory.mktemp("whole")
    text = (reports.SAMPLE / "linshui-bureau/2024.txt").read_text(encoding="utf-8")
    (folder / "draft.txt").write_text(text + "\n今年修路____公里。\n", encoding="utf-8")
    return reports.check(folder, "draft.txt", "--against", reports.SAMPLE, status=0)


def text_of(report):
    """The draft as its offsets count it."""
    return (report.page.parent / "draft.txt").read_bytes()


def quote(report, item):
    return " ".join(text_of(report)[item["start"]:item["end"]].decode().split())


def in_text_order(report):
    found = [each for each in report["findings"] if each["end"] > each["start"] and not each["suppressed"]]
    return sorted(found, key=lambda each: (each["start"], -each["end"]))


def squeezed(text):
    return re.sub(r"\s", "", text)


# What stands above the text

def test_the_three_numbers_have_their_denominators(page, whole):
    page.open(whole.page)
    document = whole["documents"][0]
    shares, tokens = document["shares"], document["tokens"]
    figures = page.texts("main .figures > [data-figure]")
    wanted = [(shares["raw"]["tokens"], tokens), (shares["net"]["tokens"], shares["net"]["of"]),
              (document["classes"]["original"], tokens)]
    for figure, (part, of) in zip(figures, wanted, strict=True):
        assert f"{part:,} of {of:,} tokens" in figure
        assert PERCENT.search(figure)


def test_a_gate_that_fails_says_why(page, draft):
    page.open(draft.page)
    assert page.text(".gate.failed") == "Failed: " + "; ".join(draft["gate"]["reasons"])


def test_a_gate_that_passes_says_so(page, whole):
    page.open(whole.page)
    assert page.text(".gate") == "Passed." and not page.count(".gate.failed")


def test_what_must_be_mended_comes_first(page, draft):
    page.open(draft.page)
    wanted = [each for each in draft["findings"] if each["code"] in ("TH006", "TH007")]
    assert page.count(".mend li a") == len(wanted) > 0
    assert page.evaluate("return document.querySelector('.mend').compareDocumentPosition(document.querySelector('.text'))") & 4
    page.click(".mend li a")
    assert page.text("#panel h2").lower() == "left over"


@pytest.mark.parametrize("report", ["draft", "whole"])
def test_no_headline_promises_originality(page, request, report):
    page.open(request.getfixturevalue(report).page)
    for view in VIEWS:
        page.go(v=view)
        assert not re.search(r"\boriginal", page.text("main"), re.IGNORECASE)


# The text and its classes

def test_what_is_left_over_is_marked(page, draft):
    page.open(draft.page)
    assert page.count(".text .mark.left-over") == len(draft["documents"][0]["residue"])


def test_markup_is_shown_as_text(page, draft):
    page.open(draft.page)
    assert "<b>路好走了</b>" in page.text(".text")
    assert page.count(".text b") == 0


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_that_is_switched_off_leaves_text_map_and_shares(page, whole, name):
    page.open(whole.page)
    classes = whole["documents"][0]["classes"]
    kinds = whole["documents"][0]["stockByKind"]
    names = kinds["term"] + kinds["title"]
    before = page.texts("[data-figure='shareRaw'] dd")[0]
    page.click(f".legend [data-class='{name}']")
    assert page.values(f".legend [data-class='{name}']", "aria-pressed") == ["false"]
    # The marks stay where they are, without fill and line.
    assert page.evaluate("""
        return [...document.querySelectorAll(`.text .c-${arguments[0]}`)].every((each) => {
          const style = getComputedStyle(each);
          return style.backgroundColor === 'rgba(0, 0, 0, 0)' && style.textDecorationLine === 'none';
        });""", name)
    assert not page.shows(f".minimap .c-{name}")
    tokens = {"repeated": 0, "stock": classes["stock"] - names}.get(name, classes[name])
    part = int(page.texts("[data-figure='shareRaw'] dd")[0].split()[0].replace(",", ""))
    assert part == int(before.split()[0].replace(",", "")) - tokens
    page.click(f".legend [data-class='{name}']")
    assert page.texts("[data-figure='shareRaw'] dd")[0] == before


def test_the_net_share_follows_too(page, whole):
    page.open(whole.page)
    for name in ("stock", "term", "borrowed", "shared"):
        page.click(f".legend [data-class='{name}']")
    assert page.texts("[data-figure='shareNet'] dd")[0].startswith("0 of")
    assert "net 0.0" in page.text(".share-line")


def test_a_click_on_the_map_goes_there(page, whole):
    page.open(whole.page)
    before = page.evaluate("return scrollY")
    page.evaluate("""
        const map = document.querySelector('.minimap');
        const box = map.getBoundingClientRect();
        map.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: box.left + 5, clientY: box.bottom - 5 }));""")
    page.settle()
    assert page.evaluate("return scrollY") > before


# Findings

def test_the_findings_that_matter_most_come_first(page, draft):
    page.open(draft.page)
    assert page.count("#panel .findings li") == min(10, len(draft["findings"]))
    order = {"error": 0, "warning": 1, "note": 2}
    grades = [order[each] for each in page.texts("#panel .findings .severity")]
    assert grades == sorted(grades)


def test_the_others_are_shown_on_demand(page, whole):
    page.open(whole.page)
    listed = [each for each in whole["findings"] if not each["suppressed"]]
    assert len(listed) > 10
    page.click("#panel .more button")
    assert page.count("#panel .findings li") == len(listed)
    codes = collections.Counter(each["code"] for each in listed)
    named = {"TH001": "stock phrase", "TH006": "left over"}
    for code, name in named.items():
        assert len(page.elements("#panel .findings li .where", name)) == codes[code]


def test_a_finding_has_its_best_places_and_why_they_matched(page, draft):
    finding = next(each for each in draft["findings"] if each["code"] == "TH003")
    page.open(draft.page, d="draft.txt", s=finding["start"])
    assert page.count("#panel .places li") == min(3, len(finding["places"]))
    assert page.text("#panel .why") == "exact"
    best = page.texts("#panel .places .where span:first-child")[0]
    assert best in [each["document"] for each in finding["places"]]
    assert squeezed(quote(draft, finding)) in squeezed(page.texts("#panel .places .context")[0])


def test_what_differs_is_said_and_boxed(page, whole):
    page.open(whole.page)
    found = page.evaluate("""
        return DATA.findings.filter((each) => each.closest.some((place) => place[3].some((piece) => typeof piece !== 'string')))
          .map((each) => [each.start, each.index, each.closest.map((place) => place[3])]);""")
    assert found
    for start, index, places in found[:5]:
        page.go(d="draft.txt", s=start, f=index)
        for at, pieces in enumerate(places):
            differing = [piece for piece in pieces if not isinstance(piece, str)]
            boxes = page.evaluate("""
                return [...document.querySelectorAll('#panel .places li')[arguments[0]].querySelectorAll('.diff')].map((each) => each.textContent);""", at)
            assert [squeezed(each) for each in boxes] == [squeezed(piece[0]) for piece in differing]
            why = page.texts("#panel .why")[at]
            assert (why == "exact") == (not differing)
            edits = sum(1 for piece in differing if piece[2] == 5)
            assert not edits or f"{edits} edit" in why


def test_shared_text_has_its_sources(page, whole):
    span = next(each for each in whole["documents"][0]["spans"] if each["class"] == "shared")
    page.open(whole.page, d="draft.txt", s=span["start"])
    assert page.text("#panel h2").lower() == "shared"
    assert page.count("#panel .places li") >= 1


def test_j_and_k_go_through_the_findings(page, whole):
    page.open(whole.page)
    order = in_text_order(whole)
    for finding in order[:4]:
        page.press("j")
        assert page.state()["s"] == str(finding["start"])
        assert squeezed(page.text("#panel .big")) == squeezed(quote(whole, finding))
        assert page.count(".text .mark[aria-current]") >= 1
    page.press("k")
    assert page.state()["s"] == str(order[2]["start"])
    assert page.text("#panel .turns span") == f"3 of {len(order)}"


def test_the_arrows_of_the_panel_do_the_same(page, whole):
    page.open(whole.page)
    order = in_text_order(whole)
    page.press("j")
    assert page.values("#panel .turns button", "disabled")[0] is not None
    page.click("#panel .turns button", index=1)
    assert page.state()["s"] == str(order[1]["start"])


def test_escape_goes_back_to_all_findings(page, whole):
    page.open(whole.page)
    page.press("j", "escape")
    assert page.count(".text .mark[aria-current]") == 0
    assert page.text("#panel h2") == "Findings" and "s" not in page.state()


def test_a_click_or_enter_on_a_mark_chooses_it(page, whole):
    page.open(whole.page)
    page.click(".text .mark", index=1)
    assert page.count("#panel .back") == 1
    page.press("escape")
    page.evaluate("document.querySelector('.text .mark[tabindex=\"0\"]').focus()")
    page.press("enter")
    assert page.count("#panel .back") == 1
    assert page.count(".text .mark[tabindex='0']") == 1


def test_c_switches_all_classes(page, whole):
    page.open(whole.page)
    page.press("c")
    assert set(page.values(".legend button", "aria-pressed")) == {"false"}
    page.press("c")
    assert set(page.values(".legend button", "aria-pressed")) == {"true"}


def test_the_help_names_every_key(page, whole):
    page.open(whole.page)
    page.press("?")
    page.wait_for("dialog[open]")
    assert {"j", "k", "c", "a", "Esc", "?"} <= set(page.texts("dialog kbd"))
    page.press("escape")
    assert not page.count("dialog[open]")


# Accepted findings

def test_accepted_findings_make_an_allow_list(page, whole):
    page.open(whole.page)
    for index in (0, 1, 2):
        page.click("#panel .findings .accept", index=index)
    entries = tomllib.loads(page.evaluate("return document.querySelector('#allow textarea').value"))["allow"]
    assert len(entries) == 3
    families = {each["id"]: each for each in whole["families"]}
    known = {each["fingerprint"] for each in whole["findings"]} | set(families)
    phrases = {variant["text"] for each in whole["families"] for variant in each["variants"]}
    for entry in entries:
        assert entry["reason"] == ""
        assert entry.get("id") in known or entry.get("phrase") in phrases
    assert page.count("#panel .findings li.accepted") >= 3
    page.click("#panel .findings .accept", index=0)
    assert page.evaluate("return document.querySelector('#allow textarea').value").count("[[allow]]") == 2


def test_the_allow_list_is_what_the_program_takes(page, whole, tmp_path):
    page.open(whole.page)
    page.click("#panel .more button")
    for index in range(page.count("#panel .findings .accept")):
        page.evaluate("document.querySelectorAll('#panel .findings .accept')[arguments[0]].click()", index)
    text = page.evaluate("return document.querySelector('#allow textarea').value")
    (tmp_path / ".taohua").mkdir()
    (tmp_path / ".taohua/allow.toml").write_text(text.replace('reason = ""', 'reason = "meant"'), encoding="utf-8")
    (tmp_path / "draft.txt").write_bytes(text_of(whole))
    after = reports.check(tmp_path, "draft.txt", "--against", reports.SAMPLE, status=0)
    left = [each for each in after["findings"] if not each["suppressed"] and each["code"] != "TH900"]
    assert left == []


def test_it_can_be_copied_and_cleared(page, whole):
    page.open(whole.page)
    page.browser.command("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    page.press("j", "a")
    assert page.values("#panel > .accept", "aria-pressed") == ["true"]
    page.click("#allow .copy")
    page.wait_until(lambda: page.text("#allow [role='status']") == "Copied.", "it does not say that it was copied")
    page.click("#allow .actions button", text="Clear")
    assert page.count("#allow textarea") == 0
    assert page.values("#panel > .accept", "aria-pressed") == ["false"]


def test_accepted_findings_stay_from_view_to_view(page, whole):
    page.open(whole.page)
    page.press("j", "a")
    page.go(v="sentences")
    page.go(v="draft")
    assert page.count("#allow textarea") == 1


# What is new

def test_only_new_findings_on_demand(page, known):
    page.open(known.page)
    new = sum(each["new"] for each in known["findings"])
    assert 0 < new < len(known["findings"])
    # A baseline is there so that what is known need not be seen.
    assert page.values("#only-new", "aria-checked") == ["true"]
    assert page.count("#panel .findings li") == new == page.count("#panel .novelty.new")
    page.press("j")
    assert page.text("#panel .turns span") == f"1 of {new}"
    page.press("escape")
    page.click("#only-new")
    assert page.values("#only-new", "aria-checked") == ["false"]
    if page.count("#panel .more button"):
        page.click("#panel .more button")
    assert page.count("#panel .findings li") == len(known["findings"])
    assert page.count("#panel .novelty.new") == new
    assert page.count(".text .is-new") >= 1
    page.press("n")
    assert page.count("#panel .findings li") == new


def test_without_a_baseline_nothing_is_called_new(page, whole):
    page.open(whole.page)
    assert page.count("#only-new") == page.count(".novelty") == page.count(".is-new") == 0


# Sections, stretches, sentences

def test_sections_are_ranked_by_their_stock(page, whole):
    page.open(whole.page, v="sections")
    sections = [each for each in whole["documents"][0]["sections"] if each["tokens"]]
    ranked = sorted(sections, key=lambda each: (-each["classes"]["stock"] / each["tokens"], -each["tokens"], each["start"]))
    assert page.texts("#sections td.section") == [each["title"] for each in ranked]
    shares = page.texts("#sections td.num:nth-child(3) small")
    assert shares == [f"{each['classes']['stock']:,} of {each['tokens']:,}" for each in ranked]
    page.click("#sections th button", "Section")
    assert page.texts("#sections td.section") == [each["title"] for each in sections]
    page.click("#sections td.section a")
    assert page.state()["l"] == str(sections[0]["start"])
    assert sections[0]["title"] in page.text(".text p.chosen")


def test_the_longest_stretches_are_gone_to(page, whole):
    page.open(whole.page, v="sections")
    text = text_of(whole)
    document = whole["documents"][0]
    tokens = [int(each.split()[0].replace(",", "")) for each in page.texts("#stretches .num")]
    assert tokens == sorted(tokens, reverse=True) and tokens[0] > 0
    page.click("#stretches a")
    start, end = int(page.state()["l"]), int(page.state()["r"])
    assert not any(span["start"] < end and start < span["end"] for span in document["spans"])
    chosen = page.evaluate("return [...CSS.highlights.get('chosen')].map(String).join('')")
    assert squeezed(chosen) == squeezed(text[start:end].decode())


def test_sentences_are_sorted_by_verdict_and_share(page, whole):
    page.open(whole.page, v="sentences")
    sentences = whole["documents"][0]["sentences"]
    order = ["copied", "formula", "shared", "mixed", "mandated", "original"]
    words = {"original": "not found"}
    ranked = sorted(sentences, key=lambda each: (order.index(each["verdict"]), -each["share"]))
    assert page.texts("#sentences td.verdict .key") == [words.get(each["verdict"], each["verdict"]) for each in ranked]
    shares = [float(PERCENT.search(each).group(1).strip("<>")) for each in page.texts("#sentences td.num")]
    assert all(abs(shown - 100 * each["share"]) < 0.11 for shown, each in zip(shares, ranked))


def test_headings_are_rows_of_their_own(page, whole):
    page.open(whole.page, v="sentences")
    titles = {squeezed(each["title"]) for each in whole["documents"][0]["sections"]}
    rows = page.evaluate("""
        return [...document.querySelectorAll('#sentences td.sentence')].filter((each) => each.querySelector('small'))
          .map((each) => each.querySelector('a').textContent);""")
    found = [title for title in titles if any(squeezed(row) in title for row in rows)]
    assert len(found) == len(titles) > 0


def test_sentences_of_one_verdict(page, whole):
    page.open(whole.page, v="sentences")
    counts = collections.Counter(each["verdict"] for each in whole["documents"][0]["sentences"])
    for verdict, count in counts.items():
        page.click(f"#sentences [data-verdict='{verdict}']")
        assert page.count("#sentences tbody tr") == count
        assert page.state()["q"] == verdict
    page.click("#sentences [data-verdict='']")
    assert page.count("#sentences tbody tr") == sum(counts.values())


def test_a_sentence_is_gone_to(page, whole):
    page.open(whole.page, v="sentences")
    page.click("#sentences td.sentence a", index=2)
    start, end = int(page.state()["l"]), int(page.state()["r"])
    chosen = page.evaluate("return [...CSS.highlights.get('chosen')].map(String).join('')")
    assert squeezed(chosen) == squeezed(text_of(whole)[start:end].decode())


# Languages, sizes, paper

def test_both_languages(page, whole):
    page.open(whole.page)
    page.click("#language")
    assert page.evaluate("return document.documentElement.lang") == "zh-Hans"
    assert page.text("#panel h2") == "发现"
    for view in VIEWS:
        page.go(v=view)
        left = re.findall(r"(?:Sections|Sentences|Findings|tokens)", page.text("main") + page.text("#rail"))
        assert left == []
    page.click("#language")
    assert page.evaluate("return document.documentElement.lang") == "en"


def test_the_reader_s_browser_chooses_the_language(page, whole):
    page.speaks("zh-CN")
    page.open(whole.page)
    assert page.evaluate("return document.documentElement.lang") == "zh-Hans"


@pytest.mark.parametrize("width", [360, 390, 768, 1440, 2560])
@pytest.mark.parametrize("report", ["draft", "whole"])
def test_nothing_is_wider_than_the_window(page, request, report, width):
    page.size(width, 844)
    page.open(request.getfixturevalue(report).page)
    for view in VIEWS:
        page.go(v=view)
        assert page.evaluate("return document.documentElement.scrollWidth") <= width


def test_on_a_phone_the_findings_are_a_sheet(page, whole):
    page.size(*pages.PHONE)
    page.open(whole.page)
    assert not page.shows("#panel")
    page.click(".rail .list")
    assert page.shows("#panel")
    page.press("escape")
    assert not page.shows("#panel")
    page.click(".text .mark")
    assert page.shows("#panel") and page.evaluate(
        "return document.querySelector('#panel').getBoundingClientRect().height <= innerHeight / 2")


def test_paper_has_the_legend_and_no_panel(page, whole):
    page.open(whole.page)
    page.media("print")
    assert page.shows(".legend") and page.shows(".text")
    assert not any(page.shows(each) for each in ("#panel", "#rail", ".minimap", ".turn"))
    assert page.print("draft").stat().st_size > 0


def test_without_earlier_reports_nothing_is_compared(page, tmp_path):
    (tmp_path / "draft.txt").write_text("今年修路____公里，建桥三座。\n\n大家都说好。\n", encoding="utf-8")
    report = reports.check(tmp_path, "draft.txt", status=0)
    page.open(report.page)
    assert page.count("main .figures") == 0 and page.count(".share-line") == 0
    assert page.texts("#rail a:not(.name)") == ["Draft", "Method"]
    assert page.count(".mend li a") == len(report["documents"][0]["residue"]) > 0
    assert "--against" in page.text("main .notes")


def test_several_drafts(page, tmp_path):
    for name in ("a.txt", "b.txt"):
        text = (reports.SAMPLE / "linshui-bureau/2024.txt").read_text(encoding="utf-8")
        (tmp_path / name).write_text(text, encoding="utf-8")
    reports.taohua("check", "a.txt", "b.txt", "--against", reports.SAMPLE, "--report", "html=draft.html", within=tmp_path)
    page.open(tmp_path / "draft.html")
    assert page.count("main tr.row") == 2
    page.click("main tr.row a", index=1)
    assert page.state()["d"] == "b.txt"
    page.press("[")
    assert page.state()["d"] == "a.txt"
    page.click("#rail a", "Sentences")
    assert page.state() == {"v": "sentences", "d": "a.txt"}
    page.click(".turn a")
    assert page.state() == {"v": "sentences", "d": "b.txt"}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [pages.DESKTOP, pages.PHONE], ids=["desktop", "phone"])
def test_pictures(page, whole, theme, size):
    page.theme(theme)
    page.size(*size)
    page.open(whole.page)
    name = f"draft-{theme}-{size[0]}"
    assert page.screenshot(name).stat().st_size > 10_000
    page.press("j", "j", "j")
    assert page.screenshot(f"{name}-finding").stat().st_size > 10_000
