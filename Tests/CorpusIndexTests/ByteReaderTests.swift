import CorpusIndex
import TestSupport
import Testing

/// Numbers and texts come back as they were written, and no bytes whatever make a reader read beyond them.
@Suite struct ByteReaderTests {
  @Test func whatWasWrittenIsRead() {
    var random = SeededGenerator(seed: 2)
    let numbers =
      [0, 1, -1, 127, 128, .max, .min]
      + (0..<200).map { _ in
        Int.random(in: .min ... .max, using: &random) >> Int.random(in: 0..<64, using: &random)
      }
    var writer = ByteWriter()
    for number in numbers {
      writer.add(number)
      writer.add(fixed: UInt64(bitPattern: Int64(number)))
      writer.add(ifKnown: number % 2 == 0 ? number : nil)
      writer.add("文\(number)")
    }
    writer.bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      for number in numbers {
        #expect(reader.number() == number)
        #expect(reader.fixed() == UInt64(bitPattern: Int64(number)))
        #expect(reader.optionalNumber() == (number % 2 == 0 ? number : nil))
        #expect(reader.text() == "文\(number)")
      }
      #expect(reader.isAtEnd && reader.isSound)
    }
  }

  @Test func nonsenseIsNoticed() {
    var random = SeededGenerator(seed: 3)
    var unsound = 0
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      bytes.withUnsafeBytes { memory in
        var reader = ByteReader(memory)
        for _ in 0..<12 {
          _ = reader.text()
          _ = reader.number()
          _ = reader.data()
        }
        if !reader.isSound { unsound += 1 }
      }
    }
    // Twelve texts in forty bytes: hardly ever all there.
    #expect(unsound > 1_900)
  }
}
