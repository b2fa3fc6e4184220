internal import Taohua
internal import TextIngest

/// The table of `--metadata`: what is known of the documents beside their text.
final class MetadataFile {
  private let path: String
  private let table: MetadataTable
  /// The rows that named a document of a corpus.
  private var used = Set<Int>()

  /// Nil where the settings name none.
  ///
  /// - Throws: `CommandFailure.unreadable`, or `.metadata` with the place of what is wrong in it.
  init?(_ settings: Settings) throws(CommandFailure) {
    guard let path = settings.text(.metadata) else { return nil }
    self.path = path
    let content: [UInt8]
    do throws(SystemFailure) {
      content = try SmallFile.content(of: path)
    } catch {
      throw .unreadable(
        path: path, reason: "cannot be read: \(SystemError(code: error.errno).description)")
    }
    do throws(MetadataTable.Malformed) {
      table = try MetadataTable(content)
    } catch {
      throw .metadata(file: path, error)
    }
  }

  /// Gives the documents of `corpus` what the table says of them.
  func apply(to corpus: inout Corpus) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    used.formUnion(
      corpus.take(table, folder: folder, workingFolder: WorkingFolder.path))
  }

  /// Says which rows name no document: the first 20.
  func reportUnused() {
    let unused = table.rows.indices.filter { !used.contains($0) }
    for row in unused.prefix(20).map({ table.rows[$0] }) {
      StandardError.warn("\(path):\(row.line): there is no document '\(row.name)'")
    }
    if unused.count > 20 { StandardError.line("  and \(unused.count - 20) more") }
  }
}
