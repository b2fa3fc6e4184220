"""What is chosen of the catalogue as files."""

import csv
import json
import tomllib

QUERY = "kind:formula df:>=5"


def chosen(sample):
    return [family for family in sample["families"] if family["kind"] == "formula" and family["documents"] >= 5]


def open_selection(page, sample):
    page.open(sample.page, v="phrases", q=QUERY)
    assert page.count("tr.row[data-id]") == len(chosen(sample))


def test_csv(page, sample):
    open_selection(page, sample)
    file = page.download("[data-export]", "CSV")
    rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["id"], int(row["documents"]), row["canonical"]) for row in rows] == [
        (family["id"], family["documents"], family["canonical"]) for family in chosen(sample)]


def test_json(page, sample):
    open_selection(page, sample)
    data = json.loads(page.download("[data-export]", "JSON").read_text(encoding="utf-8"))
    assert [family["id"] for family in data["families"]] == [family["id"] for family in chosen(sample)]
    assert data["query"] == QUERY and data["matching"] == len(chosen(sample))
    for found, family in zip(data["families"], chosen(sample)):
        assert found["variants"] == family["variants"]


def test_allow_list(page, sample, tmp_path):
    """The program takes it as it is."""
    open_selection(page, sample)
    file = page.download("[data-export]", "allow list")
    entries = tomllib.loads(file.read_text(encoding="utf-8"))["allow"]
    assert [(entry["id"], entry["phrase"]) for entry in entries] == [
        (family["id"], family["canonical"]) for family in chosen(sample)]
