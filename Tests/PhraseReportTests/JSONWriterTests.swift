import Foundation
import PhraseReport
import TestSupport
import Testing

@Suite struct JSONWriterTests {
  @Test(arguments: [
    (0.0, "0"), (1.0, "1"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"), (1e-7, "1e-07"),
    (.nan, "null"), (.infinity, "null"), (-2.5, "-2.5"),
  ])
  func doublesAreShortest(number: Double, text: String) {
    var json = JSONWriter()
    json.value(number)
    #expect(String(decoding: json.bytes, as: UTF8.self) == text)
  }

  @Test(arguments: [
    0, 7, 9, 10, 99, 100, 4_321, 9_999, 10_000, 1_000_000, 99_999_999, 100_000_000, 1_000_000_007,
    12_345_678_900_000_000, .max, .min, -1, -10,
  ])
  func integersAreDigits(number: Int) {
    var json = JSONWriter()
    json.value(number)
    #expect(String(decoding: json.bytes, as: UTF8.self) == String(number))
  }

  @Test func escapesWhatJSONAndJavaScriptCannotHold() {
    var json = JSONWriter()
    json.value("\"\\\n\r\t\u{0}\u{1f}\u{2028}\u{2029}\u{2027}套话…</script>")
    let text = String(decoding: json.bytes, as: UTF8.self)
    #expect(
      text == #""\"\\\n\r\t\u0000\u001F\u2028\u2029"# + "\u{2027}套话…</script>\"")
  }

  @Test func escapesMarkupForScriptElements() {
    var json = JSONWriter(escapesMarkup: true)
    json.value("</script><!--")
    #expect(String(decoding: json.bytes, as: UTF8.self) == #""\u003C/script>\u003C!--""#)
  }

  @Test(arguments: ["\"", "\\", "\n", "\u{0}", "\u{1f}", "\u{2028}", "\u{2029}", "<"])
  func escapesAnywhereInPlainText(special: String) {
    for escapesMarkup in [false, true] {
      func written(_ text: String) -> String {
        var json = JSONWriter(escapesMarkup: escapesMarkup)
        json.value(text)
        return String(decoding: json.bytes.dropFirst().dropLast(), as: UTF8.self)
      }
      for before in 0..<20 {
        for plain in ["~", "\u{20}", "\u{7f}", "套"] {
          let (first, last) = (
            String(repeating: plain, count: before), String(repeating: plain, count: 9)
          )
          #expect(written(first + special + last) == first + written(special) + last)
        }
      }
    }
  }

  @Test func readsBackAnyText() throws {
    var random = SeededGenerator(seed: 7)
    let alphabet: [Unicode.Scalar] = [
      "\"", "\\", "\n", "\u{7f}", "\u{80}", "\u{2028}", "\u{2026}", "套", "😀", "<", "a", "\u{8}",
    ]
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        text.unicodeScalars.append(alphabet.randomElement(using: &random)!)
      }
      var json = JSONWriter(escapesMarkup: Bool.random(using: &random))
      json.beginObject()
      json.field("text", text)
      json.endObject()
      let value = try JSONText.parse(json.bytes)["text"] as? String
      #expect(value.map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  @Test func setsCommasInNestedLists() {
    var json = JSONWriter()
    json.beginObject()
    json.field("a", [1, 2])
    json.array("b", 0..<0) { json, number in json.value(number) }
    json.object("c") { $0.field("d", true) }
    json.field("e", ifKnown: nil as Int?)
    json.endObject()
    #expect(
      String(decoding: json.bytes, as: UTF8.self) == #"{"a":[1,2],"b":[],"c":{"d":true},"e":null}"#
    )
  }
}
