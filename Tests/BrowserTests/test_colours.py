"""The classes can be told apart and read: in both themes, in grey, and by readers who see few colours."""

import re

import pytest

STYLES = ["c-stock few", "c-stock many", "c-stock all", "c-stock many variant", "c-term", "c-borrowed", "c-shared",
          "c-repeated", "c-allowed"]
# What the style sheet makes of a mark; an outline is a line too.
MEASURE = """
const text = document.querySelector('.text');
const mark = document.createElement('span');
mark.className = `mark ${arguments[0]}`;
mark.textContent = '文';
text.append(mark);
const style = getComputedStyle(mark);
const found = {
  ink: style.color, fill: style.backgroundColor, page: getComputedStyle(document.body).backgroundColor,
  line: style.textDecorationLine === 'none' ? null : style.textDecorationColor,
  style: `${style.textDecorationLine} ${style.textDecorationStyle} ${style.textDecorationThickness}`,
  box: style.outlineStyle === 'none' ? null : style.outlineColor };
mark.remove();
return found;
"""


def channels(colour):
    numbers = [float(each) for each in re.findall(r"[\d.]+", colour)]
    return numbers[:3], (numbers[3] if len(numbers) > 3 else 1.0)


def over(colour, below):
    """What shows where `colour` lies over the opaque colour `below`."""
    (upper, alpha), (lower, _) = channels(colour), channels(below)
    return [a * alpha + b * (1 - alpha) for a, b in zip(upper, lower)]


def luminance(rgb):
    """Relative luminance, as WCAG 2.2 defines it."""
    linear = [c / 3294.6 if c <= 10.31 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def text_page(page, sample, theme):
    page.theme(theme)
    page.open(sample.page, d=sample["documents"][0]["id"])
    return lambda style: page.evaluate(MEASURE, style)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_has_a_contrast_of_seven(page, sample, theme):
    measure = text_page(page, sample, theme)
    found = {}
    for style in STYLES:
        colours = measure(style)
        fill = over(colours["fill"], colours["page"])
        found[style] = round(contrast(over(colours["ink"], colours["page"]), fill), 2)
    print(theme, found)
    assert {style: value for style, value in found.items() if value < 7} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_lines_have_a_contrast_of_three(page, sample, theme):
    measure = text_page(page, sample, theme)
    found = {}
    for style in [*STYLES, "left-over", "misquoted"]:
        colours = measure(style)
        line = colours["line"] or colours["box"]
        if line:
            found[style] = round(contrast(over(line, colours["page"]), over(colours["fill"], colours["page"])), 2)
    print(theme, found)
    assert len(found) >= 9
    assert {style: value for style, value in found.items() if value < 3} == {}


def test_each_class_has_a_line_of_its_own(page, sample):
    """So that print, grey scale and colour-blind readers keep the classes apart."""
    measure = text_page(page, sample, "light")
    lines = {}
    for style in [*(each for each in STYLES if not each.endswith(("few", "all"))), "left-over"]:
        colours = measure(style)
        filled = channels(colours["fill"])[1] > 0
        lines.setdefault((colours["style"], filled, colours["box"] is not None), []).append(style)
    assert [same for same in lines.values() if len(same) > 1] == []


@pytest.mark.parametrize("deficiency", ["deuteranopia", "protanopia", "achromatopsia"])
def test_pictures_for_colour_blind_readers(page, sample, deficiency):
    document = max(sample["documents"], key=lambda each: len(each["spans"]))
    page.vision(deficiency)
    page.open(sample.page, d=document["id"])
    print(page.screenshot(f"document-{deficiency}"))
