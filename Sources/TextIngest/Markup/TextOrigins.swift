/// Which stretches of extracted text were copied byte for byte from what a reader read, and from where
/// in it: the way back from the text to the markup.
struct TextOrigins: Sendable {
  /// `count` bytes at `text` of the extracted text are those at `read` of what was read.
  struct Stretch: Equatable, Sendable {
    var text: Int
    var read: Int
    var count: Int
  }

  /// In order of `text`, without overlap.
  private(set) var stretches: [Stretch] = []

  /// Says that the next `count` bytes, at `text`, come from `read`.
  mutating func add(text: Int, read: Int, count: Int) {
    guard count > 0 else { return }
    if let last = stretches.last, last.text + last.count == text, last.read + last.count == read {
      stretches[stretches.count - 1].count += count
    } else {
      stretches.append(Stretch(text: text, read: read, count: count))
    }
  }

  /// Forgets what stood at `end` of the text and behind it, which was taken away.
  mutating func truncate(to end: Int) {
    while let last = stretches.last, last.text + last.count > end {
      if last.text < end {
        stretches[stretches.count - 1].count = end - last.text
        return
      }
      stretches.removeLast()
    }
  }

  /// Adds those of a text that was put behind this one, at `offset`.
  mutating func append(_ other: TextOrigins, at offset: Int) {
    for stretch in other.stretches {
      add(text: stretch.text + offset, read: stretch.read, count: stretch.count)
    }
  }
}
