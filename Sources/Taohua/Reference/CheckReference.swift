package import CorpusIndex
package import PhraseMining
package import PhraseReport
package import ShingleEngine

/// The reports that drafts are checked against, wherever they are kept: in memory or in an index.
///
/// Tokens are named in the numbering of ``words``; drafts are brought into it before they are compared.
package protocol CheckReference: Sendable {
  /// In order of id.
  var documents: [ReferenceDocument] { get }
  /// Near-duplicates and settings are those of the whole reference, whatever a check leaves out.
  var mining: MiningSettings { get }
  /// The words that the numbering begins with.
  var words: [String] { get }
  var inventory: PhraseInventory { get }
  /// The names by which series are told.
  var series: SeriesTable { get }

  /// The tokens of all documents, found sound.
  ///
  /// - Parameter words: those of the drafts' numbering, which begins with the reference's own.
  func parts(words: [String]) throws(IndexError) -> [DocumentPart]
  /// Begins to count in all documents what may be names of places, two of ``PlaceNames/characters``.
  func counting(_ names: PairCounts) -> PairCounts.PendingCounts
  /// Begins to give the memory of the tokens back, which are not needed any more; nil where others hold it. The
  /// end of the process would have to do it with one thread.
  func releaseTokens() -> PendingResults<Void>?
  /// The index of the family that owns a token, by document and offset; nil if it is not stock.
  func family(of document: UInt32, at offset: UInt32) -> Int?
  /// The family `index` with its places, which are in order of document and start and need no lines.
  ///
  /// - Parameter count: only those in the first so many documents that have any need be there, the same number
  ///   each time; nil for all.
  func family(_ index: Int, inFirst count: Int?) -> FamilyReport
  /// Where runs of tokens of `document` stand in its file; they are counted from its first one.
  func places(_ runs: [Range<Int>], of document: Int) throws(IndexError) -> [FindingPlace]
  /// The files of the documents, with their text if `withText`.
  func files(withText: Bool) throws(IndexError) -> [ReportFile]
}

/// A document of a reference.
package struct ReferenceDocument: Hashable, Sendable {
  package var id: String
  /// Index of its file.
  package var file: Int
  /// The file's name, and the hash of its bytes.
  package var path: String
  /// Where it is: an absolute path, or one relative to the base of the check.
  package var location: String
  package var hash: ContentHash
  package var tokens: Int
  /// The first document of its near-duplicate group; its own index where it leads one.
  package var leader: Int
  package var isSpaced: Bool
  package var facts: DocumentFacts

  package init(
    id: String, file: Int, path: String, location: String, hash: ContentHash, tokens: Int,
    leader: Int, isSpaced: Bool, facts: DocumentFacts
  ) {
    self.id = id
    self.file = file
    self.path = path
    self.location = location
    self.hash = hash
    self.tokens = tokens
    self.leader = leader
    self.isSpaced = isSpaced
    self.facts = facts
  }
}
