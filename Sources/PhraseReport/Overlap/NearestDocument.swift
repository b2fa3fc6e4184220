internal import ShingleEngine

/// Finds the document that most of another one stands in.
///
/// To count for each phrase all documents that have it would take the square of the number of documents, for some
/// phrases are in most. So those of the fewest documents are counted first, until a document that has none of them
/// cannot come up to the best one that is known (MaxScore: Turtle and Flood, 1995,
/// https://doi.org/10.1016/0306-4573(95)00020-H); the others are counted for the documents that were met and can still
/// be the best. Documents of one series mostly have their neighbours' phrases: they are guessed first.
struct NearestDocument: ~Copyable {
  private let counts: OverlapCounts
  /// For each document the tokens that were counted so far, and the documents that have some.
  private var tokens: [UInt32]
  private var met: [Int] = []
  /// The best document has so many at least.
  private var most = 0
  /// The last answer.
  private var last = 0

  /// About what it takes to look one document up among those of a family.
  private static let stepsOfSearch = 8

  init(_ counts: OverlapCounts) {
    self.counts = counts
    tokens = [UInt32](repeating: 0, count: counts.documents)
  }

  /// The document that `document` has most in common with, the first on a tie; nil where it has nothing in common
  /// with any.
  mutating func nearest(to document: Int) -> DocumentOverlap.Neighbour? {
    let links = counts.links(of: document)
    let total = links.families.reduce(0) { $0 + $1.tokens }
    var best = DocumentOverlap.Neighbour(document: counts.documents, tokens: 0)
    for guess in guesses(document, links) {
      best = better(best, .init(document: guess, tokens: count(links, in: guess)))
    }
    if links.copied.isEmpty, best.tokens == total {
      best = firstHolderOfAll(links, total, but: document) ?? best
    } else {
      best = search(links, total, from: best, but: document)
    }
    if best.tokens == 0 { return nil }
    last = best.document
    return best
  }

  /// The best document but `document`, where `known` is one.
  private mutating func search(
    _ links: OverlapCounts.Links, _ total: Int, from known: DocumentOverlap.Neighbour,
    but document: Int
  ) -> DocumentOverlap.Neighbour {
    defer { forget() }
    most = known.tokens
    for (other, tokens) in links.copied where other != document { add(tokens, to: other) }
    var left = total
    var next = 0
    while next < links.families.count, left >= most {
      let (family, tokens) = links.families[next]
      for holder in counts.holders(of: family) where holder != document {
        add(tokens, to: Int(holder))
      }
      left -= tokens
      next += 1
    }
    var candidates = met
    for (family, tokens) in links.families[next...] {
      candidates.removeAll { Int(self.tokens[$0]) + left < most }
      addAmongMet(family, tokens, candidates)
      left -= tokens
    }
    return candidates.reduce(known) {
      better($0, .init(document: $1, tokens: Int(tokens[$1])))
    }
  }

  /// Adds the tokens in phrases of `family` to the `candidates` that have it, in the quicker of two ways.
  private mutating func addAmongMet(_ family: Int, _ count: Int, _ candidates: [Int]) {
    let holders = counts.holders(of: family)
    if holders.count < Self.stepsOfSearch * candidates.count {
      for holder in holders where tokens[Int(holder)] > 0 { add(count, to: Int(holder)) }
    } else {
      for other in candidates where counts.isHolder(other, of: family) { add(count, to: other) }
    }
  }

  /// Documents that may have much in common with `document`.
  private func guesses(_ document: Int, _ links: OverlapCounts.Links) -> Set<Int> {
    var guesses: Set = [last, document - 1, document + 1]
    if let rarest = links.families.first {
      guesses.formUnion(counts.holders(of: rarest.family).prefix(2).map { Int($0) })
    }
    guesses.remove(document)
    return guesses.filter { $0 >= 0 && $0 < counts.documents }
  }

  private func count(_ links: OverlapCounts.Links, in other: Int) -> Int {
    links.families.reduce(links.copied.reduce(0) { $1.document == other ? $0 + $1.tokens : $0 }) {
      counts.isHolder(other, of: $1.family) ? $0 + $1.tokens : $0
    }
  }

  /// The first document but `document` that has all families, if there are any.
  private func firstHolderOfAll(
    _ links: OverlapCounts.Links, _ tokens: Int, but document: Int
  ) -> DocumentOverlap.Neighbour? {
    guard let rarest = links.families.first else { return nil }
    return counts.holders(of: rarest.family).first { holder in
      holder != document
        && links.families.allSatisfy { counts.isHolder(Int(holder), of: $0.family) }
    }.map { .init(document: Int($0), tokens: tokens) }
  }

  private func better(
    _ left: DocumentOverlap.Neighbour, _ right: DocumentOverlap.Neighbour
  ) -> DocumentOverlap.Neighbour {
    (right.tokens, left.document) > (left.tokens, right.document) ? right : left
  }

  private mutating func add(_ count: Int, to document: Int) {
    if tokens[document] == 0 { met.append(document) }
    tokens[document] += UInt32(count)
    most = max(most, Int(tokens[document]))
  }

  private mutating func forget() {
    for document in met { tokens[document] = 0 }
    met.removeAll(keepingCapacity: true)
    most = 0
  }
}
