/// Text with characters that take no room: it is tokenised as what the reader sees.
///
/// Nothing in the tokeniser knows of these characters. A range that holds some is copied without
/// them, and the tokens' places are those of the original again afterwards.
extension Tokenizer {
  /// What a range changes beside the tokens and words.
  struct State {
    fileprivate let count: Int
    fileprivate let pending: Separator
    fileprivate let sawSpace: Bool
    fileprivate let lastClass: CharacterClass
    fileprivate let isQuoteOpen: Bool
    fileprivate let lookAlikes: PlaceCount
  }

  /// Before a range; setting it takes back what was read since. Words stay entered.
  var state: State {
    get {
      State(
        count: tokens.count, pending: pending, sawSpace: sawSpace, lastClass: lastClass,
        isQuoteOpen: isQuoteOpen, lookAlikes: lookAlikes)
    }
    set {
      tokens.count = newValue.count
      pending = newValue.pending
      sawSpace = newValue.sawSpace
      lastClass = newValue.lastClass
      isQuoteOpen = newValue.isQuoteOpen
      lookAlikes = newValue.lookAlikes
    }
  }

  /// Adds the tokens of `range`, which holds ignorable characters.
  @inline(never)
  mutating func tokenizeVisible(_ range: Range<Int>) {
    let original = text
    let first = tokens.count
    let earlier = lookAlikes
    lookAlikes = PlaceCount()
    let visible = VisibleText(original, range, table)
    visible.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
      text = UTF8Text(base: base, count: bytes.count)
      _ = tokenizePlain(0..<bytes.count)
    }
    text = original
    for index in first..<tokens.count {
      tokens.starts[index] = UInt32(visible.start(Int(tokens.starts[index])))
      tokens.ends[index] = UInt32(visible.end(Int(tokens.ends[index])))
    }
    let found = lookAlikes
    lookAlikes = earlier
    lookAlikes.add(found.moved(to: visible.start(found.firstOffset)))
  }
}

/// The characters of a range that are seen, and where each stands in the original.
private struct VisibleText {
  private(set) var bytes: [UInt8] = []
  /// Where a run of characters that are seen begins here, and in the original; rising.
  private var runs: [(start: Int, original: Int)] = []
  /// Where the last character of a run ends in the original, with the selectors after it.
  private var ends: [Int] = []

  init(_ text: UTF8Text, _ range: Range<Int>, _ table: CharacterTable) {
    var offset = range.lowerBound
    var isInRun = false
    while offset < range.upperBound {
      let (scalar, length) = text.decode(offset)
      if table.characterClass(scalar) == .ignorable {
        // A variation selector belongs to the character before it.
        if isInRun || ends.last == offset, VisibleText.isSelector(scalar), !ends.isEmpty {
          ends[ends.count - 1] = offset + length
        }
        isInRun = false
      } else {
        if !isInRun {
          runs.append((bytes.count, offset))
          ends.append(offset)
        }
        isInRun = true
        for index in offset..<offset + length { bytes.append(text.base[index]) }
        ends[ends.count - 1] = offset + length
      }
      offset += length
    }
  }

  private static func isSelector(_ scalar: UInt32) -> Bool {
    (0xFE00...0xFE0F).contains(scalar) || (0xE_0100...0xE_01EF).contains(scalar)
  }

  /// Where the character at `offset` begins in the original.
  func start(_ offset: Int) -> Int {
    guard let run = run(at: offset) else { return offset }
    return runs[run].original + offset - runs[run].start
  }

  /// Where the character that ends at `offset` ends in the original.
  func end(_ offset: Int) -> Int {
    guard let run = run(at: offset - 1) else { return offset }
    let isLast = run + 1 == runs.count ? offset == bytes.count : offset == runs[run + 1].start
    return isLast ? ends[run] : runs[run].original + offset - runs[run].start
  }

  /// The run that holds `offset`. O(log n).
  private func run(at offset: Int) -> Int? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}
