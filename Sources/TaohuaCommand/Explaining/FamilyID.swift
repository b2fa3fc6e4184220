extension String {
  /// Whether this is the id of a phrase: 16 hexadecimal digits.
  var isFamilyID: Bool { utf8.count == 16 && allSatisfy(\.isHexDigit) }
}
