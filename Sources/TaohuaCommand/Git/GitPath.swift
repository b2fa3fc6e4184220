/// A path in a repository, from the top of the working tree: any bytes but NUL, parts between slashes.
struct GitPath: Hashable {
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Its parts.
  var components: [[UInt8]] { bytes.split(separator: UInt8(ascii: "/")).map { Array($0) } }

  /// What every output calls the file, for somebody who stands in the folder `prefix`: relative to it,
  /// with `../` before what is outside of it.
  func name(from prefix: [String]) -> String {
    relativeComponents(from: prefix).map(Self.text).joined(separator: "/")
  }

  /// The same path as bytes.
  func relativeBytes(from prefix: [String]) -> [UInt8] {
    Array(relativeComponents(from: prefix).joined(separator: [UInt8(ascii: "/")]))
  }

  private func relativeComponents(from prefix: [String]) -> [[UInt8]] {
    let parts = components
    let shared = zip(parts, prefix).prefix { $0.elementsEqual($1.utf8) }.count
    // A file is no folder: one part at least is its own.
    let own = min(shared, parts.count - 1)
    return Array(repeating: Array("..".utf8), count: prefix.count - own) + parts[own...]
  }

  /// The order of all lists of paths: by bytes.
  func precedes(_ other: GitPath) -> Bool { bytes.lexicographicallyPrecedes(other.bytes) }

  /// `part` as text; bytes that are no UTF-8 as git shows them: `\377`.
  private static func text(_ part: [UInt8]) -> String {
    if let text = String(validating: part, as: UTF8.self) { return text }
    var text = ""
    var rest = part[...]
    while !rest.isEmpty {
      let length = (1...min(4, rest.count)).first {
        String(validating: rest.prefix($0), as: UTF8.self) != nil
      }
      guard let length else {
        let digits = String(rest.removeFirst(), radix: 8)
        text += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        continue
      }
      text += String(decoding: rest.prefix(length), as: UTF8.self)
      rest.removeFirst(length)
    }
    return text
  }
}
