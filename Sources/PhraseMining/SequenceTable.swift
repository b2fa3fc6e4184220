internal import ShingleEngine

/// Numbers the distinct sequences among those that are entered, from 0 on: by open addressing (Knuth, TAOCP 3, 6.4).
///
/// Sequences are the same when their tokens are; hashes only say where to look.
struct SequenceTable: Sendable {
  private let tokens: Slab<UInt32>
  private var sequences: [Sequence] = []
  /// The number of a sequence, plus 1; 0 where there is none.
  private var places = [UInt32](repeating: 0, count: 16)

  private struct Sequence {
    let hash: UInt64
    let position: UInt32
    let length: UInt32
  }

  /// - Parameter tokens: where the sequences are.
  init(of tokens: Slab<UInt32>) { self.tokens = tokens }

  /// The number of the `length` tokens at `position`, a new one if they were not entered before. O(length).
  ///
  /// - Parameter hash: of these tokens.
  mutating func insert(at position: Int, length: Int, hash: UInt64) -> Int {
    let sequence = Sequence(hash: hash, position: UInt32(position), length: UInt32(length))
    let place = place(of: sequence)
    if places[place] != 0 { return Int(places[place]) - 1 }
    sequences.append(sequence)
    places[place] = UInt32(sequences.count)
    if 2 * sequences.count > places.count { grow() }
    return sequences.count - 1
  }

  /// The number of the `length` tokens at `position`; nil if they were not entered. O(length).
  func number(at position: Int, length: Int, hash: UInt64) -> Int? {
    let sequence = Sequence(hash: hash, position: UInt32(position), length: UInt32(length))
    let number = places[place(of: sequence)]
    return number == 0 ? nil : Int(number) - 1
  }

  /// Where `sequence` is, or would be.
  private func place(of sequence: Sequence) -> Int {
    var place = first(of: sequence)
    while places[place] != 0, !isSame(sequences[Int(places[place]) - 1], sequence) {
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  /// The high bits: in parts that go by the low ones, all have the same of these.
  private func first(of sequence: Sequence) -> Int {
    Int(sequence.hash >> UInt64(places.count.leadingZeroBitCount + 1))
  }

  private func isSame(_ left: Sequence, _ right: Sequence) -> Bool {
    left.hash == right.hash && left.length == right.length
      && tokens.holds(
        tokens, from: Int(right.position), count: Int(right.length), at: Int(left.position))
  }

  private mutating func grow() {
    places = [UInt32](repeating: 0, count: 2 * places.count)
    for (number, sequence) in sequences.enumerated() {
      var place = first(of: sequence)
      // No two of them are the same.
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = UInt32(number) + 1
    }
  }
}
