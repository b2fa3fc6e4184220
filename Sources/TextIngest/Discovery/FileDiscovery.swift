/// Turns arguments into files: walks folders, obeys ignore files, gives each file its name.
///
/// The result is the same for any order of the arguments.
package struct FileDiscovery {
  /// In order of name.
  package private(set) var files: [DiscoveredFile] = []
  /// In order of name.
  package private(set) var left: [UndiscoveredPath] = []

  private let options: DiscoveryOptions
  private var candidates: [Candidate] = []
  private var outputs: Set<[UInt8]> = []

  /// Discovers what `arguments` lead to; `-` is standard input.
  package init(_ arguments: [String], options: DiscoveryOptions) {
    self.options = options
    outputs = Set(options.outputs.map { Array((FileSystem.realPath($0) ?? $0).utf8) })
    for argument in arguments { add(argument) }
    let naming = FileNaming(options: options, candidates: Candidate.distinct(candidates))
    files = naming.files
    // A walk passes by what another argument names.
    let read = Set(files.map(\.name))
    left = Set(left).filter { !read.contains($0.name) }
      .sorted { LexicalPath.precedes($0.name, $1.name) }
  }

  private mutating func add(_ argument: String) {
    let root = ArgumentRoot(argument, options: options)
    guard argument != "-" else {
      candidates.append(Candidate(standardInput: root))
      return
    }
    do throws(SystemFailure) {
      let status = try FileSystem.status(of: argument)
      let isFolder = FileSystem.isFolder(status)
      if options.forcesExclusion, let reason = try exclusion(of: root, isFolder: isFolder) {
        leave(argument, root: root, below: [], reason)
        return
      }
      if isFolder {
        try walk(argument, root)
      } else {
        let path = FileSystem.realPath(argument) ?? root.path
        candidates.append(Candidate(named: argument, root: root, realPath: path))
      }
    } catch {
      leave(argument, root: root, below: [], .unreadable(errno: error.errno))
    }
  }

  private mutating func walk(_ argument: String, _ root: ArgumentRoot) throws(SystemFailure) {
    let real = FileSystem.realPath(argument) ?? root.path
    let parts = LexicalPath.components(of: real, in: "/")
    let base = LexicalPath.components(of: options.workingFolder, in: "/")
    let rules = try IgnoreRules.above(parts, fallback: base)
    let walk = DirectoryWalk(
      argument, parts: parts.map { Array($0.utf8) }, shown: shown(root), rules: rules,
      filter: options.filter)
    for file in walk.found {
      let walked = "/" + (parts + file.below).joined(separator: "/")
      let path = file.isLink ? FileSystem.realPath(file.path) ?? walked : walked
      guard !outputs.contains(Array(path.utf8)) else { continue }
      candidates.append(Candidate(found: file, root: root, realPath: path))
    }
    for entry in walk.left {
      let path = Array(("/" + (parts + entry.below).joined(separator: "/")).utf8)
      guard !outputs.contains(path) else { continue }
      leave(argument, root: root, below: entry.below, entry.reason)
    }
  }

  /// The components that patterns of the filter are matched against: below the working folder, else from
  /// the argument on.
  private func shown(_ root: ArgumentRoot) -> [[UInt8]] {
    root.shownComponents.map { Array($0.utf8) }
  }

  /// Why `root` is left out although it was named.
  private func exclusion(
    of root: ArgumentRoot, isFolder: Bool
  ) throws(SystemFailure) -> UndiscoveredPath.Reason? {
    if try isIgnored(root, isFolder: isFolder) { return .ignored }
    let parts = shown(root)
    let isExcluded = parts.indices.contains { index in
      options.filter.excludes(
        Array(parts[...index]), isFolder: isFolder || index < parts.count - 1)
    }
    if isExcluded { return .excluded }
    return isFolder || options.filter.includes(parts) ? nil : .notIncluded
  }

  /// Whether the ignore files name `root` or a folder above it.
  private func isIgnored(_ root: ArgumentRoot, isFolder: Bool) throws(SystemFailure) -> Bool {
    let base = LexicalPath.components(of: options.workingFolder, in: "/")
    let parts = root.components.map { Array($0.utf8) }
    let top = IgnoreRules.repositoryRoot(of: root.components.dropLast()) ?? base.count
    guard top < parts.count else { return false }
    for end in (top + 1)...parts.count {
      let rules = try IgnoreRules.above(Array(root.components[..<end]), fallback: base)
      if rules.ignores(Array(parts[..<end]), isFolder: isFolder || end < parts.count) {
        return true
      }
    }
    return false
  }

  private mutating func leave(
    _ argument: String, root: ArgumentRoot, below: [String], _ reason: UndiscoveredPath.Reason
  ) {
    let name = (root.shownComponents + below).joined(separator: "/")
    let isFailure =
      switch reason {
      case .unreadable, .nameIsNotUTF8: true
      // A FIFO that is called a report is a report that cannot be read.
      case .notAFile: below.last.map { TextFormat.verdict(ofFileName: $0) != .unknown } ?? true
      case .noDocument, .linkedFolder: below.isEmpty
      case .hidden, .ignored, .excluded, .notIncluded: false
      }
    let shown = name.isEmpty ? argument : name
    left.append(UndiscoveredPath(name: shown, reason: reason, isFailure: isFailure))
  }
}
