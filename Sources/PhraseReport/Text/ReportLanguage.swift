/// The language of what the report says about the documents, not of the documents.
package enum ReportLanguage: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"
}
