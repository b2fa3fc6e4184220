/// Paths as text: no system call, no symbolic link is looked at.
package enum LexicalPath {
  /// The components of `path` with `.`, `..` and double slashes taken out; a relative path starts
  /// at `folder`, an absolute path.
  package static func components(of path: String, in folder: String) -> [String] {
    let absolute = path.utf8.first == UInt8(ascii: "/") ? path : folder + "/" + path
    var result: [String] = []
    for part in absolute.utf8.split(separator: UInt8(ascii: "/")) {
      let component = String(Substring(part))
      switch component {
      case ".": continue
      case "..": _ = result.popLast()
      default: result.append(component)
      }
    }
    return result
  }

  /// `path` without `.`, `..` and double slashes: relative where it is below `folder`, the
  /// absolute path elsewhere.
  package static func normalised(_ path: String, in folder: String) -> String {
    let parts = components(of: path, in: folder)
    let base = components(of: folder, in: "/")
    if parts.count > base.count && parts.starts(with: base, by: LexicalPath.areSame) {
      return parts[base.count...].joined(separator: "/")
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Whether `path`, absolute, is one of the folders or files `roots` or lies in one; by their components.
  package static func lies(_ path: String, inOneOf roots: [[String]]) -> Bool {
    let parts = components(of: path, in: "/")
    return roots.contains { parts.starts(with: $0, by: areSame) }
  }

  /// Whether two names are the same bytes. `==` on strings takes é in one code point and in two
  /// for equal; the file system does not.
  package static func areSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  /// The order of all lists of paths: by bytes, as `LC_ALL=C sort` has it.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
