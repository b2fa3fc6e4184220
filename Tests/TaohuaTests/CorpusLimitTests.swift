import CorpusIndex
import PhraseReport
import ShingleEngine
import TestSupport
import Testing
import TextIngest

@testable import Taohua

/// More tokens than positions can name are never counted with wrong positions.
@Suite struct CorpusLimitTests {
  /// A corpus of three files of ten tokens each, and one of five, where only so many tokens may be.
  private func corpus(mostTokens: Int) -> Corpus {
    let texts = ["一二三四五六七八九十", "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉", "东西南北中"]
    let inputs = texts.indices.map {
      InputPath(path: "/\($0).txt", name: "\($0).txt", isNamed: true)
    }
    return Corpus.assembled(
      inputs, sizes: texts.map(\.count), ReadingSettings(), workers: Workers(count: 2),
      mostTokens: mostTokens
    ) { index in
      let content = Array(texts[index].utf8)
      return Result { () throws(IngestError) in
        (try Reader.ingest(content, format: .plainText), ContentHash(of: content))
      }
    }
  }

  @Test("a file that does not fit is left out and named; smaller ones after it are read")
  func isLeftOut() {
    let corpus = corpus(mostTokens: 26)
    #expect(corpus.documents.map(\.id) == ["0.txt", "1.txt", "3.txt"])
    #expect(corpus.tokens.count == 25)
    #expect(corpus.skipped.map(\.path) == ["2.txt"])
    #expect(corpus.skipped.map(\.isFailure) == [true])
    #expect(corpus.skipped.first?.reason.contains("more than 26 tokens") == true)
  }

  @Test("exactly as many as there may be are read")
  func isFull() {
    #expect(corpus(mostTokens: 35).skipped.isEmpty)
    #expect(corpus(mostTokens: 34).skipped.map(\.path) == ["3.txt"])
  }

  @Test("positions, and one more, fit into 32 bits")
  func limit() { #expect(UInt32(exactly: TokenCorpus.mostTokens + 1) != nil) }
}
