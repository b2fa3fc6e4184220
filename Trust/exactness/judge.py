"""Compares the JSON of an audit with what must be there."""

LENGTHS = (6, 8, 10, 13, 16, 20, 25, 30, 40, 50)


def faults(report, corpus):
    """What is wrong with `report`, made with --no-group of the documents of `corpus` (suffixes.Corpus or twin.Corpus)."""
    settings = report["settings"]
    minimum = settings["minimumDocuments"]
    found = []
    # D2: the exact stock tokens are those of the windows that count, each with the length of its own document.
    expected = None
    lengths = {document["shingleLength"] for document in report["documents"]}
    for length in lengths:
        starts = corpus.counting(length, minimum)
        own = [document["shingleLength"] == length for document in report["documents"]]
        starts = starts & corpus.of_documents(own)
        covered = corpus.covered(starts, length)
        expected = covered if expected is None else expected | covered
    exact, stock = corpus.marked(report)
    missing = int((expected & ~exact).sum())
    added = int((exact & ~expected).sum())
    if missing or added:
        found.append(f"D2: {missing} stock tokens are missing, {added} added")
    # D3: spans never overlap, and each stock span has one family that there is.
    families = {family["id"] for family in report["families"]}
    for document in report["documents"]:
        end = 0
        for span in document["spans"]:
            if span["start"] < end:
                found.append(f"D3: overlapping spans in {document['id']}")
            end = span["end"]
            if span["class"] == "stock" and span.get("family") not in families:
                found.append(f"D3: a stock span without a family in {document['id']}")
        classes = document["classes"]
        if sum(classes.values()) != document["tokens"]:
            found.append(f"D3: the classes of {document['id']} do not add up")
    if report["corpus"]["classes"]["stock"] != int(stock.sum()):
        found.append("D3: the stock tokens do not add up")
    # D8: the curve.
    known = {entry["length"]: entry["share"] for entry in report["corpus"]["lengthCurve"]}
    for length in LENGTHS:
        share = int(corpus.covered(corpus.counting(length, 2), length).sum()) / max(1, report["corpus"]["tokens"])
        if length in known and known[length] != share:
            found.append(f"D8: {known[length]} for {share} at {length}")
    return found + fragments(report, corpus, minimum)


def fragments(report, corpus, minimum):
    """D5: a canonical text inside of another's stands on its own, outside of it, in `minimum` documents; and its places
    are where it occurs.

    A family with places in fewer documents is of the last rule of D3: it owns tokens that count and that no phrase covers.
    """
    found = []
    texts = corpus.canonical(report)
    joined = {identity: " " + " ".join(map(str, tokens)) + " " for identity, tokens in texts.items()}
    whole = "|".join(joined.values())
    places = {}

    def where(identity):
        if identity not in places:
            places[identity] = corpus.occurrences(texts[identity])
        return places[identity]

    families = {family["id"]: family for family in report["families"]}
    for identity, text in joined.items():
        family = families[identity]
        own = set(where(identity))
        for place in corpus.exact_places(report, family):
            if place not in own:
                found.append(f"{identity} has a place where it does not stand")
        if family["documents"] < minimum:
            continue
        if whole.count(text) < 2:
            continue
        containing = [other for other, longer in joined.items() if other != identity and text in longer]
        length = len(texts[identity])
        for other in containing:
            inside = [range(place, place + len(texts[other]) - length + 1) for place in where(other)]
            inner = {position for places_ in inside for position in places_}
            own = {corpus.owners[place] for place in where(identity) if place not in inner}
            if len(own) < minimum:
                found.append(f"D5: {identity} is a fragment of {other}, alone in {len(own)}")
    return found
