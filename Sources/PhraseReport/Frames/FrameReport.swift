/// How much of each year's documents stands in the sources just before it, as many for every year.
package struct FrameReport: Hashable, Sendable {
  /// N: sources in a frame.
  package var documents: Int
  /// m: in how many of them a window must stand to count.
  package var minimumDocuments: Int
  /// Rising.
  package var years: [FrameYear]
  /// Documents without a year, which are neither counted nor in a frame.
  package var undated: Int

  package init(documents: Int, minimumDocuments: Int, years: [FrameYear], undated: Int) {
    self.documents = documents
    self.minimumDocuments = minimumDocuments
    self.years = years
    self.undated = undated
  }

  /// m for frames of `documents` where `minimum` sources make a phrase stock: as many, but half of the
  /// frame, rounded up, are enough, and two are needed where there are two.
  package static func minimumDocuments(frame documents: Int, stock minimum: Int) -> Int {
    documents == 1 ? 1 : max(2, min(minimum, (documents + 1) / 2))
  }
}

/// The documents of one year against their frame.
package struct FrameYear: Hashable, Sendable {
  package var year: Int
  package var documents: Int
  /// The tokens of these documents.
  package var tokens: Int
  /// Those of them in windows that stand in enough sources of the frame.
  package var counted: Int
  /// The sources in the frame.
  package var frame: Int
  /// Whether the frame has fewer sources than asked for: the year cannot be compared with others.
  package var isPartial: Bool

  package init(
    year: Int, documents: Int, tokens: Int, counted: Int, frame: Int, isPartial: Bool
  ) {
    self.year = year
    self.documents = documents
    self.tokens = tokens
    self.counted = counted
    self.frame = frame
    self.isPartial = isPartial
  }
}
