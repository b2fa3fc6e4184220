import PhraseReport
import Taohua
import TestSupport
import Testing

/// Two versions of a draft, and what was put in.
struct Edit: Sendable {
  var old: String
  var new: String
  /// The new version in another encoding.
  var newBytes: [UInt8]?
  /// The text that was put in, where it is the one thing that must be found.
  var added: String?
  /// Byte offset of it in the new version.
  var offset = 0
}

/// Checks many edits at once against one archive.
struct NoveltyCheck {
  let edits: [Edit]
  let drafts: Corpus
  private(set) var report: CheckReport

  /// Text of characters and of words, each with several archives.
  static let generators = (0..<Rounds.whole(2)).map { (seed: $0, isSpaced: $0 % 2 == 1) }

  /// Checks 45 edits that `edit` makes, against the archive of the generator of `seed`.
  init(_ seed: UInt64, _ isSpaced: Bool, _ edit: (inout ReportGenerator) -> Edit) {
    var generator = ReportGenerator(seed: seed, isSpaced: isSpaced)
    let archive = generator.archive()
    self.init((0..<45).map { _ in edit(&generator) }, archive: archive)
  }

  init(_ edits: [Edit], archive: [GeneratedReport]) {
    self.edits = edits
    func input(_ name: String, _ text: String, _ bytes: [UInt8]? = nil) -> InputPath {
      var input = InputPath(path: name, name: name, isNamed: true)
      input.content = bytes ?? Array(text.utf8)
      return input
    }
    let corpus = Corpus.read(
      archive.enumerated().map { input("archive/\($0).txt", $1.text) }, jobs: 2)
    drafts = Corpus.read(
      edits.enumerated().flatMap { index, edit in
        [input("\(index)/new.txt", edit.new, edit.newBytes), input("\(index)/old.txt", edit.old)]
      }, settings: .whole, jobs: 2)
    var settings = CheckSettings()
    settings.audit.jobs = 2
    report = Check.run(drafts: drafts, against: corpus, settings: settings)
    let files = Dictionary(
      uniqueKeysWithValues: drafts.files.enumerated().map { ($1.input.name, $0) })
    report.markNew(of: drafts, since: report, of: drafts) { file in
      let name = drafts.files[file].input.name
      return name.hasSuffix("new.txt") ? [files[name.dropLast(7) + "old.txt"]!] : [file]
    }
  }

  /// The findings of each edit's new version, less the notes of the draft repeating itself.
  func findings(_ index: Int, isOld: Bool = false) -> [Finding] {
    let path = "\(index)/\(isOld ? "old" : "new").txt"
    return report.findings.filter { $0.path == path && $0.rule != .repeated }
  }

  func new(_ index: Int) -> [Finding] { findings(index).filter(\.isNew) }

  func text(_ finding: Finding) -> String {
    let content = drafts.files[drafts.documents[finding.document!].file].content
    return String(decoding: content[finding.start..<finding.end], as: UTF8.self)
  }

  /// Expects nothing new in any edit.
  func expectNothingNew(_ what: String) {
    for index in edits.indices {
      let found = new(index).map { "\($0.rule.rawValue) \(text($0)) \($0.fingerprint)" }
      #expect(found.isEmpty, "\(what)\nold: \(edits[index].old)\nnew: \(edits[index].new)")
    }
  }

  /// Expects of each edit the text that was added, and nothing else.
  func expectTheAddition(_ what: String) {
    for (index, edit) in edits.enumerated() {
      let found = new(index)
      let range = edit.offset..<edit.offset + edit.added!.utf8.count
      let ranges = found.map { $0.start..<$0.end }
      let texts = found.map(text)
      #expect(
        ranges == [range],
        "\(what): \(texts), not \(edit.added!)\nold: \(edit.old)\nnew: \(edit.new)")
    }
  }
}
