/// Eight bytes at once, as one number.
extension UInt64 {
  /// Eight times `byte`.
  @inlinable @inline(__always)
  public static func eachByte(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// Whether one of the bytes is `byte` (Mycroft, 1987): what borrows from the byte above was zero.
  @inlinable @inline(__always)
  public func hasByte(_ byte: UInt8) -> Bool {
    let rest = self ^ Self.eachByte(byte)
    return (rest &- Self.eachByte(1)) & ~rest & Self.eachByte(0x80) != 0
  }

  /// Whether one of the bytes is less than `limit`, 128 at most (Anderson, Bit Twiddling Hacks).
  @inlinable @inline(__always)
  public func hasByte(below limit: UInt8) -> Bool {
    (self &- Self.eachByte(limit)) & ~self & Self.eachByte(0x80) != 0
  }

  /// The sum of the bytes.
  @inlinable @inline(__always)
  public var byteSum: Int {
    let pairs = (self & 0x00FF_00FF_00FF_00FF) &+ (self &>> 8 & 0x00FF_00FF_00FF_00FF)
    return Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
  }
}
