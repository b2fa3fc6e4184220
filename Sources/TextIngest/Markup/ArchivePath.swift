/// Names of members of archives, as documents refer to them.
enum ArchivePath {
  /// The member that `target` names from `folder`. What climbs out of the archive stays in it: a name
  /// is only ever looked up.
  static func resolved(_ target: String, from folder: [String]) -> String {
    var components = target.hasPrefix("/") ? [] : folder
    for component in target.split(separator: "/") {
      switch component {
      case ".": break
      case "..": _ = components.popLast()
      default: components.append(String(component))
      }
    }
    return components.joined(separator: "/")
  }

  /// `target` with its percent escapes resolved, and without a fragment.
  static func unescaped(_ target: String) -> String {
    var bytes: [UInt8] = []
    var rest = target.utf8.prefix { $0 != UInt8(ascii: "#") }
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
