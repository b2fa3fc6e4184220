internal import CorpusIndex
internal import Synchronization
internal import TextIngest

/// The texts of contents that other programs read for us: each is read once, by whichever thread asks first.
final class ConvertedTexts: Sendable {
  static let shared = ConvertedTexts()

  /// What decides a text.
  private struct Key: Hashable {
    var hash: ContentHash
    var format: TextFormat
  }

  /// A text, once it was asked for.
  private final class Entry: Sendable {
    let text = Mutex<Result<SourceText, IngestError>?>(nil)
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    var size = 0
  }

  private let state = Mutex(State())

  /// When texts of so many bytes are kept, no more are.
  private static let limit = 64 << 20

  /// The text of `content`, which has `hash`.
  func text(
    of content: [UInt8], _ hash: ContentHash, _ format: TextFormat, _ settings: IngestSettings
  ) throws(IngestError) -> SourceText {
    let key = Key(hash: hash, format: format)
    let entry = state.withLock { state in
      if let known = state.entries[key] { return known }
      let entry = Entry()
      if state.size < Self.limit { state.entries[key] = entry }
      return entry
    }
    let result = entry.text.withLock { text in
      if let text { return text }
      let found = Result { () throws(IngestError) in
        try Reader.text(of: content, format: format, settings: settings)
      }
      let size = (try? found.get().content.count) ?? 0
      state.withLock { $0.size += size }
      text = found
      return found
    }
    return try result.get()
  }
}
