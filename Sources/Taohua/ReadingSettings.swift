internal import TextIngest

/// How files become documents and tokens. All of it changes the answer.
public struct ReadingSettings: Hashable, Sendable {
  /// Whether a compilation is taken apart into its reports.
  public var splitsCompilations = true
  /// The name of the encoding of all files whose bytes are text; nil to find each one's.
  public var encoding: String?
  /// The largest file that is read, in bytes. Offsets have 32 bits: beyond 4 GiB none is, whatever this says.
  public var sizeLimit = IngestSettings().sizeLimit
  /// Whether simplified and traditional Chinese characters are the same.
  public var foldsScript = false
  /// The classes of slots that are slots, as `--slots` lists them.
  public var slots = ["all"]
  /// A regular expression of the lines that begin a document; nil where rules find them.
  public var splitPattern: String?

  public init() {}

  /// The same for the reader.
  var ingest: IngestSettings {
    var settings = IngestSettings()
    settings.splitsCompilations = splitsCompilations
    settings.encoding = encoding
    settings.splitPattern = splitPattern
    settings.sizeLimit = sizeLimit
    settings.foldsScript = foldsScript
    settings.slots = SlotClasses(slots)
    return settings
  }

  /// The arguments that repeat these settings: only what differs from the defaults.
  var arguments: [String] {
    var arguments: [String] = []
    if !splitsCompilations { arguments.append("--no-split") }
    if let encoding { arguments += ["--encoding", encoding] }
    if let splitPattern { arguments += ["--split-at", splitPattern] }
    if sizeLimit != IngestSettings().sizeLimit {
      arguments += ["--max-file-size", String(sizeLimit)]
    }
    if foldsScript { arguments.append("--fold-script") }
    let slots = SlotClasses(slots)
    if slots != .all { arguments += ["--slots", slots.list.joined(separator: ",")] }
    return arguments
  }

  /// Takes over what one of ``arguments`` says; its value, if it has one, is the first of `rest`.
  /// False for any other argument.
  mutating func read(_ argument: String, _ rest: inout [String]) -> Bool {
    switch argument {
    case "--no-split": splitsCompilations = false
    case "--encoding" where !rest.isEmpty: encoding = rest.removeFirst()
    case "--split-at" where !rest.isEmpty: splitPattern = rest.removeFirst()
    case "--max-file-size" where !rest.isEmpty:
      sizeLimit = Int(rest.removeFirst()) ?? sizeLimit
    case "--fold-script": foldsScript = true
    case "--slots" where !rest.isEmpty:
      slots = rest.removeFirst().split(separator: ",").map { String($0) }
    default: return false
    }
    return true
  }
}
