internal import Taohua

@testable internal import PhraseReport
@testable internal import TaohuaCommand

/// Queries for phrases: an error that quotes the query, or families.
enum QueryTarget {
  private static let corpus = MemoryFiles.corpus(
    MemoryFiles.sample.map { ($0.name, Array($0.text.utf8)) })
  private static let report = Audit.run(corpus, settings: AuditSettings())

  static func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(MalformedTerm) {
      let filter = try PhraseFilter(text)
      let found = filter.matches(in: report)
      promise(
        found == found.sorted() && found.allSatisfy(report.families.indices.contains),
        "families that are none")
      // A word by itself and with a minus part the families between them.
      if let word = try QueryWord.words(of: text).first {
        let term = try PhraseTerm(word)
        let body = word.isNegated ? String(word.raw.dropFirst()) : word.raw
        let both = try [PhraseFilter(body), PhraseFilter("-" + body)].map { $0.matches(in: report) }
        promise(
          Set(both[0]).isDisjoint(with: both[1])
            && both[0].count + both[1].count == report.families.count,
          "\(term) and its opposite do not part the families")
      }
      _ = PhraseCatalogue(report, filter: filter, limit: 10)
    } catch {
      promise(text.contains(error.term), "the error quotes what is not there")
    }
    if let query = try? PhraseQuery(text, in: corpus) {
      promise(!query.tokens.isEmpty, "a query without tokens")
      _ = query.text(of: 0..<query.tokens.count)
    }
    _ = try? RuleQuery(text, isAlone: true)
  }
}
