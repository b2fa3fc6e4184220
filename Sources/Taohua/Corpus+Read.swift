internal import CorpusIndex
internal import PhraseReport
internal import ShingleEngine
internal import Synchronization
internal import TextIngest

extension Corpus {
  /// Reads `paths` on `jobs` threads.
  ///
  /// A file that cannot be read is in `skipped`, with a reason in words that names the place.
  public static func read(
    _ paths: [InputPath], settings: ReadingSettings = ReadingSettings(), jobs: Int,
    progress: ProgressHandler? = nil
  ) -> Corpus {
    read(paths, settings: settings, jobs: jobs, memory: nil, progress: progress)
  }

  /// As above.
  ///
  /// - Parameters:
  ///   - paths: the files, in any order.
  ///   - settings: how they are read.
  ///   - jobs: threads.
  ///   - memory: what the work on the corpus may take; nil for all that there is.
  ///   - progress: is told how far it is.
  package static func read(
    _ paths: [InputPath], settings: ReadingSettings, jobs: Int, memory: MemoryPlan?,
    progress: ProgressHandler?
  ) -> Corpus {
    let sorted = paths.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let workers = Workers(count: jobs)
    let meter = ReadingMeter(total: sorted.count, handler: progress)
    let texts = texts(of: sorted, settings.ingest, workers)
    memory?.apply(textBytes: texts.reduce(0) { $0 + $1.byteCount })
    let sizes = texts.map(\.characterCount)
    return assembled(sorted, sizes: sizes, settings, workers: workers) { index in
      defer { meter.count() }
      return texts[index].ingested(settings.ingest)
    }
  }

  /// The texts of `inputs` in their order. Those that other programs read, which take by far the longest, are
  /// begun first, the largest of them before the others, as far as their sizes are known.
  private static func texts(
    of inputs: [InputPath], _ settings: IngestSettings, _ workers: Workers
  ) -> [FileText] {
    let sizes = inputs.map { input in
      let format = try? Reader.format(ofFileName: input.name)
      return format?.converter == nil ? 0 : 1 + (input.content?.count ?? 0)
    }
    let order = inputs.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    let found = workers.map(inputs.count) { FileText(of: inputs[order[$0]], settings) }
    var texts = found
    for (text, index) in zip(found, order) { texts[index] = text }
    return texts
  }

  /// The corpus of `inputs`, which are in order of name.
  ///
  /// - Parameters:
  ///   - sizes: characters of each, or more: what room its tokens need.
  ///   - settings: how they are read.
  ///   - mostTokens: of the whole; a file that does not fit is left out.
  ///   - ingest: reads the input with an index, on any thread.
  static func assembled(
    _ inputs: [InputPath], sizes: [Int], _ settings: ReadingSettings, workers: Workers,
    mostTokens: Int = TokenCorpus.mostTokens,
    ingest: @Sendable (Int) -> Result<(IngestedFile, ContentHash), IngestError>
  ) -> Corpus {
    let builder = CorpusBuilder(inputs, sizes: sizes, mostTokens: mostTokens)
    workers.forEach(inputs.count) { index in
      builder.awaitTurn(of: index)
      builder.add(ingest(index), at: index)
    }
    return builder.corpus(settings)
  }
}

/// The text of a file, or why there is none.
private struct FileText: Sendable {
  private let result: Result<(SourceText, ContentHash), IngestError>
  /// Of the text.
  let characterCount: Int

  /// Reads the file `input`.
  init(of input: InputPath, _ settings: IngestSettings) {
    result = Result { () throws(IngestError) in
      let content = try FileText.content(of: input, limit: settings.sizeLimit)
      let format = try Reader.format(ofFileName: input.name)
      let hash = ContentHash(of: content)
      // Versions of a file that git keeps are read several times: new, old, and as one of the last commit.
      if format.converter != nil && input.content != nil {
        let text = try ConvertedTexts.shared.text(hash, format) { () throws(IngestError) in
          try Reader.text(of: content, format: format, settings: settings)
        }
        return (text, hash)
      }
      return (try Reader.text(of: content, format: format, settings: settings), hash)
    }
    characterCount = (try? result.get().0.characterCount) ?? 0
  }

  private static func content(
    of input: InputPath, limit: Int
  ) throws(IngestError) -> [UInt8] {
    if let content = input.content { return content }
    return try Reader.content(path: input.path, name: input.name, limit: limit)
  }

  /// Of the text: a document in an archive has more of it than it has bytes.
  var byteCount: Int { (try? result.get().0.content.count) ?? 0 }

  func ingested(_ settings: IngestSettings) -> Result<(IngestedFile, ContentHash), IngestError> {
    result.map { text, hash in (Reader.ingest(text, settings: settings), hash) }
  }
}

/// Says how many files were read, some 200 times.
private final class ReadingMeter: Sendable {
  private let total: Int
  private let handler: ProgressHandler?
  private let completed = Atomic<Int>(0)

  init(total: Int, handler: ProgressHandler?) {
    self.total = total
    self.handler = handler
  }

  func count() {
    let count = completed.wrappingAdd(1, ordering: .relaxed).newValue
    if count % max(1, total / 200) == 0 {
      handler?(Progress(stage: .reading, completed: count, total: total))
    }
  }
}
