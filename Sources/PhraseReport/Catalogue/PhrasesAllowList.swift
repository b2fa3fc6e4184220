/// The catalogue as an allow list: wording that an office means to repeat.
package enum PhrasesAllowList {
  /// TOML, one table `[[allow]]` for each family.
  package static func render(_ catalogue: PhraseCatalogue) -> String {
    let entries = catalogue.families.map { family in
      let reason = "learned from \(CountedNoun.of(family.documents, "document"))"
      return "\n"
        + AllowEntryText(id: family.id, phrase: family.canonical, reason: reason).text
    }
    return comment(catalogue) + entries.joined()
  }

  /// The first lines: what this was learned from, and what it leaves out.
  private static func comment(_ catalogue: PhraseCatalogue) -> String {
    CommentLines.text(catalogue, purpose: "An allow list")
  }
}
