/// Takes the output of `cat-file --batch` apart as it comes: `NAME TYPE SIZE LF content LF`, or
/// `NAME missing LF`.
struct BatchParser {
  private enum State { case head, content, lineBreak }

  /// The most bytes of a content that are kept.
  private let limit: Int
  private var state = State.head
  private var line: [UInt8] = []
  private var content: [UInt8] = []
  /// Bytes of the content, in all and still to come.
  private var (size, left) = (0, 0)
  /// The answers so far.
  private(set) var results: [Result<[UInt8], BlobReader.Failure>] = []

  init(limit: Int) { self.limit = limit }

  /// Whether no answer is half read.
  var isAtStart: Bool { state == .head && line.isEmpty }

  /// Takes the next bytes.
  mutating func consume(_ piece: ArraySlice<UInt8>) {
    var rest = piece
    while !rest.isEmpty {
      switch state {
      case .head: readHead(&rest)
      case .content: readContent(&rest)
      case .lineBreak:
        rest.removeFirst()
        state = .head
      }
    }
  }

  private mutating func readHead(_ rest: inout ArraySlice<UInt8>) {
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
      line += rest
      rest = []
      return
    }
    line += rest[..<end]
    rest = rest[(end + 1)...]
    let words = line.split(separator: UInt8(ascii: " "))
    line = []
    guard words.count == 3, let size = Int(String(decoding: words[2], as: UTF8.self)),
      size >= 0
    else {
      results.append(.failure(.missing))
      return
    }
    (self.size, left) = (size, size)
    if size <= limit { content.reserveCapacity(size) }
    state = .content
    finishIfComplete()
  }

  private mutating func readContent(_ rest: inout ArraySlice<UInt8>) {
    let piece = rest.prefix(left)
    if size <= limit { content += piece }
    rest.removeFirst(piece.count)
    left -= piece.count
    finishIfComplete()
  }

  private mutating func finishIfComplete() {
    guard left == 0 else { return }
    results.append(size <= limit ? .success(content) : .failure(.tooLarge(bytes: size)))
    content = []
    state = .lineBreak
  }
}
