package import CorpusIndex

/// What keeps an audit in parts from going on: facts, no words; the command line makes the sentence.
package enum PartError: Error, Hashable, Sendable {
  /// A file of the audit that there is none of, that is damaged, or that cannot be written.
  case unusable(PartName, IndexError)
  /// A file that was made of other files than those that are there now.
  case outdated(PartName, file: String)
  /// The plan was made by another version of the program, which reads or counts in another way.
  case otherVersion(file: String)
  /// A file that is to be read is another than when the plan was made.
  case changed(name: String, split: Int)
  /// There is no split or range of this number; those that there are.
  case noSuch(PartName, count: Int)
  /// More tokens than positions can name.
  case tooLarge(tokens: Int)
}

/// A part of the work, by the number that users give it: from 1.
package enum PartName: Hashable, Sendable {
  case plan
  case split(Int)
  case range(Int)
}
