"""What an audit must say, by way of a suffix array: an implementation that has nothing in common with ours but the tokens
that `taohua tokens` prints."""

import bisect

import numpy
import pydivsufsort


class Corpus:
    """The tokens of all documents as one sequence of numbers, with a number of its own behind each block."""

    def __init__(self, documents):
        """`documents` are those of `taohua tokens --format json`."""
        numbers = {}
        values, owners, ends, slots, places = [], [], [], [], []
        separators = []
        self.documents = documents
        for index, document in enumerate(documents):
            block = None
            for token in document["tokens"] + [None]:
                if token is None or block not in (None, token["block"]):
                    separators.append(len(values))
                    values.append(0)
                    owners.append(index)
                    slots.append(False)
                    places.append((index, -1, -1))
                if token is None:
                    break
                block = token["block"]
                values.append(numbers.setdefault(token["text"], len(numbers) + 1))
                owners.append(index)
                slots.append(token["text"] == "{slot}")
                places.append((index, token["start"], token["end"]))
        for count, position in enumerate(separators):
            values[position] = len(numbers) + 1 + count
        self.values = numpy.array(values, dtype=numpy.int64)
        self.owners = numpy.array(owners)
        self.places = places
        self.numbers = numbers
        self.slots = numpy.concatenate([[0], numpy.cumsum(slots)])
        # The first position behind the block of each.
        bounds = numpy.array(separators)
        self.ends = bounds[numpy.searchsorted(bounds, numpy.arange(len(values)))]
        self.suffixes = pydivsufsort.divsufsort(self.values)
        self.common = pydivsufsort.kasai(self.values, self.suffixes)

    def sources(self, length):
        """For each position the number of documents that hold the window of `length` tokens there; 0 where none is."""
        # Suffixes that share `length` tokens stand side by side.
        starts = numpy.concatenate([[True], self.common[:-1] < length])
        groups = numpy.cumsum(starts) - 1
        owners = self.owners[self.suffixes]
        pairs = numpy.unique(groups.astype(numpy.int64) * len(self.documents) + owners)
        counts = numpy.bincount(pairs // len(self.documents), minlength=groups[-1] + 1)
        result = numpy.zeros(len(self.values), dtype=numpy.int64)
        result[self.suffixes] = counts[groups]
        fits = numpy.arange(len(self.values)) + length <= self.ends
        return numpy.where(fits, result, 0)

    def counting(self, length, minimum):
        """Where windows begin that count by D2."""
        sources = self.sources(length)
        positions = numpy.arange(len(self.values))
        ends = numpy.minimum(positions + length, len(self.values))
        enough = 2 * (self.slots[ends] - self.slots[positions]) <= length
        return (sources >= minimum) & enough

    def covered(self, starts, length):
        """Whether each token lies in a window of `length` that begins at one of `starts`."""
        change = numpy.zeros(len(self.values) + length + 1, dtype=numpy.int64)
        change[:len(starts)] += starts
        change[length:length + len(starts)] -= starts
        return numpy.cumsum(change)[:len(self.values)] > 0

    def of_documents(self, chosen):
        """Whether each token is of a document that is `chosen`."""
        return numpy.array(chosen)[self.owners]

    def marked(self, report):
        """Whether each token is stock by `report` as it stands, and whether it is stock at all."""
        exact = numpy.zeros(len(self.values), dtype=bool)
        stock = numpy.zeros(len(self.values), dtype=bool)
        spans = [[span for span in document["spans"] if span["class"] == "stock"] for document in report["documents"]]
        nexts = [0] * len(spans)
        for position, (document, start, end) in enumerate(self.places):
            if start < 0:
                continue
            own = spans[document]
            while nexts[document] < len(own) and own[nexts[document]]["end"] <= start:
                nexts[document] += 1
            if nexts[document] < len(own) and own[nexts[document]]["start"] <= start:
                stock[position] = True
                exact[position] = own[nexts[document]]["similarity"] == 1
        return exact, stock

    def exact_places(self, report, family):
        """The positions of the places where the canonical text of `family` is said to stand."""
        if not hasattr(self, "starts"):
            self.starts = [(place[0], place[1]) for place in self.places if place[1] >= 0]
            self.positions = [position for position, place in enumerate(self.places) if place[1] >= 0]
        documents = {document["id"]: number for number, document in enumerate(report["documents"])}
        for place in family["places"]:
            if place["similarity"] == 1 and place["variant"] == 0:
                # It may begin with a mark, which is no token.
                yield self.positions[bisect.bisect_left(self.starts, (documents[place["document"]], place["start"]))]

    def canonical(self, report):
        """The numbers of the tokens of each family's canonical text, where a place has them."""
        texts = {}
        for family in report["families"]:
            for position in self.exact_places(report, family):
                texts[family["id"]] = self.values[position:position + family["tokens"]].tolist()
                break
        return texts

    def occurrences(self, sequence):
        """The positions of a sequence of numbers, by bisection of the suffixes."""
        key = _Prefix(self, len(sequence))
        low = bisect.bisect_left(self.suffixes, list(sequence), key=key)
        high = bisect.bisect_right(self.suffixes, list(sequence), key=key)
        return sorted(self.suffixes[low:high].tolist())


class _Prefix:
    def __init__(self, corpus, length):
        self.corpus, self.length = corpus, length

    def __call__(self, position):
        return self.corpus.values[position:position + self.length].tolist()
