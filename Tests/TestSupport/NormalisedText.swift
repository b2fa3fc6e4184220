import Foundation

/// What a token's bytes come to by the rules of docs/reading.md, said once more by way of Foundation: the
/// naive twin of the tokeniser's tables.
package enum NormalisedText {
  /// The letters and digits of `text` as they are compared; marks are left out, as some that NFKC makes of one
  /// character are no part of a token.
  package static func of(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isInvisible(scalar) { result.append(scalar) }
    let compatible = String(result).precomposedStringWithCompatibilityMapping
    let folded = compatible.lowercased().precomposedStringWithCompatibilityMapping
    var kept = String.UnicodeScalarView()
    for scalar in folded.decomposedStringWithCanonicalMapping.unicodeScalars
    where isLetterOrDigit(scalar) {
      // İ becomes i, without the dot that lowercasing adds; marks at other sides of the letter may stand between.
      let carrier = kept.last {
        [.notReordered, .above].contains($0.properties.canonicalCombiningClass)
      }
      if scalar == "\u{307}", carrier == "i" { continue }
      kept.append(scalar == "ς" ? "σ" : scalar)
    }
    // Decomposed: Foundation does not compose a hangul syllable with a final consonant after it.
    return String(kept).decomposedStringWithCanonicalMapping
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }
}
