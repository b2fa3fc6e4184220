/// The paths that the user named, as places in the repository.
///
/// A hook is handed thousands of names: each question costs the parts of one path.
struct NamedPaths {
  /// How a file was named.
  enum Match { case itself, folderAbove, not }

  /// As the user wrote them, with their bytes from the top; nil outside of the working tree.
  private let names: [(argument: String, place: [UInt8]?)]
  private let places: Set<[UInt8]>

  init(_ arguments: [String], in repository: GitRepository) {
    names = arguments.map { ($0, repository.location(of: $0).map { Array($0.utf8) }) }
    places = Set(names.compactMap(\.place))
  }

  /// How `path` was named; where nothing was, all is below what is meant.
  func match(_ path: GitPath) -> Match {
    if names.isEmpty { return .folderAbove }
    let ways = Self.ways(to: path)
    guard let last = ways.last else { return .not }
    if places.contains(last) { return .itself }
    return ways.contains(where: places.contains) ? .folderAbove : .not
  }

  /// The arguments that are none of `paths`, nor a folder above one.
  func arguments(without paths: some Sequence<GitPath>) -> [String] {
    if names.isEmpty { return [] }
    var known: Set<[UInt8]> = []
    for path in paths { known.formUnion(Self.ways(to: path)) }
    return names.filter { name in name.place.map { !known.contains($0) } ?? true }.map(\.argument)
  }

  /// The top, the folders above `path` and `path` itself, as arguments are decoded: bytes that are no
  /// UTF-8 are lost there.
  private static func ways(to path: GitPath) -> [[UInt8]] {
    let bytes = Array(String(decoding: path.bytes, as: UTF8.self).utf8)
    let slashes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") }
    return [[]] + slashes.map { Array(bytes[..<$0]) } + [bytes]
  }
}
