internal import Glibc

extension Double {
  /// The natural logarithm.
  var logarithm: Double { log(self) }

  static var logarithmOfTwo: Double { 0.693_147_180_559_945_3 }
}
