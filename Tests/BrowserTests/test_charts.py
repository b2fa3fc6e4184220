"""Each chart has its numbers as a table, and they are those of report.json."""


def open_tables(page):
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")


def cells(page, index):
    return page.evaluate("""
        const table = document.querySelectorAll('figure')[arguments[0]].querySelector('table');
        return [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent));""", index)


def test_each_chart_has_its_table(page, sample):
    page.open(sample.page)
    page.wait_for("figure svg")
    figures = page.count("figure")
    assert figures >= 3
    for index in range(1, figures + 1):
        figure = f"figure:nth-of-type({index})"
        assert page.count(f"{figure} table") or page.count(f"{figure} .bars .value")
    assert all(page.values("figure svg", "aria-label"))


def test_the_length_curve(page, sample):
    page.open(sample.page)
    open_tables(page)
    curve = sample["corpus"]["lengthCurve"]
    assert [row[:2] for row in cells(page, 0)] == [[str(point["length"]), f"{point['tokens']:,}"] for point in curve]
    assert page.count("figure:first-of-type svg circle") == len(curve)
    k = sample["settings"]["shingleLength"]["unspaced"]
    assert f"threshold {k}" in page.texts("figure svg text.threshold")


def test_stock_by_document(page, sample):
    page.open(sample.page)
    values = page.texts(".bars .value")
    wanted = [f"{round(each['classes']['stock'] * 1000 / each['tokens']) / 10:.1f}\u202f% / {each['tokens']:,}" for each in sample["documents"]]
    assert values == wanted[:len(values)] and len(values) == min(24, len(wanted))


def test_the_distribution_of_sources(page, sample):
    page.open(sample.page)
    open_tables(page)
    rows = cells(page, 2)
    for title, count, *_ in rows:
        first, _, last = title.partition("–")
        wanted = [family for family in sample["families"] if int(first) <= family["documents"] <= int(last or first)]
        assert count == f"{len(wanted):,}"
    assert sum(int(row[1].replace(",", "")) for row in rows) == len(sample["families"])


def test_years_in_a_fixed_frame(page, framed):
    page.open(framed.page)
    open_tables(page)
    frame = framed["corpus"]["frame"]
    rows = cells(page, 3)
    assert [(row[0], row[2], row[3]) for row in rows] == [
        (str(year["year"]), f"{year['tokens']:,}", f"{year['counted']:,}") for year in frame["years"]]
    assert page.count("figure svg .column.partial") == sum(1 for year in frame["years"] if year["partial"])


def test_without_a_frame_there_are_no_trends(page, sample):
    page.open(sample.page)
    assert "by year" not in page.text("main").lower()
