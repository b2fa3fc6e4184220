internal import Evaluation

/// What the argument parser says of a command: the JSON that it writes for tools like this.
struct CommandDescription {
  /// An argument, option or flag.
  struct Argument: Hashable {
    /// With their dashes; empty for one that stands by its place.
    var names: [String]
    /// What it takes; nil for a flag.
    var value: String?
    var abstract: String
    var isOptional: Bool
    var isRepeating: Bool
    var defaultValue: String?
    /// The heading of the help that it stands under.
    var section: String?
  }

  /// `taohua index build`.
  let name: String
  let abstract: String
  let discussion: String
  /// Those that the help shows.
  let arguments: [Argument]
  /// Those that the help shows.
  let subcommands: [CommandDescription]

  /// The commands below it that have none below them, and it itself if it is such.
  var leaves: [CommandDescription] {
    subcommands.isEmpty ? [self] : subcommands.flatMap(\.leaves)
  }

  /// - Parameter dump: what `ParsableCommand._dumpHelp()` gives.
  /// - Throws: `FormatError` where it is another format than that of the parser's version that is built in.
  init(dump: String) throws(FormatError) {
    try self.init(JSONField(try JSONParser.parse(Array(dump.utf8)))["command"], below: "")
  }

  private init(_ field: JSONField, below parent: String) throws(FormatError) {
    let name = parent + (try field["commandName"].text())
    self.name = name
    abstract = try Self.text(field["abstract"]) ?? ""
    discussion = try Self.text(field["discussion"]) ?? ""
    arguments = try Self.shown(field["arguments"]).map { argument throws(FormatError) in
      try Self.argument(argument)
    }
    subcommands = try Self.shown(field["subcommands"]).map { command throws(FormatError) in
      try CommandDescription(command, below: name + " ")
    }
  }

  private static func argument(_ field: JSONField) throws(FormatError) -> Argument {
    let names = try elements(field["names"]).map { name throws(FormatError) in
      try name["kind"].text() == "long"
        ? "--" + (try name["name"].text()) : "-" + (try name["name"].text())
    }
    return Argument(
      names: names.filter { $0.hasPrefix("--") } + names.filter { !$0.hasPrefix("--") },
      value: try field["kind"].text() == "flag" ? nil : try text(field["valueName"]),
      abstract: try text(field["abstract"]) ?? "", isOptional: isSet(field["isOptional"]),
      isRepeating: isSet(field["isRepeating"]), defaultValue: try text(field["defaultValue"]),
      section: try text(field["sectionTitle"]))
  }

  private static func shown(_ field: JSONField) throws(FormatError) -> [JSONField] {
    try elements(field).filter { isSet($0["shouldDisplay"]) }
  }

  private static func elements(_ field: JSONField) throws(FormatError) -> [JSONField] {
    field.exists ? try field.elements() : []
  }

  private static func text(_ field: JSONField) throws(FormatError) -> String? {
    field.exists ? try field.text() : nil
  }

  private static func isSet(_ field: JSONField) -> Bool {
    if case .flag(true)? = field.value { true } else { false }
  }
}
