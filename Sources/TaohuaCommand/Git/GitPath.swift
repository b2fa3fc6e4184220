internal import TextIngest

/// A path in a repository, from the top of the working tree: any bytes but NUL, parts between slashes.
struct GitPath: Hashable {
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Its parts.
  var components: [[UInt8]] { bytes.split(separator: UInt8(ascii: "/")).map { Array($0) } }

  /// What every output calls the file, for somebody who stands in the folder `prefix`: relative to it,
  /// with `../` before what is outside of it.
  func name(from prefix: [String]) -> String {
    let parts = components.map(Self.text)
    let shared = zip(parts, prefix).prefix { LexicalPath.areSame($0, $1) }.count
    // A folder that has the name of the file itself cannot be.
    let up = Array(repeating: "..", count: prefix.count - min(shared, prefix.count))
    return (up + parts[min(shared, parts.count - 1)...]).joined(separator: "/")
  }

  /// The path as the user's shell would hand it over, and as arguments are decoded.
  var lossyText: String { String(decoding: bytes, as: UTF8.self) }

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
