"""The documents say what report.json says."""

CLASSES = ("stock", "borrowed", "shared", "repeated", "allowed")
NAMES = ("term", "title")


def test_the_table_has_every_document(page, sample):
    page.open(sample.page, v="documents")
    assert page.values("tr[data-document]", "data-document") == [each["id"] for each in sample["documents"]]


def test_marks_are_the_spans(page, sample):
    document = max(sample["documents"], key=lambda each: len(each["spans"]))
    kinds = {family["id"]: family["kind"] for family in sample["families"]}
    page.open(sample.page, d=document["id"])
    for name in CLASSES:
        # Names are marked as names, not as stock.
        spans = [each for each in document["spans"]
                 if each["class"] == name and kinds.get(each.get("family")) not in NAMES]
        assert page.count(f".text .mark.c-{name}") == len(spans), name
