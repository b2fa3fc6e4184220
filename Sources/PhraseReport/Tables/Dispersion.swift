/// How evenly something is spread over the documents of a corpus.
///
/// DP, the deviation of proportions (Gries, 2008, https://doi.org/10.1075/ijcl.13.4.02gri): half the sum over
/// all documents of how far its share of the occurrences is from its share of the tokens. 0 is as even as the
/// documents' sizes are, near 1 is all in a small part. DPnorm divides by the greatest value that there
/// can be, 1 less the share of the smallest document (Lijffijt and Gries, 2012,
/// https://doi.org/10.1075/ijcl.17.1.08lij), so that corpora can be compared.
struct Dispersion: Sendable {
  struct Value: Hashable, Sendable {
    /// Documents that have an occurrence.
    var range = 0
    /// Nil where there is no occurrence.
    var deviation: Double?
    /// Nil too where all tokens are in one document.
    var normed: Double?
  }

  private let sizes: [Int]
  private let total: Int
  private let smallest: Int

  /// - Parameter sizes: tokens of each document; those of none are no part of the corpus.
  init(sizes: [Int]) {
    self.sizes = sizes
    total = sizes.reduce(0, +)
    smallest = sizes.filter { $0 > 0 }.min() ?? 0
  }

  /// - Parameter places: in order of document, each in a document with tokens.
  func value(of places: [PlaceReport]) -> Value {
    var value = Value()
    guard let first = places.first else { return value }
    var sum = 0.0
    var covered = 0
    var document = first.document
    var count = 0
    func close() {
      let size = sizes[Int(document)]
      sum += abs(Double(count) / Double(places.count) - Double(size) / Double(total))
      covered += size
      value.range += 1
    }
    for place in places {
      if place.document != document {
        close()
        document = place.document
        count = 0
      }
      count += 1
    }
    close()
    // Of documents without an occurrence the whole share counts.
    let deviation = (sum + Double(total - covered) / Double(total)) / 2
    value.deviation = deviation
    if smallest < total { value.normed = deviation / (1 - Double(smallest) / Double(total)) }
    return value
  }
}
