/// Where documents hold the windows of drafts, as far as a census wrote it down: those that few hold, at
/// all their places. Who looks for one of them later need not read the documents once more.
package struct WindowPlaces: Sendable {
  /// A window in a document.
  struct Place: Hashable, Sendable {
    /// The class of the window.
    var window: UInt32
    /// The document's number, and the window's first token in it.
    var document: UInt32
    var offset: UInt32
  }

  /// What one thread wrote down in its documents, in order of place.
  struct Record: Sendable {
    private(set) var places: [Place] = []
    /// How many places of each class there were, up to one beyond the limit.
    private let counts: Slab<UInt8>
    private let limit: UInt8

    /// Of a draft of a few pages; more grow as they come.
    private static let expected = 1 << 15

    init(classes: Int, limit: UInt8) {
      counts = Slab(zeroed: classes)
      self.limit = limit
      places.reserveCapacity(min(Self.expected, 4 * classes))
    }

    /// Takes the next place down, unless its window has too many.
    @inline(__always)
    mutating func add(_ window: UInt32, document: UInt32, offset: Int) {
      let count = counts[Int(window)]
      if count > limit { return }
      counts[Int(window)] = count &+ 1
      if count < limit {
        places.append(
          Place(window: window, document: document, offset: UInt32(truncatingIfNeeded: offset)))
      }
    }

    /// Whether all places of `window` were taken down.
    func isComplete(_ window: UInt32) -> Bool { counts[Int(window)] <= limit }
  }

  private let windows: DraftWindows
  private var records: [Record] = []

  init(_ windows: DraftWindows) { self.windows = windows }

  mutating func add(_ record: Record) { records.append(record) }

  /// All places of the windows that begin at `positions` of the drafts, of which no two are the same, with
  /// the index of each; nil if those of one were too many to be taken down. The places in one document follow
  /// each other, rising.
  func places(
    ofWindowsAt positions: [Int], workers: Workers
  ) -> [(index: Int, place: Place)]? {
    var wanted: [UInt32: Int] = [:]
    for (index, position) in positions.enumerated() {
      let window = windows.window(at: position)
      guard window != DraftWindows.none, records.allSatisfy({ $0.isComplete(window) }) else {
        return nil
      }
      wanted[window] = index
    }
    let isWanted = Slab<UInt8>(zeroed: windows.count)
    for window in wanted.keys { isWanted[Int(window)] = 1 }
    let found = workers.map(records.count) { [wanted, records] record in
      records[record].places.filter { isWanted[Int($0.window)] != 0 }
        .map { (index: wanted[$0.window]!, place: $0) }
    }
    return Array(found.joined())
  }
}
