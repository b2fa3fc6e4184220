import Foundation
import PhraseReport
import TestSupport
import Testing
import TextIngest

@testable import WordMarkup

@Suite("Looks")
struct LookTests {
  private static let styles: [MarkStyle] = [
    .stock(.few, isVariant: false), .stock(.many, isVariant: false),
    .stock(.nearlyAll, isVariant: false), .stock(.few, isVariant: true), .term, .borrowed, .shared,
    .repeated, .allowed,
  ]

  private static func colors(of look: MarkLook) -> [String] {
    look.properties.flatMap { property in
      property.attributes.split(separator: "\"").map(String.init)
        .filter { $0.count == 6 && $0.allSatisfy(\.isHexDigit) && $0.contains(where: \.isNumber) }
    }
  }

  @Test("documents have the colours of the page")
  func colors() throws {
    let sheet = try String(
      contentsOf: TestFiles.root.appending(path: "Sources/PhraseReport/Assets/page.css"),
      encoding: .utf8)
    let light = sheet.prefix(upTo: sheet.range(of: "@media")!.lowerBound)
    let looks =
      Self.styles.map { MarkLook(style: $0) } + [
        MarkLook(isLeftOver: true), MarkLook(isMisquoted: true),
      ]
    for look in looks {
      let colors = Self.colors(of: look)
      #expect(!colors.isEmpty, "\(look)")
      for color in colors { #expect(light.contains("#\(color.lowercased())"), "\(look): \(color)") }
    }
  }

  @Test("no two classes differ by colour alone, but for the depths of one")
  func lines() {
    var lines: [String: MarkStyle] = [:]
    for style in Self.styles {
      if case .stock(.many, _) = style { continue }
      if case .stock(.nearlyAll, _) = style { continue }
      // Without its colour: the line's kind, and whether there is a tint.
      let line = MarkLook(style: style).properties.map { property in
        property.kind == .u
          ? String(property.attributes.split(separator: "\"")[1]) : "\(property.kind)"
      }.joined(separator: " ")
      #expect(lines[line] == nil, "\(style) looks like \(String(describing: lines[line]))")
      lines[line] = style
    }
    #expect(lines.count == 7)
  }
}
