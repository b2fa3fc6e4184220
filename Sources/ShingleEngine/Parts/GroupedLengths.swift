/// The lengths for which the windows of a corpus are grouped: one or two, as its documents ask.
///
/// Of two lengths the shorter is grouped whole, from which the longer follows, unless few tokens have it.
package struct GroupedLengths: Hashable, Sendable {
  /// The length for which all windows are grouped.
  package let main: Int
  /// The length for which those windows are grouped that stand in documents with that shingle length.
  package let others: Int?

  /// - Parameters:
  ///   - lengths: each document's shingle length.
  ///   - tokens: the tokens of each document.
  package init(_ lengths: [Int], tokens: (Int) -> Int) {
    let distinct = Set(lengths).sorted()
    let short = distinct.first ?? 1
    guard let long = distinct.dropFirst().first else {
      main = short
      others = nil
      return
    }
    var all = 0
    var ofShort = 0
    for document in lengths.indices {
      all += tokens(document)
      if lengths[document] == short { ofShort += tokens(document) }
    }
    let isRare = 4 * ofShort < all
    main = isRare ? long : short
    others = isRare ? short : long
  }
}
