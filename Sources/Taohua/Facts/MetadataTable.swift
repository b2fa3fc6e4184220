internal import TextIngest

/// A table of metadata, given as comma-separated values: a row for each document, a column for each key.
package struct MetadataTable: Sendable {
  /// What a row says.
  package struct Row: Hashable, Sendable {
    /// The document's id or path, as it stands in the table.
    package var name: String
    /// From 1.
    package var line: Int
    /// By ``TextIngest/MetadataKey``; empty cells are not in it.
    var fields: [String: String]
  }

  /// Why a table cannot be used.
  package struct Malformed: Error, Hashable, Sendable {
    package var line: Int
    package var column: Int
    package var problem: Problem
  }

  package enum Problem: Hashable, Sendable {
    case notUTF8
    /// Nothing in it, or no column `path` or `id` among those found.
    case noNameColumn(found: [String])
    case repeatedColumn(String)
    case strayQuote, textAfterQuote, openQuote
    case fieldCount(Int, columns: Int)
    case noName
    /// A row for a name that has one, at `line`.
    case repeatedName(String, line: Int)
    case noYear(String)
    case noDate(String)
  }

  package private(set) var rows: [Row] = []

  /// - Throws: the first place where `bytes` are no table of metadata.
  package init(_ bytes: [UInt8]) throws(Malformed) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = Self.validLines(bytes)
      throw Malformed(line: line, column: 1, problem: .notUTF8)
    }
    let records = try Self.records(text)
    guard let header = records.first else {
      throw Malformed(line: 1, column: 1, problem: .noNameColumn(found: []))
    }
    let columns = try Columns(header)
    var lines: [String: Int] = [:]
    for record in records.dropFirst() {
      let row = try columns.row(record)
      if let earlier = lines.updateValue(row.line, forKey: row.name) {
        throw Malformed(
          line: row.line, column: record[columns.name].column,
          problem: .repeatedName(row.name, line: earlier))
      }
      rows.append(row)
    }
  }

  private static func records(_ text: String) throws(Malformed) -> [[CSVReader.Field]] {
    do throws(CSVReader.Malformed) {
      return try CSVReader.records(of: text)
    } catch {
      let problem: Problem =
        switch error.problem {
        case .strayQuote: .strayQuote
        case .textAfterQuote: .textAfterQuote
        case .openQuote: .openQuote
        }
      throw Malformed(line: error.line, column: error.column, problem: problem)
    }
  }

  /// The number of the first line that is not UTF-8.
  private static func validLines(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let first = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return (first.map { lines.distance(from: lines.startIndex, to: $0) } ?? 0) + 1
  }
}

/// What the columns of a table hold.
private struct Columns {
  let keys: [String]
  /// The column of ids or paths.
  let name: Int

  init(_ header: [CSVReader.Field]) throws(MetadataTable.Malformed) {
    keys = header.map { MetadataKey.canonical($0.text) }
    var seen = Set<String>()
    for (key, field) in zip(keys, header) where !key.isEmpty && !seen.insert(key).inserted {
      throw .init(line: field.line, column: field.column, problem: .repeatedColumn(field.text))
    }
    guard let name = ["id", "path", "路径", "文件"].lazy.compactMap(keys.firstIndex).first else {
      throw .init(line: 1, column: 1, problem: .noNameColumn(found: header.map(\.text)))
    }
    self.name = name
  }

  func row(_ record: [CSVReader.Field]) throws(MetadataTable.Malformed) -> MetadataTable.Row {
    guard record.count == keys.count else {
      let place = record[min(record.count, keys.count + 1) - 1]
      throw .init(
        line: place.line, column: place.column,
        problem: .fieldCount(record.count, columns: keys.count))
    }
    guard !record[name].text.isEmpty else {
      throw .init(line: record[name].line, column: record[name].column, problem: .noName)
    }
    var fields: [String: String] = [:]
    for (key, field) in zip(keys, record)
    where !key.isEmpty && key != "id" && key != "path" && key != keys[name] && !field.text.isEmpty {
      fields[key] = try value(of: key, field)
    }
    return .init(name: record[name].text, line: record[0].line, fields: fields)
  }

  private func value(
    of key: String, _ field: CSVReader.Field
  ) throws(MetadataTable.Malformed) -> String {
    func problem(_ problem: MetadataTable.Problem) -> MetadataTable.Malformed {
      .init(line: field.line, column: field.column, problem: problem)
    }
    switch key {
    case MetadataKey.year:
      guard let year = Int(field.text), (1...9_999).contains(year) else {
        throw problem(.noYear(field.text))
      }
      return String(year)
    case MetadataKey.date:
      guard let date = WrittenDate.parse(field.text) else { throw problem(.noDate(field.text)) }
      return date.text
    default: return field.text
    }
  }
}

extension MetadataTable {
  /// The index of the row for each name that a file or document may have.
  fileprivate func rowsByName(folder: String, workingFolder: String) -> [String: Int] {
    var rows: [String: Int] = [:]
    for name in [
      { $0 }, { LexicalPath.normalised($0, in: workingFolder) },
      { LexicalPath.normalised(folder + "/" + $0, in: workingFolder) },
    ] as [(String) -> String] {
      for (index, row) in self.rows.enumerated() where rows[name(row.name)] == nil {
        rows[name(row.name)] = index
      }
    }
    return rows
  }
}

extension Corpus {
  /// Gives the documents what `table` says of them.
  ///
  /// A row names a document by its id, or a file, all parts of which it is for, but for the title; what is
  /// said of a part alone goes first.
  ///
  /// - Parameters:
  ///   - table: what is known of documents.
  ///   - folder: where names in the table start from that are not found from the working folder.
  ///   - workingFolder: an absolute path.
  /// - Returns: the indices of the rows that name a document.
  package mutating func take(
    _ table: MetadataTable, folder: String, workingFolder: String
  ) -> Set<Int> {
    let rows = table.rowsByName(folder: folder, workingFolder: workingFolder)
    var used = Set<Int>()
    for index in documents.indices {
      let input = files[documents[index].file].input
      let names = [input.name, LexicalPath.normalised(input.path, in: workingFolder)]
      if let row = names.lazy.compactMap({ rows[$0] }).first {
        used.insert(row)
        var fields = table.rows[row].fields
        if documents[index].part != nil { fields[MetadataKey.title] = nil }
        documents[index].given = fields
      }
      if let part = documents[index].part,
        let row = names.lazy.compactMap({ rows["\($0)#\(part)"] }).first
      {
        used.insert(row)
        documents[index].given.merge(table.rows[row].fields) { $1 }
      }
      if let title = documents[index].given[MetadataKey.title] { documents[index].title = title }
    }
    return used
  }

  /// The keys that front matter or a table of metadata gives to a document, in order.
  package var givenKeys: [String] {
    let keys = files.flatMap(\.metadata.keys) + documents.flatMap(\.given.keys)
    return Set(keys).sorted()
  }
}
