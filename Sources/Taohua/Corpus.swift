package import CorpusIndex
package import PhraseReport
package import TextIngest

/// A file to read: where it is, and what it is called in every output.
public struct InputPath: Hashable, Sendable {
  /// What the system opens.
  public var path: String
  /// The normalised name (DESIGN: a document's `id`); unique in a corpus.
  public var name: String
  /// Whether the user named the file, rather than a folder above it.
  public var isNamed: Bool

  public init(path: String, name: String, isNamed: Bool) {
    self.path = path
    self.name = name
    self.isNamed = isNamed
  }
}

/// Says how far a long job is: `completed` of `total` units of `stage`.
public struct Progress: Sendable {
  public enum Stage: String, Sendable { case reading, comparing, phrases, report }
  public var stage: Stage
  public var completed: Int
  public var total: Int

  public init(stage: Stage, completed: Int, total: Int) {
    self.stage = stage
    self.completed = completed
    self.total = total
  }
}

/// Called from any thread, a few hundred times at most.
public typealias ProgressHandler = @Sendable (Progress) -> Void

/// Documents in memory: read, split and tokenised. The order of the input does not matter.
public struct Corpus: Sendable {
  /// In order of name.
  package var files: [CorpusFile]
  /// Files that could not be read, in order of name.
  package var skipped: [SkippedFile]

  package init(files: [CorpusFile], skipped: [SkippedFile]) {
    self.files = files
    self.skipped = skipped
  }

  /// Reads `paths` on `jobs` threads.
  ///
  /// A file that cannot be read is in `skipped`, with a reason in words that names the place.
  public static func read(
    _ paths: [InputPath], splitsCompilations: Bool = true, jobs: Int,
    progress: ProgressHandler? = nil
  ) -> Corpus {
    fatalError("lands with the engine")
  }
}

/// A file of the corpus.
package struct CorpusFile: Sendable {
  package var input: InputPath
  package var hash: ContentHash
  package var ingested: IngestedFile
}
