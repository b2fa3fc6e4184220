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
    /// The places, and room for one more at least.
    private var places: Slab<Place>
    private(set) var count = 0
    /// How many places of each class there were, up to one beyond the limit.
    private let counts: Slab<UInt8>
    private let limit: UInt8

    /// Of a draft of a few pages; more grow as they come.
    private static let expected = 1 << 14

    init(classes: Int, limit: UInt8) {
      counts = Slab(zeroed: classes)
      self.limit = limit
      places = Slab(uninitialized: limit == 0 ? 1 : min(Self.expected, 4 * classes) + 1)
    }

    /// Takes the next place down, unless its window has too many.
    ///
    /// Without a branch, for which ones have cannot be foreseen: what is not to count is written over.
    @inline(__always)
    mutating func add(_ window: UInt32, document: UInt32, offset: Int) {
      let known = counts[Int(window)]
      places[count] = Place(
        window: window, document: document, offset: UInt32(truncatingIfNeeded: offset))
      count &+= known < limit ? 1 : 0
      counts[Int(window)] = known &+ (known <= limit ? 1 : 0)
      if count == places.count { grow() }
    }

    @inline(never)
    private mutating func grow() {
      let larger = Slab<Place>(uninitialized: 2 * places.count)
      for index in 0..<count { larger[index] = places[index] }
      places = larger
    }

    /// Whether all places of `window` were taken down.
    func isComplete(_ window: UInt32) -> Bool { counts[Int(window)] <= limit }

    subscript(index: Int) -> Place { places[index] }
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
      (0..<records[record].count).lazy.map { records[record][$0] }
        .filter { isWanted[Int($0.window)] != 0 }
        .map { (index: wanted[$0.window]!, place: $0) }
    }
    return Array(found.joined())
  }
}
