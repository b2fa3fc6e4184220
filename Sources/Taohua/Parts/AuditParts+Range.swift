internal import CorpusIndex
internal import PhraseMining
internal import ShingleEngine

extension AuditParts {
  /// All splits, opened; they are made of what the plan says.
  func openSplits(
    workers: Workers
  ) throws(PartError) -> (joined: JoinedSplits, windows: [SplitWindows]) {
    var documents: [SplitDocuments] = []
    var windows: [SplitWindows] = []
    for index in 0..<plan.splitCount {
      let fingerprint = plan.fingerprint(of: index)
      do throws(IndexError) {
        documents.append(try SplitDocuments(path: path(ofDocuments: index)))
        windows.append(try SplitWindows(path: path(ofWindows: index)))
      } catch {
        throw .unusable(.split(index + 1), error)
      }
      if documents[index].head.fingerprint != fingerprint {
        throw .outdated(.split(index + 1), file: path(ofDocuments: index))
      }
      if windows[index].fingerprint != fingerprint {
        throw .outdated(.split(index + 1), file: path(ofWindows: index))
      }
    }
    let tokens = documents.reduce(0) { $0 + $1.head.tokens }
    guard tokens <= TokenCorpus.mostTokens else { throw .tooLarge(tokens: tokens) }
    do throws(IndexError) {
      return (try JoinedSplits(documents, workers: workers), windows)
    } catch {
      throw unusable(error)
    }
  }

  /// `error` with the part that makes the file that it names.
  func unusable(_ error: IndexError) -> PartError {
    let file =
      switch error {
      case .damaged(let file, _, _), .lost(let file), .otherFormat(let file, _, _),
        .system(let file, _):
        file
      default: ""
      }
    for index in 0..<plan.splitCount
    where [path(ofDocuments: index), path(ofWindows: index)].contains(file) {
      return .unusable(.split(index + 1), error)
    }
    for index in 0..<plan.rangeCount where path(ofGroups: index) == file {
      return .unusable(.range(index + 1), error)
    }
    return .unusable(.plan, error)
  }

  /// The lengths for which windows are grouped, and the length of each document.
  func lengths(of joined: JoinedSplits) -> (grouped: GroupedLengths, documents: [Int]) {
    let documents = joined.documents
    let lengths = plan.shingleLength(documents: documents.count)
    let own = documents.map { lengths.of(isSpaced: $0.isSpaced) }
    return (GroupedLengths(own) { documents[$0].tokens }, own)
  }

  /// What decides what is in the groups of range `index`.
  func fingerprint(
    ofRange index: Int, _ joined: JoinedSplits, _ windows: [SplitWindows],
    _ lengths: GroupedLengths
  ) -> UInt64 {
    var bytes = ByteWriter()
    bytes.add(index)
    bytes.add(plan.rangeCount)
    bytes.add(lengths.main)
    bytes.add(ifKnown: lengths.others)
    for (documents, windows) in zip(joined.splits, windows) {
      bytes.add(fixed: documents.checksum)
      bytes.add(fixed: windows.checksum)
    }
    return checksum(of: bytes.bytes)
  }

  /// Groups the windows of range `number`, from 1, of all splits.
  package func makeRange(_ number: Int, jobs: Int) throws(PartError) -> Outcome {
    try require(range: number)
    let workers = Workers(count: jobs)
    let (joined, windows) = try openSplits(workers: workers)
    let (lengths, own) = lengths(of: joined)
    let path = path(ofGroups: number - 1)
    let fingerprint = fingerprint(ofRange: number - 1, joined, windows, lengths)
    if Self.isMade(path, fingerprint) { return .there }
    do throws(IndexError) {
      let corpus = joined.compared(try joined.tokens())
      let range = HashRange(number - 1, of: plan.rangeCount)
      var groups: [WindowGroups] = []
      for length in [lengths.main] + (lengths.others.map { [$0] } ?? []) {
        let gathered = try gather(length, range, joined, windows)
        groups.append(gathered.groups(length: length, in: corpus, workers: workers))
      }
      try RangeGroups.write(groups, fingerprint: fingerprint, to: path) { index, group in
        index == 0
          || group.range.contains { member in
            own[corpus.document(at: Int(groups[index].positions[member]))] == lengths.others
          }
      }
      return .made(groups.reduce(0) { $0 + $1.runs.reduce(0) { $0 + $1.count } })
    } catch {
      throw unusable(error)
    }
  }

  private static func isMade(_ path: String, _ fingerprint: UInt64) -> Bool {
    do throws(IndexError) {
      let groups = try RangeGroups(path: path)
      guard groups.fingerprint == fingerprint else { return false }
      try groups.verify()
      return true
    } catch {
      return false
    }
  }

  /// The windows of `length` tokens in `range` of all splits. A split that made none of this length, since its
  /// own documents have another, makes them now.
  private func gather(
    _ length: Int, _ range: HashRange, _ joined: JoinedSplits, _ windows: [SplitWindows]
  ) throws(IndexError) -> GatheredWindows {
    var late: [Int: WindowBuckets] = [:]
    for (index, windows) in windows.enumerated() where !windows.has(length) {
      late[index] = WindowBuckets(
        length: length, of: try joined.corpus(ofSplit: index, plan), range: range,
        workers: joined.workers)
    }
    let made = windows.reduce(0) { $0 + $1.count(length, in: range.buckets) }
    var gathered = GatheredWindows(
      capacity: late.values.reduce(made) { $0 + $1.records.count }, tokens: joined.starts.last!)
    for bucket in range.buckets {
      for (index, windows) in windows.enumerated() {
        let offset = joined.starts[index]
        if let late = late[index] {
          let first = bucket - range.buckets.lowerBound
          gathered.append(late, bucket: first, at: offset)
        } else {
          gathered.append(try windows.records(length, in: bucket).span, at: offset)
        }
      }
      gathered.endBucket()
    }
    return gathered
  }
}
