import Foundation
import Testing

/// One folder of `Cases`: how the program is called, and what must come of it.
///
/// - `args`: the arguments, one a line.
/// - `input/`: files that stand in the working folder; without it the folder is empty.
/// - `setup`: a shell script that is run in the working folder first, for what git cannot keep
///   (an unreadable file, a link, bytes that are no UTF-8); `$TAOHUA` is the program.
/// - `stdin`, `env`: standard input; further variables, `NAME=value` a line.
/// - `stdout`, `stderr`, `status`: what is expected; `*.match` instead of a file holds lines that
///   must stand in the output in this order, for outputs that are tested whole elsewhere.
/// - `files`: every file that must be there afterwards beside those of `input` and `setup`.
/// - `result/`: files that must stand in the working folder afterwards with this content.
/// - `skip-as-root`: permissions do not hold for root; the case is skipped then.
struct CommandCase: CustomTestStringConvertible, Sendable {
  let name: String
  let folder: URL

  var testDescription: String { name }

  /// All cases, in order of name.
  static let all: [CommandCase] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map {
      CommandCase(name: $0, folder: root.appending(path: $0))
    }
  }()

  func has(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: file).path)
  }

  /// The paths of the files in `result`, in order.
  var results: [String] {
    let root = folder.appending(path: "result")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    return paths.sorted().filter { path in
      (try? root.appending(path: path).resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory
        == false
    }
  }

  /// The content of a file of the case; nil where there is none.
  func data(_ file: String) -> Data? { try? Data(contentsOf: folder.appending(path: file)) }

  /// The lines of a file of the case without the empty ones.
  func lines(_ file: String) -> [String] {
    String(decoding: data(file) ?? Data(), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }
}
