internal import PhraseReport
internal import Taohua
internal import TextIngest

/// The files that arguments lead to, ready to be read.
struct InputFiles {
  /// In order of name.
  private(set) var paths: [InputPath] = []
  /// What was named or found and is no input, in words.
  private(set) var skipped: [SkippedFile] = []
  /// The components of the absolute paths of the arguments.
  private let roots: [[String]]
  /// The absolute paths of the arguments.
  var rootPaths: [String] { roots.map { "/" + $0.joined(separator: "/") } }

  /// Discovers the files of `arguments` and of the list that the options name.
  ///
  /// - Parameters:
  ///   - options: nil for paths that are no arguments proper, such as those of `--against`.
  ///   - fallback: what stands in for no argument at all.
  ///   - outputs: files that this run, or one before it, writes: a walk leaves them out.
  ///   - base: the absolute path that names are relative to; nil for the working folder.
  init(
    _ arguments: [String], from options: InputOptions? = nil, settings: Settings,
    fallback: [String] = [], outputs: [String] = [], base: String? = nil
  ) throws(CommandFailure) {
    var arguments = try InputFiles.arguments(arguments, from: options)
    if options?.files0From == nil, arguments.isEmpty { arguments = fallback }
    roots = arguments.filter { $0 != "-" }.map {
      LexicalPath.components(of: $0, in: WorkingFolder.path)
    }
    var discovery = DiscoveryOptions(workingFolder: base ?? WorkingFolder.path)
    discovery.forcesExclusion = settings.flag(.forceExclude)
    discovery.filter = PathFilter(
      include: settings.list(.include), exclude: settings.list(.exclude))
    discovery.usesAbsolutePaths = settings.flag(.absolutePaths)
    discovery.standardInputName = options?.stdinFilename
    discovery.outputs = outputs
    let found = FileDiscovery(arguments, options: discovery)
    for file in found.files {
      let path =
        file.path == "-" ? try StandardInput.spooled(limit: settings.reading.sizeLimit) : file.path
      paths.append(InputPath(path: path, name: file.name, isNamed: file.isNamed))
    }
    skipped = found.left.map {
      SkippedFile(path: $0.name, reason: $0.reason.text, isFailure: $0.isFailure)
    }
  }

  /// `arguments`, then the paths of the list that the options name.
  static func arguments(
    _ arguments: [String], from options: InputOptions?
  ) throws(CommandFailure) -> [String] {
    guard let list = options?.files0From else { return arguments }
    return arguments + (try paths(in: list))
  }

  /// Whether everything at `path`, absolute, was looked through: it is an argument, or lies in one.
  func cover(_ path: String) -> Bool { LexicalPath.lies(path, inOneOf: roots) }

  /// The paths in the file `list`, each ended by NUL; `-` is standard input.
  private static func paths(in list: String) throws(CommandFailure) -> [String] {
    do throws(SystemFailure) {
      let content =
        list == "-"
        ? try StandardInput.content(limit: IngestSettings().sizeLimit)
        : try SmallFile.content(of: list)
      return content.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    } catch {
      throw .listUnreadable(file: list, errno: error.errno)
    }
  }
}

extension UndiscoveredPath.Reason {
  /// The reason in words, as the report's `skipped` has it.
  var text: String {
    switch self {
    case .unreadable(let errno): "cannot be read: " + SystemError(code: errno).description
    case .noDocument: "is no document by its name"
    case .linkedFolder: "is a link to a folder; name it to have it read"
    case .notAFile: "is no regular file"
    case .nameIsNotUTF8: "has a name that is not UTF-8; rename it"
    case .hidden: "is hidden; name it to have it read"
    case .ignored: "is named by an ignore file"
    case .excluded: "is named by --exclude"
    case .notIncluded: "is not named by --include"
    }
  }
}
