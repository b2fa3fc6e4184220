/// The name of a commit, tree or blob: 40 hexadecimal digits, 64 in a repository with SHA-256.
struct GitObject: Hashable {
  let text: String

  /// Nil unless `line` is such a name, with or without a line break behind.
  init?(line: some Sequence<UInt8>) {
    let digits = line.filter { $0 != UInt8(ascii: "\n") }
    let isName = digits.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    guard isName, digits.count == 40 || digits.count == 64 else { return nil }
    text = String(decoding: digits, as: UTF8.self)
  }

  /// Whether it stands for nothing: no file, or one in the working tree that git has not hashed.
  var isNull: Bool { text.utf8.allSatisfy { $0 == UInt8(ascii: "0") } }
}
