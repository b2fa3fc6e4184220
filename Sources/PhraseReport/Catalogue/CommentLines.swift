/// The comment that an export begins with; TOML and YAML have the same.
enum CommentLines {
  /// What the export is, what was asked for, and what is missing, each line ended.
  static func text(_ catalogue: PhraseCatalogue, purpose: String) -> String {
    let lines = [
      "\(purpose), made by \(Tool.name) phrases.", catalogue.sentence, catalogue.leftOutSentence,
    ]
    return lines.compactMap(\.self).map { "# \($0)\n" }.joined()
  }
}
