/// The decimal digits of a number, eight at once: a report has millions of numbers, and how many digits the next has
/// nobody can guess (Khuong, "How to print integers really fast", 2017).
enum DecimalDigits {
  /// The bytes that ``write(_:to:)`` may touch.
  static let room = 32

  /// Writes the digits of `number` to `start`, where ``room`` bytes are free, and returns how many there are.
  @inline(__always)
  static func write(_ number: UInt, to start: UnsafeMutablePointer<UInt8>) -> Int {
    if number < limit {
      let digits = digits(of: UInt64(number))
      // The first digit is the lowest byte; the last stays, whatever it is.
      let leading = (digits | 1 << 56).trailingZeroBitCount & ~7
      store((digits | zeros) >> UInt64(leading), at: start)
      return 8 - leading / 8
    }
    return writeLong(number, to: start)
  }

  private static func writeLong(_ number: UInt, to start: UnsafeMutablePointer<UInt8>) -> Int {
    let count = write(number / limit, to: start)
    store(digits(of: UInt64(number % limit)) | zeros, at: start + count)
    return count + 8
  }

  /// 10⁸.
  private static var limit: UInt { 100_000_000 }
  private static var zeros: UInt64 { 0x3030_3030_3030_3030 }

  /// The eight digits of a number below 10⁸, the first in the lowest byte: halved three times, each half in a lane of its
  /// own.
  @inline(__always)
  private static func digits(of number: UInt64) -> UInt64 {
    let fours = number / 10_000 | (number % 10_000) << 32
    let hundreds = (fours &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let twos = hundreds | (fours &- hundreds &* 100) << 16
    let tens = (twos &* 103) >> 10 & 0x000F_000F_000F_000F
    return tens | (twos &- tens &* 10) << 8
  }

  @inline(__always)
  private static func store(_ bytes: UInt64, at start: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(start).storeBytes(of: bytes.littleEndian, as: UInt64.self)
  }
}
