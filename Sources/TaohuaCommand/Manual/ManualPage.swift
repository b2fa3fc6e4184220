internal import PhraseReport

/// The manual page, in the macros of man(7), which every `man` reads.
struct ManualPage {
  private let program: CommandDescription
  /// The names of options that several commands have.
  private let commonNames: Set<[String]>
  private var lines: [String] = []

  /// The page of `program`, each line ended. It holds no date: the same version has the same page.
  static func render(_ program: CommandDescription) -> String {
    var page = ManualPage(program: program)
    page.write()
    return page.lines.map { $0 + "\n" }.joined()
  }

  private init(program: CommandDescription) {
    self.program = program
    let general = program.leaves.flatMap(\.arguments).filter { $0.section == "General" }
    commonNames = Set((program.arguments + general).map(\.names))
  }

  private mutating func write() {
    let name = program.name
    lines = [#".TH \#(name.uppercased()) 1 "" "\#(Tool.name) \#(Tool.version)" "User Commands""#]
    lines += [".SH NAME", #"\#(name) \- \#(Self.sentence(program.abstract))"#]
    lines += [".SH SYNOPSIS", ".B \(name)", #"\fIcommand\fR [\fIoption\fR ...] [\fIpath\fR ...]"#]
    lines.append(".SH DESCRIPTION")
    write(paragraphs: program.discussion)
    lines.append(".SH COMMANDS")
    for command in program.leaves { write(command) }
    lines.append(".SH OPTIONS OF SEVERAL COMMANDS")
    for argument in Self.joined(common) { write(argument) }
    for (heading, entries) in Self.endings { write(heading, entries) }
  }

  private mutating func write(_ command: CommandDescription) {
    let positional = command.arguments.filter(\.names.isEmpty).map { argument in
      let value = argument.value.map(Self.escaped) ?? ""
      let shown = #"\fI\#(value)\fR"# + (argument.isRepeating ? " ..." : "")
      return argument.isOptional ? "[\(shown)]" : shown
    }
    lines.append(#".SS "\#(Self.escaped(command.name))""#)
    lines += [
      ".B \(Self.escaped(command.name))",
      (["[\\fIoption\\fR ...]"] + positional).joined(separator: " "),
    ]
    lines.append(".PP")
    write(
      paragraphs: command.abstract + (command.discussion.isEmpty ? "" : "\n\n" + command.discussion)
    )
    for argument in Self.joined(command.arguments.filter { !isCommon($0) }) { write(argument) }
  }

  private mutating func write(_ argument: CommandDescription.Argument) {
    let value = argument.value.map { #"\fI\#(Self.escaped($0))\fR"# }
    let names = argument.names.map { #"\fB\#(Self.escaped($0))\fR"# }.joined(separator: ", ")
    lines += [".TP", [names, value ?? ""].filter { !$0.isEmpty }.joined(separator: " ")]
    let known = argument.defaultValue.map { " (default: \($0))" } ?? ""
    write(text: argument.abstract + known)
  }

  /// A flag and the one that takes it back are told together.
  private static func joined(
    _ arguments: [CommandDescription.Argument]
  ) -> [CommandDescription.Argument] {
    var joined: [CommandDescription.Argument] = []
    for argument in arguments {
      if let last = joined.last, last.value == nil, argument.value == nil,
        last.abstract == argument.abstract
      {
        joined[joined.count - 1].names += argument.names
      } else {
        joined.append(argument)
      }
    }
    return joined
  }

  /// Whether it is one of those that the help of each command lists again.
  private func isCommon(_ argument: CommandDescription.Argument) -> Bool {
    commonNames.contains(argument.names)
  }

  /// Each common option once, as the first command that has it describes it.
  private var common: [CommandDescription.Argument] {
    var seen: Set<[String]> = []
    return ([program] + program.leaves).flatMap(\.arguments)
      .filter { isCommon($0) && seen.insert($0.names).inserted }
  }

  /// Paragraphs of help: those that begin with a command are examples, and keep their lines.
  private mutating func write(paragraphs text: String) {
    var isFirst = true
    for paragraph in text.split(separator: "\n\n") {
      if !isFirst { lines.append(".PP") }
      isFirst = false
      if paragraph.hasPrefix(Tool.name + " ") {
        lines += [".nf", ".RS 4"] + Self.lines(of: paragraph) + [".RE", ".fi"]
      } else {
        write(text: String(paragraph))
      }
    }
  }

  private mutating func write(text: String) {
    lines += Self.lines(of: text.isEmpty ? " " : text[...])
  }

  private mutating func write(_ heading: String, _ entries: [(String, String)]) {
    lines.append(".SH \(heading)")
    for (name, text) in entries {
      lines += [".TP", #"\fB\#(Self.escaped(name))\fR"#]
      write(text: text)
    }
  }

  /// Text lines: none begins with what the formatter takes for a macro.
  private static func lines(of text: Substring) -> [String] {
    text.split(separator: "\n").map { line in
      let escaped = escaped(String(line))
      return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? #"\&"# + escaped : escaped
    }
  }

  /// Backslashes as they are, and hyphens that stay what they are when they are copied.
  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "\\": #"\e"#
      case "-": #"\-"#
      case "\"": #"\(dq"#
      default: String(character)
      }
    }.joined()
  }

  /// An abstract as NAME has it: without the capital and the full stop.
  private static func sentence(_ abstract: String) -> String {
    let text = abstract.hasSuffix(".") ? abstract.dropLast() : abstract[...]
    return escaped(text.prefix(1).lowercased() + text.dropFirst())
  }

  private static let endings: [(String, [(String, String)])] = [
    (
      "EXIT STATUS",
      [
        ("0", "Clean, or nothing to check."),
        ("1", "Findings past the gate: errors in a draft, --max-stock, --max-borrowed, --fail-on."),
        (
          "2",
          "Usage, configuration, a missing path, an input that cannot be read, an index of other settings or a damaged one. What could be done is still printed."
        ),
      ]
    ),
    (
      "ENVIRONMENT",
      [
        (
          "NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, TERM",
          "Whether to colour, where --color does not say."
        ),
        ("CI, PRE_COMMIT", "No progress is shown where one is set."),
        ("SOURCE_DATE_EPOCH", "The date that is printed where --date does not say; else none is."),
        ("TMPDIR", "Where converters of documents work."),
      ]
    ),
    (
      "FILES",
      [
        (
          "taohua.toml, .taohua.toml, pyproject.toml",
          "The nearest configuration up to the root of the repository, in the last under [tool.taohua]."
        ),
        (".taohua/index", "The index of earlier reports."),
        (".taohua/allow.toml", "Wording that is allowed, with reasons."),
        (".taohua/baseline", "Findings that are known."),
        (".taohuaignore", "Files that are not read, as in .gitignore."),
        ("reports", "Where an audit writes."),
      ]
    ),
  ]
}
