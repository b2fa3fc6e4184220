internal import CorpusIndex
internal import Evaluation
internal import PhraseReport
internal import Taohua

/// What keeps a command from its work: facts, no words.
enum CommandFailure: Error, Hashable {
  // Settings
  /// A key of the configuration file that no option has.
  case unknownKey(String, SettingOrigin, nearest: String)
  /// A value of the wrong type.
  case wrongType(String, SettingOrigin, expected: String, found: String)
  /// A value out of range; `rule` says what is allowed.
  case invalidValue(String, given: String, SettingOrigin, rule: String)
  /// The configuration file is no TOML.
  case notTOML(file: String, line: Int, column: Int, problem: String)
  /// A configuration file that was named or found cannot be read.
  case configurationUnreadable(file: String, errno: Int32)
  /// An entry of the allow list that cannot be used.
  case allowEntry(file: String, line: Int, problem: String)

  /// The baseline cannot be read.
  case baselineUnreadable(file: String, errno: Int32)
  /// A line of the baseline is none.
  case malformedBaseline(file: String, BaselineError)
  /// The baseline would know more findings than before; the first of them in words.
  case baselineGrows(file: String, by: Int, first: [String])
  /// There is no baseline.
  case noBaseline(String)

  // Input
  /// No document among the inputs; `passedBy` files are none by their names.
  case noDocuments(looked: [String], passedBy: Int)
  /// The list of `--files0-from` cannot be read.
  case listUnreadable(file: String, errno: Int32)
  /// Standard input cannot be read.
  case standardInput(errno: Int32)

  /// A file that a command needs cannot be read.
  case unreadable(path: String, reason: String)
  /// A folder, or nothing, where one document was asked for.
  case notOneDocument(String)
  /// Several files where the text of one was asked for.
  case notOneFile(count: Int)
  /// A line of a list of pairs that does not have two names.
  case notAPair(file: String, line: Int)

  /// What `evaluate` is given is neither a folder of labelled documents nor a coding sheet.
  case noTruth(String)
  /// A file that `evaluate` reads is not what it needs at `problem.place`.
  case malformed(file: String, problem: FormatError)

  /// A table of metadata that is none.
  case metadata(file: String, MetadataTable.Malformed)
  /// A key to count by that no document has; those that there are.
  case unknownMetadataKey(String, given: [String])

  /// The memory that the user allows is less than the corpus needs; bytes.
  case memory(given: Int, needed: Int)

  /// An index that cannot be used or written.
  case index(IndexError)

  /// An audit in parts that cannot go on; the folder as it was named.
  case parts(PartError, folder: String)
  /// The folder of an audit in parts lies in one that it looks through.
  case partsAmongInputs(folder: String)

  // Output
  /// A folder or file cannot be written.
  case unwritable(path: String, errno: Int32)
  /// Standard output cannot be written.
  case standardOutput(errno: Int32)
  /// What should be a folder is a file.
  case notAFolder(path: String)
  /// What should be a file is a folder.
  case notAFile(path: String)
  /// The annotated copy of a draft cannot be made.
  case annotation(AnnotationFailure)

  // Git
  /// Git cannot answer.
  case git(GitFailure)
  /// The hook's index could not be made in this time.
  case indexBudget(seconds: Int)
  /// A hook of somebody else stands where ours should.
  case foreignHook(path: String)

  // Queries
  /// `explain` was asked for a family that the audit has not.
  case unknownFamily(String)
  /// `explain` was asked for a code that no rule has.
  case unknownRule(String)
  /// `explain` was asked for a line that the file has not.
  case noSuchLine(Int, path: String, lines: Int)
  /// The text has no token.
  case emptyQuery(String)
  /// A term of a query for phrases says nothing.
  case malformedTerm(MalformedTerm)
  /// Something that looks like an option stands in a query for phrases.
  case unknownOption(String, nearest: String)
}
