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
  private let tokens: Slab<UInt32>
  private var met: [UInt32] = []
  /// The last answer.
  private var last = 0

  /// To look a document up among those of a family takes about as long as to count so many of them.
  private let stepsOfSearch: Int

  /// - Parameters:
  ///   - counts: of the documents.
  ///   - stepsOfSearch: another than the default only in tests.
  init(_ counts: OverlapCounts, stepsOfSearch: Int = 16) {
    self.stepsOfSearch = stepsOfSearch
    self.counts = counts
    tokens = Slab(zeroed: counts.documents)
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
    for (other, count) in links.copied where other != document { add(count, to: UInt32(other)) }
    var most = known.tokens
    var left = total
    var next = 0
    while next < links.families.count {
      let (family, count) = links.families[next]
      let holders = counts.holders(of: family)
      // To look at all that were met must cost little beside the rest.
      if stepsOfSearch * met.count < holders.count { most = max(most, mostOfMet()) }
      if left < most { break }
      for holder in holders where holder != document { add(count, to: holder) }
      left -= count
      next += 1
    }
    for (family, count) in links.families[next...] {
      let holders = counts.holders(of: family)
      if stepsOfSearch * met.count < holders.count {
        most = max(most, mostOfMet())
        dropBelow(most - left)
        for other in met where counts.isHolder(Int(other), of: family) { add(count, to: other) }
      } else {
        for holder in holders where tokens[Int(holder)] > 0 { add(count, to: holder) }
      }
      left -= count
    }
    return met.reduce(known) {
      better($0, .init(document: Int($1), tokens: Int(tokens[Int($1)])))
    }
  }

  private func mostOfMet() -> Int { Int(met.reduce(0) { max($0, tokens[Int($1)]) }) }

  /// Forgets the documents that were met with less.
  private mutating func dropBelow(_ least: Int) {
    let tokens = tokens
    met.removeAll { other in
      let isLess = Int(tokens[Int(other)]) < least
      if isLess { tokens[Int(other)] = 0 }
      return isLess
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

  @inline(__always)
  private mutating func add(_ count: Int, to document: UInt32) {
    let before = tokens[Int(document)]
    if before == 0 { met.append(document) }
    tokens[Int(document)] = before &+ UInt32(truncatingIfNeeded: count)
  }

  private mutating func forget() {
    for document in met { tokens[Int(document)] = 0 }
    met.removeAll(keepingCapacity: true)
  }
}
