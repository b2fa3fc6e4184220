internal import Evaluation
internal import Glibc
internal import Taohua
internal import TextIngest

/// Files that an evaluation reads, with failures that name them.
enum EvaluationFile {
  /// The bytes of the file at `path`.
  ///
  /// - Throws: `CommandFailure.unreadable`.
  static func content(_ path: String) throws(CommandFailure) -> [UInt8] {
    do throws(SystemFailure) {
      return try SmallFile.content(of: path)
    } catch {
      let reason = SystemError(code: error.errno).description
      throw .unreadable(path: path, reason: "cannot be read: \(reason)")
    }
  }

  /// What `parse` makes of the file at `path`.
  ///
  /// - Throws: `CommandFailure.unreadable`, or `.malformed` for what `parse` throws.
  static func parsed<Value>(
    _ path: String, _ parse: ([UInt8]) throws(FormatError) -> Value
  ) throws(CommandFailure) -> Value {
    let content = try content(path)
    return try naming(path) { () throws(FormatError) in try parse(content) }
  }

  /// What `body` gives; what it throws is said of the file at `path`.
  static func naming<Value>(
    _ path: String, _ body: () throws(FormatError) -> Value
  ) throws(CommandFailure) -> Value {
    do throws(FormatError) {
      return try body()
    } catch {
      throw .malformed(file: path, problem: error)
    }
  }

  /// The text of the file at `path`.
  ///
  /// - Throws: `CommandFailure.unreadable`, also where it is no UTF-8.
  static func text(_ path: String) throws(CommandFailure) -> CodePoints {
    guard let text = CodePoints(try content(path)) else {
      throw .unreadable(path: path, reason: "is not UTF-8; offsets in it mean nothing")
    }
    return text
  }

  /// A range of offsets as people write it: `5-9`, the end exclusive.
  static func text(_ range: Range<Int>) -> String { "\(range.lowerBound)-\(range.upperBound)" }

  /// The names in the folder `path` of the kind wanted, links among the files; none where there is no
  /// such folder.
  static func names(in path: String, _ kind: FolderListing.Kind) -> [String] {
    guard let listing = try? FolderListing(path) else { return [] }
    return listing.entries.filter { $0.kind == kind || ($0.kind == .link && kind == .file) }
      .map { String(decoding: $0.name, as: UTF8.self) }
  }

  /// Whether a folder stands at `path`.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
