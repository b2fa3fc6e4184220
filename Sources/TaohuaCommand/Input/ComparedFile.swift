internal import PhraseReport
internal import ShingleEngine
internal import Taohua
internal import TextIngest

/// One side of a comparison.
enum ComparedFile {
  /// The one document of the file at `path`; compilations are never split.
  ///
  /// - Throws: `CommandFailure.unreadable` with the reason, or `.notOneDocument` for a folder.
  static func read(_ path: String, settings: Settings) throws(CommandFailure) -> Corpus {
    let inputs = try InputFiles([path], settings: settings)
    guard inputs.paths.count == 1 || inputs.paths.isEmpty else { throw .notOneDocument(path) }
    var reading = settings.reading
    reading.splitsCompilations = false
    let corpus = Corpus.read(inputs.paths, settings: reading, jobs: 1)
    if let failure = (inputs.skipped + corpus.skipped).first {
      throw .unreadable(path: failure.path, reason: failure.reason)
    }
    guard corpus.documents.count == 1 else { throw .notOneDocument(path) }
    return corpus
  }
}

/// A list of pairs of documents, as the PAN corpora have it.
struct PairList {
  private let lines: [(left: String, right: String)]
  private let settings: Settings

  /// Pairs that are compared before the next are printed.
  private static let batch = 256

  /// - Throws: `CommandFailure.listUnreadable`, or `.notAPair` with the line.
  init(file: String, settings: Settings) throws(CommandFailure) {
    self.settings = settings
    let content: [UInt8]
    do throws(SystemFailure) {
      content = try SmallFile.content(of: file)
    } catch {
      throw .listUnreadable(file: file, errno: error.errno)
    }
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    var lines: [(left: String, right: String)] = []
    let text = String(decoding: content, as: UTF8.self)
    for (index, line) in text.split(whereSeparator: \.isNewline).enumerated() {
      let names = line.split(whereSeparator: \.isWhitespace)
      guard names.count == 2 else { throw .notAPair(file: file, line: index + 1) }
      lines.append(
        (
          Self.path(String(names[0]), below: folder, or: "susp/"),
          Self.path(String(names[1]), below: folder, or: "src/")
        ))
    }
    self.lines = lines
  }

  private static func path(_ name: String, below folder: String, or part: String) -> String {
    SmallFile.exists(folder + name) ? folder + name : folder + part + name
  }

  /// Prints a line of JSON for each pair, in order, and says which could not be read.
  ///
  /// - Throws: `ExitStatus.failure` after the last pair if one could not be read.
  func compare(_ comparison: CompareSettings) throws {
    let workers = Workers(count: settings.jobs)
    var isComplete = true
    for first in stride(from: 0, to: lines.count, by: Self.batch) {
      let part = lines[first..<min(first + Self.batch, lines.count)]
      let settings = settings
      let results = workers.map(part.count) { index -> Result<[UInt8], CommandFailure> in
        let line = part[part.startIndex + index]
        do throws(CommandFailure) {
          let left = try ComparedFile.read(line.left, settings: settings)
          let right = try ComparedFile.read(line.right, settings: settings)
          let report = Compare.run(left, right, settings: comparison)
          return .success(CompareJSON.render(report, isOneLine: true))
        } catch {
          return .failure(error)
        }
      }
      for result in results {
        switch result {
        case .success(let line): try StandardOutput.write(line)
        case .failure(let failure):
          StandardError.write(failure.message)
          isComplete = false
        }
      }
    }
    if !isComplete { throw ExitStatus.failure }
  }
}
