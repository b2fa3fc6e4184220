/// Walks folders in the order of their entries' names, by bytes.
///
/// Hidden entries, what the ignore files name, and reports of this program are left out; all but the last are
/// noted. Links to files are followed, links
/// to folders are not: a walk always ends, and finds each file of a folder once.
struct DirectoryWalk {
  /// A file that the walk found.
  struct Found {
    /// What the system opens.
    var path: String
    /// The components below the folder that the walk started from.
    var below: [String]
    /// Whether the entry is a symbolic link.
    var isLink: Bool
  }

  /// A folder to enter.
  private struct Folder {
    var path: String
    var below: [String]
    var rules: IgnoreRules
    var parts: [[UInt8]]
    /// What patterns of the filter are matched against.
    var shown: [[UInt8]]
  }

  private(set) var found: [Found] = []
  /// Entries that are no input, with their components below the start.
  private(set) var left: [(below: [String], reason: UndiscoveredPath.Reason)] = []
  private var folders: [Folder] = []
  private let filter: PathFilter

  /// Walks the folder `path`.
  ///
  /// - Parameters:
  ///   - parts: the components of its absolute path without symbolic links.
  ///   - shown: the components that `filter` knows it by.
  ///   - rules: those of the folders above it.
  ///   - filter: which files are wanted.
  init(
    _ path: String, parts: [[UInt8]], shown: [[UInt8]], rules: IgnoreRules, filter: PathFilter
  ) {
    self.filter = filter
    folders = [Folder(path: path, below: [], rules: rules, parts: parts, shown: shown)]
    while let folder = folders.popLast() { enter(folder) }
  }

  private mutating func enter(_ folder: Folder) {
    do throws(SystemFailure) {
      let listing = try FolderListing(folder.path)
      var inner = folder
      inner.rules = try IgnoreRules(of: folder.path, depth: folder.parts.count, in: folder.rules)
      let depth = folders.count
      let reports = WrittenReports.names(in: listing, of: folder.path)
      for entry in listing.entries where !reports.contains(entry.name) {
        if entry.name.first == UInt8(ascii: ".") {
          hide(entry, in: inner)
        } else {
          visit(entry, in: inner)
        }
      }
      // The first of the folders is the next to be entered.
      folders[depth...].reverse()
    } catch {
      left.append((folder.below, .unreadable(errno: error.errno)))
    }
  }

  /// Notes a hidden entry, unless it belongs to git or to this program.
  private mutating func hide(_ entry: FolderListing.Entry, in folder: Folder) {
    let name = String(decoding: entry.name, as: UTF8.self)
    if name.hasPrefix(".git") || name.hasPrefix(".taohua") { return }
    left.append((folder.below + [name], .hidden))
  }

  private mutating func visit(_ entry: FolderListing.Entry, in folder: Folder) {
    let parts = folder.parts + [entry.name]
    let shown = folder.shown + [entry.name]
    let name = String(decoding: entry.name, as: UTF8.self)
    let below = folder.below + [name]
    let isFolder = entry.kind == .folder
    if folder.rules.ignores(parts, isFolder: isFolder) { return left.append((below, .ignored)) }
    if filter.excludes(shown, isFolder: isFolder) { return left.append((below, .excluded)) }
    if !isFolder, !filter.includes(shown) { return left.append((below, .notIncluded)) }
    guard name.utf8.elementsEqual(entry.name) else {
      left.append((below, .nameIsNotUTF8))
      return
    }
    let path =
      folder.path.utf8.last == UInt8(ascii: "/") ? folder.path + name : folder.path + "/" + name
    switch entry.kind {
    case .folder:
      folders.append(
        Folder(path: path, below: below, rules: folder.rules, parts: parts, shown: shown))
    case .file: add(Found(path: path, below: below, isLink: false), called: name)
    case .link: follow(Found(path: path, below: below, isLink: true), called: name)
    case .other: left.append((below, .notAFile))
    }
  }

  private mutating func add(_ file: Found, called name: String) {
    if TextFormat.verdict(ofFileName: name) == .unknown {
      left.append((file.below, .noDocument))
    } else {
      found.append(file)
    }
  }

  private mutating func follow(_ link: Found, called name: String) {
    do throws(SystemFailure) {
      let status = try FileSystem.status(of: link.path)
      if FileSystem.isRegularFile(status) {
        add(link, called: name)
      } else {
        left.append((link.below, FileSystem.isFolder(status) ? .linkedFolder : .notAFile))
      }
    } catch {
      // A dangling link of a document is a report that is not there.
      let isDocument = TextFormat.verdict(ofFileName: name) != .unknown
      left.append((link.below, isDocument ? .unreadable(errno: error.errno) : .noDocument))
    }
  }
}
