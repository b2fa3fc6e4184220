internal import CorpusIndex
internal import Synchronization
internal import TextIngest

/// The texts of contents that other programs read for us: each is read once, by whichever thread asks first,
/// and not at all if somebody has kept it.
package final class ConvertedTexts: Sendable {
  package static let shared = ConvertedTexts()

  /// Where texts are kept when the process ends.
  package protocol Store: Sendable {
    /// What was kept under `name`; nil if nothing was.
    func content(_ name: String) -> [UInt8]?
    /// Keeps `content`, if it can be done.
    func keep(_ content: [UInt8], as name: String)
  }

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
    var store: (any Store)?
  }

  private let state = Mutex(State())

  /// When texts of so many bytes are in memory, no more are.
  private static let limit = 64 << 20

  package init() {}

  /// Keeps texts in `store` from now on, and looks for them there.
  package func keep(in store: any Store) { state.withLock { $0.store = store } }

  /// The text of the content with `hash`.
  ///
  /// - Parameter convert: finds it.
  func text(
    _ hash: ContentHash, _ format: TextFormat,
    convert: () throws(IngestError) -> SourceText
  ) throws(IngestError) -> SourceText {
    let (entry, store) = state.withLock { state in
      let key = Key(hash: hash, format: format)
      let entry = state.entries[key] ?? Entry()
      if state.size < Self.limit { state.entries[key] = entry }
      return (entry, state.store)
    }
    let result = entry.text.withLock { text in
      if let text { return text }
      let name = "\(hash.hexadecimal)-\(format.name)"
      let maker = store == nil ? nil : format.converter?.stamp
      let found = Result { () throws(IngestError) in
        if let maker, let kept = store?.content(name).flatMap({ StoredText($0, by: maker) }) {
          return kept.text
        }
        let text = try convert()
        if let maker, let kept = StoredText(text)?.encoded(by: maker) {
          store?.keep(kept, as: name)
        }
        return text
      }
      let size = (try? found.get().content.count) ?? 0
      state.withLock { $0.size += size }
      text = found
      return found
    }
    return try result.get()
  }
}
