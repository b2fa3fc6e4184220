/// How a heading is numbered: in the order in which the kinds stand over each other where several are used.
enum HeadingNumber: Int, Comparable {
  /// 第一编, 第二部分, Part 1
  case part
  /// 第一章, Chapter 1
  case chapter
  /// 第一节, Section 1
  case section
  /// 一、 or IV.
  case numeral
  /// （一）
  case bracketedNumeral
  /// 1. or 1、
  case number
  /// 1.1
  case secondNumber
  /// 1.1.1 and deeper
  case thirdNumber
  /// （1） or 1)
  case bracketedNumber
  /// ①
  case circledNumber

  static func < (left: HeadingNumber, right: HeadingNumber) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Whether one heading of the kind after another, with nothing between, is a list of contents or of
  /// points. Of the others, too, but a part may begin with its first chapter.
  var needsBody: Bool { self >= .number }
}
