import CorpusIndex
import Foundation
import Taohua
import TestSupport
import Testing

/// The promise of an index: the answer of a check is that of the same documents in memory, to the byte,
/// however the index came to hold them.
///
/// `TAOHUA_ROUNDS` sets how many corpora are tried.
@Suite("An index answers like its documents in memory")
struct IndexPropertyTests {
  static let rounds = Rounds.whole(12)

  /// Files, drafts of every sort and the settings of a round.
  struct Round {
    var random: RandomFiles
    let files: [RandomFiles.File]
    let drafts: [RandomFiles.File]
    let audit: AuditSettings

    init(_ seed: UInt64) {
      random = RandomFiles(seed: seed)
      let corpus = random.corpus(random.number(1...14))
      files = corpus
      var drafts = [
        RandomFiles.File(name: "draft.txt", text: random.text(after: corpus)),
        .init(name: "new/draft.md", text: random.text() + random.text(after: corpus)),
        .init(name: "copy.txt", text: corpus[random.number(0...corpus.count - 1)].text),
      ]
      let revised = corpus[random.number(0...corpus.count - 1)]
      drafts.append(.init(name: revised.name, text: revised.text + random.text()))
      self.drafts = drafts
      audit = random.auditSettings()
    }
  }

  @Test("built at once", arguments: 0..<rounds)
  func builtAtOnce(_ seed: UInt64) throws {
    let round = Round(seed)
    let folder = try IndexedFolder()
    for file in round.files { try folder.write(file) }
    try folder.build(round.files.map(\.name), round.audit)
    let answer = try folder.checked(round.drafts, round.audit)
    #expect(try answer == folder.expected(round.drafts, round.audit), "seed \(seed)")
    try folder.index.verify()
  }

  @Test("built in batches, in any order", arguments: 0..<rounds)
  func builtInBatches(_ seed: UInt64) throws {
    var round = Round(seed)
    let folder = try IndexedFolder()
    for file in round.files { try folder.write(file) }
    let names = round.random.shuffled(round.files.map(\.name))
    let first = round.random.number(1...names.count)
    try folder.build(names[..<first], round.audit)
    // One by one: more batches than segments may stand side by side.
    for name in names[first...] {
      let generation = try folder.index.snapshot().manifest.generation
      _ = try folder.indexer().add(folder.inputs([name]), roots: [], base: folder.base)
      let manifest = try folder.index.snapshot().manifest
      #expect(manifest.generation == generation + 1 && !manifest.isCurrent)
    }
    let expected = try folder.expected(round.drafts, round.audit)
    #expect(try folder.checked(round.drafts, round.audit) == expected, "seed \(seed), behind")
    let generation = try folder.index.snapshot().manifest.generation
    try folder.indexer().describe(progress: nil)
    let manifest = try folder.index.snapshot().manifest
    #expect(manifest.generation == generation && manifest.isCurrent)
    #expect(try folder.checked(round.drafts, round.audit) == expected, "seed \(seed), described")
    try folder.index.verify()

    let atOnce = try IndexedFolder()
    for file in round.files { try atOnce.write(file) }
    try atOnce.build(round.files.map(\.name), round.audit)
    #expect(try folder.catalogue() == atOnce.catalogue(), "seed \(seed), catalogue")
  }

  @Test("after removals, changes, re-additions, merges and purges", arguments: 0..<rounds)
  func changedOften(_ seed: UInt64) throws {
    var round = Round(seed)
    let folder = try IndexedFolder()
    for file in round.files { try folder.write(file) }
    try folder.build(round.files.map(\.name), round.audit)
    for step in 0..<round.random.number(3...25) {
      try change(folder, &round)
      if round.random.oneIn(3) {
        let answer = try folder.checked(round.drafts, round.audit)
        #expect(
          try answer == folder.expected(round.drafts, round.audit), "seed \(seed), step \(step)")
      }
    }
    let expected = try folder.expected(round.drafts, round.audit)
    #expect(try folder.checked(round.drafts, round.audit) == expected, "seed \(seed), at last")
    try folder.indexer().describe(progress: nil)
    #expect(try folder.checked(round.drafts, round.audit) == expected, "seed \(seed), described")
    try folder.index.verify()
  }

  /// Changes files and the index alike.
  private func change(_ folder: IndexedFolder, _ round: inout Round) throws {
    let present = folder.files
    let original = round.files[round.random.number(0...round.files.count - 1)]
    switch round.random.number(0...6) {
    case 0 where present.count > 1:
      let gone = present[round.random.number(0...present.count - 1)].name
      try folder.delete(gone)
      _ = try folder.indexer().remove([gone], purge: round.random.oneIn(2))
    case 1, 2:
      try folder.write(.init(name: original.name, text: round.random.text(after: present)))
      _ = try folder.indexer().add(folder.inputs([original.name]), roots: [], base: folder.base)
    case 3:
      // What it held once.
      try folder.write(original)
      _ = try folder.indexer().add(folder.all, roots: [], base: folder.base)
    case 4:
      // Files that are new, changed, gone: found by looking.
      try folder.write(.init(name: "extra.txt", text: round.random.text()))
      if round.random.oneIn(2) {
        try folder.write(.init(name: original.name, text: round.random.text(after: present)))
      }
      if round.random.oneIn(2) && present.count > 1 {
        try folder.delete(present[round.random.number(0...present.count - 1)].name)
      }
      let change = try folder.indexer().refresh(folder.all, base: folder.base, progress: nil)
      #expect(
        change.added.count + change.changed.count + change.unchanged == folder.files.count)
      #expect(try folder.index.snapshot().manifest.isCurrent)
    case 5: try folder.indexer().purge()
    default: try folder.indexer().describe(progress: nil)
    }
  }
}
