internal import ShingleEngine

/// Where each token of a corpus stands in the bytes of its file, in some two bytes a token.
///
/// The length of each token and the gap before it are kept, and the start of every sixteenth token. A
/// start is counted from the one before; what does not fit into a byte stands apart.
package struct TokenPlaces: Sendable {
  private let columns: TokenPlaceColumns
  /// The ends of tokens whose lengths do not fit, addresses mostly.
  private var longEnds: [UInt32: UInt32] = [:]
  /// The starts of tokens before which the gap does not fit, or that are the first of their files.
  private var freeStarts: [UInt32: UInt32] = [:]

  init(_ columns: TokenPlaceColumns) { self.columns = columns }

  /// Byte offset of the first byte of the token at `position`. O(1).
  package func start(of position: Int) -> Int {
    // Mostly all from the anchor on fits: no token is looked at by itself.
    let anchor = position & ~(TokenPlaceColumns.reach - 1)
    if let distance = columns.distance(from: anchor, tokens: position - anchor) {
      return Int(columns.anchors[anchor / TokenPlaceColumns.reach]) + distance
    }
    return slowStart(of: position)
  }

  /// Asks for what tells where the token at `position` stands.
  func prefetch(_ position: Int) {
    columns.lengths.prefetch(position)
    columns.gaps.prefetch(position)
    columns.anchors.prefetch(position / TokenPlaceColumns.reach)
  }

  /// Counted token by token, from the last whose start is known.
  private func slowStart(of position: Int) -> Int {
    var position = position
    var distance = 0
    while true {
      let gap = columns.gaps[position]
      if gap == TokenPlaceColumns.apart { return Int(freeStarts[UInt32(position)]!) + distance }
      if position % TokenPlaceColumns.reach == 0 {
        return Int(columns.anchors[position / TokenPlaceColumns.reach]) + distance
      }
      let length = columns.lengths[position - 1]
      if length == TokenPlaceColumns.apart {
        return Int(longEnds[UInt32(position - 1)]!) + Int(gap) + distance
      }
      distance += Int(gap) + Int(length)
      position -= 1
    }
  }

  /// Byte offset after the last byte of the token at `position`. O(1).
  package func end(of position: Int) -> Int { bytes(of: position).upperBound }

  /// The bytes of the token at `position`. O(1).
  package func bytes(of position: Int) -> Range<Int> {
    let start = start(of: position)
    let length = columns.lengths[position]
    return length == TokenPlaceColumns.apart
      ? start..<Int(longEnds[UInt32(position)]!) : start..<start + Int(length)
  }

  /// Enters what did not fit into the columns.
  mutating func enter(_ exceptions: TokenPlaceColumns.Exceptions) {
    for (position, end) in exceptions.longEnds { longEnds[position] = end }
    for (position, start) in exceptions.freeStarts { freeStarts[position] = start }
  }

  /// Copies the places `range` of `other`, tokens of one file, to `position`.
  mutating func copy(_ range: Range<Int>, of other: TokenPlaces, to position: Int) {
    enter(
      columns.write(range.count, at: position) {
        other.bytes(of: range.lowerBound + $0)
      })
  }
}

/// The columns of token places, which several threads write.
struct TokenPlaceColumns: Sendable {
  /// The bytes of each token.
  fileprivate let lengths: Slab<UInt8>
  /// The bytes between each token and the one before.
  fileprivate let gaps: Slab<UInt8>
  /// The starts of tokens at multiples of `reach`.
  fileprivate let anchors: Slab<UInt32>

  /// Tokens from one anchor to the next.
  fileprivate static let reach = 16
  /// Stands for a length or gap that does not fit.
  fileprivate static let apart = UInt8.max

  /// What does not fit into the columns: position and byte offset.
  struct Exceptions: Sendable {
    fileprivate var longEnds: [(position: UInt32, end: UInt32)] = []
    fileprivate var freeStarts: [(position: UInt32, start: UInt32)] = []
  }

  /// The bytes from the start of the token at `anchor` to that of the one so many tokens later, fewer than `reach`; nil
  /// where a length or gap between them does not fit.
  @inline(__always)
  fileprivate func distance(from anchor: Int, tokens count: Int) -> Int? {
    guard anchor + Self.reach < gaps.count else { return nil }
    let lengths = lengths.few(from: anchor, count: count)
    let gaps = gaps.few(from: anchor + 1, count: count)
    if lengths.0.hasByte(Self.apart) || lengths.1.hasByte(Self.apart)
      || gaps.0.hasByte(Self.apart) || gaps.1.hasByte(Self.apart)
    {
      return nil
    }
    return lengths.0.byteSum + lengths.1.byteSum + gaps.0.byteSum + gaps.1.byteSum
  }

  /// The places of `capacity` tokens at most, not written yet. What is never touched takes no memory.
  init(capacity: Int) {
    lengths = Slab(uninitialized: capacity)
    gaps = Slab(uninitialized: capacity)
    anchors = Slab(uninitialized: capacity / Self.reach + 1)
  }

  /// Writes the places of tokens that follow each other in one file, from `position` on. Several threads
  /// may, each at positions of its own; what is returned must be entered by one.
  ///
  /// - Parameters:
  ///   - count: the tokens.
  ///   - position: of the first.
  ///   - bytes: where the token with an index stands; rising.
  func write(
    _ count: Int, at position: Int, _ bytes: (Int) -> Range<Int>
  ) -> Exceptions {
    var exceptions = Exceptions()
    var before: Int?
    for index in 0..<count {
      let place = bytes(index)
      let position = position + index
      let gap = before.map { place.lowerBound - $0 } ?? Int(Self.apart)
      if gap >= Int(Self.apart) {
        exceptions.freeStarts.append((UInt32(position), UInt32(place.lowerBound)))
      }
      if place.count >= Int(Self.apart) {
        exceptions.longEnds.append((UInt32(position), UInt32(place.upperBound)))
      }
      gaps[position] = UInt8(min(gap, Int(Self.apart)))
      lengths[position] = UInt8(min(place.count, Int(Self.apart)))
      if position % Self.reach == 0 { anchors[position / Self.reach] = UInt32(place.lowerBound) }
      before = place.upperBound
    }
    return exceptions
  }

  /// Gives back the memory of the tokens from `count` on.
  func truncate(to count: Int) {
    lengths.truncate(to: count)
    gaps.truncate(to: count)
    anchors.truncate(to: min(anchors.count, count / Self.reach + 1))
  }
}
