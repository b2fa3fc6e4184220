internal import Glibc

/// What stands in a folder, in order of the names' bytes.
package struct FolderListing {
  /// What an entry is; a link is not followed.
  package enum Kind { case file, folder, link, other }

  /// A name in the folder.
  package struct Entry {
    /// The bytes of the name, UTF-8 or not.
    package var name: [UInt8]
    /// What it names.
    package var kind: Kind
  }

  /// In order of the names' bytes.
  package private(set) var entries: [Entry] = []

  /// Lists the folder at `path`, without `.` and `..`.
  ///
  /// - Parameter path: the folder.
  /// - Throws: the `errno` of the call that failed.
  package init(_ path: String) throws(SystemFailure) {
    guard let folder = opendir(path) else { throw SystemFailure(errno: errno) }
    defer { closedir(folder) }
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [UInt8(ascii: ".")] && name != [UInt8(ascii: "."), UInt8(ascii: ".")] {
        let type = Int32(entry.pointee.d_type)
        entries.append(Entry(name: name, kind: FolderListing.kind(type, name, in: dirfd(folder))))
      }
      errno = 0
    }
    guard errno == 0 else { throw SystemFailure(errno: errno) }
    entries.sort { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// Some file systems do not tell the type in the listing; then the entry is asked.
  private static func kind(_ type: Int32, _ name: [UInt8], in folder: Int32) -> Kind {
    switch type {
    case Int32(DT_REG): return .file
    case Int32(DT_DIR): return .folder
    case Int32(DT_LNK): return .link
    case Int32(DT_UNKNOWN):
      var status = stat()
      let path = name.map { CChar(bitPattern: $0) } + [0]
      guard fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
      return kind(of: status)
    default: return .other
    }
  }

  private static func kind(of status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }
}
