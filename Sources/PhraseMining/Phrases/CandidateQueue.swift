/// Candidates that wait to be chosen, the one that saves most first.
///
/// Of each list the next alone is in the heap, beside those that were counted anew.
struct CandidateQueue {
  private let lists: [[Candidate]]
  /// Of each list, the first that never waited.
  private var next: [Int]
  private var heap = Heap<Entry>()

  /// A candidate that waits.
  struct Entry: Comparable {
    /// What it saved when its sources were counted, and never less than it saves now.
    var priority: Candidate.Priority
    /// The choices that were made when its sources were counted; nil if its list tells them.
    var counted: Int?
    fileprivate let list: UInt32
    fileprivate let index: UInt32

    static func < (left: Entry, right: Entry) -> Bool { left.priority < right.priority }
  }

  /// - Parameter lists: in each the one that saves most first.
  init(_ lists: [[Candidate]]) {
    self.lists = lists
    next = [Int](repeating: 0, count: lists.count)
    for list in lists.indices { waitForNext(of: list) }
  }

  /// The candidate that `entry` stands for.
  subscript(entry: Entry) -> Candidate { lists[Int(entry.list)][Int(entry.index)] }

  /// Takes out the one that saves most by what is known. O(log n).
  mutating func pop() -> Entry? {
    guard let entry = heap.popMaximum() else { return nil }
    if entry.counted == nil { waitForNext(of: Int(entry.list)) }
    return entry
  }

  /// Lets `entry` wait again. O(log n).
  mutating func wait(_ entry: Entry) { heap.insert(entry) }

  private mutating func waitForNext(of list: Int) {
    guard next[list] < lists[list].count else { return }
    let candidate = lists[list][next[list]]
    heap.insert(
      Entry(
        priority: candidate.priority(sources: candidate.sources), counted: nil,
        list: UInt32(list), index: UInt32(next[list])))
    next[list] += 1
  }
}
