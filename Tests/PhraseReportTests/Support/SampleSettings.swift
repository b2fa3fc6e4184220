import PhraseReport

enum SampleSettings {
  static let settings = ReportSettings(
    shingleLength: ScriptLengths(unspaced: 6, spaced: 5), minimumDocuments: 2,
    minimumDocumentsIsDefault: true, borrowedLength: ScriptLengths(unspaced: 16, spaced: 10),
    sharedLength: ScriptLengths(unspaced: 9, spaced: 6), groupsNearDuplicates: true,
    splitsCompilations: true, fullCurve: false, date: nil, arguments: ["--min-length", "6"])
}
