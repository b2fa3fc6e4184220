/// The distinct folded words of a file in order of first occurrence.
///
/// An open-addressing table over the words' UTF-8, because looking words up is most of the work of
/// reading a spaced script: a dictionary of strings took four times as long.
package struct WordTable: Sendable {
  package private(set) var words: [String] = []
  /// The words' UTF-8, one after the other.
  private var bytes: [UInt8] = []
  /// Where each word ends in `bytes`.
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// The upper half of a word's hash above its index plus one; 0 where free. A power of two in
  /// size, at most half full.
  private var slots: [UInt64] = []
  private let seed = WordTable.processSeed

  package init() {}

  /// The token value of `word`, entering it if it is new.
  package mutating func value(of word: String) -> UInt32 {
    var word = word
    return word.withUTF8 { value(ofUTF8: $0) }
  }

  /// The token value of the word with the bytes `utf8`, entering it if it is new.
  @inline(__always)
  mutating func value(ofUTF8 utf8: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if hashes.count &* 2 >= slots.count { grow() }
    let hash = hash(utf8)
    let found = slots.withUnsafeBufferPointer { slots -> (slot: Int, index: Int?) in
      let mask = slots.count &- 1
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 {
        let entry = slots[slot]
        let index = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) &- 1
        if (entry ^ hash) &>> 32 == 0 && isWord(index, utf8) { return (slot, index) }
        slot = (slot &+ 1) & mask
      }
      return (slot, nil)
    }
    if let index = found.index { return TokenValue.firstWord &+ UInt32(truncatingIfNeeded: index) }
    return enter(utf8, hash: hash, slot: found.slot)
  }
}

extension WordTable {
  /// Of the process, so that nobody can write a text whose words all collide. The values do not
  /// depend on it.
  private static let processSeed = UInt64.random(in: .min ... .max)

  /// Multiply and fold, eight bytes at a time (the scheme of wyhash, Wang Yi 2019).
  @inline(__always)
  private func hash(_ utf8: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = UnsafeRawPointer(utf8.baseAddress) else { return seed }
    var hash = seed ^ UInt64(truncatingIfNeeded: utf8.count)
    var offset = 0
    while offset &+ 8 <= utf8.count {
      hash = mix(hash, base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset &+= 8
    }
    var tail: UInt64 = 0
    while offset < utf8.count {
      tail = tail &<< 8 | UInt64(base.load(fromByteOffset: offset, as: UInt8.self))
      offset &+= 1
    }
    return mix(hash, tail)
  }

  @inline(__always)
  private func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ 0x9e37_79b9_7f4a_7c15)
      .multipliedFullWidth(by: word ^ 0xd1b5_4a32_d192_ed03)
    return product.high ^ product.low
  }

  @inline(__always)
  private func isWord(_ index: Int, _ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index &- 1]
    guard ends[index] &- start == utf8.count else { return false }
    return bytes.withUnsafeBufferPointer { stored in
      for offset in 0..<utf8.count where stored[start &+ offset] != utf8[offset] { return false }
      return true
    }
  }

  @inline(never)
  private mutating func enter(
    _ utf8: UnsafeBufferPointer<UInt8>, hash: UInt64, slot: Int
  ) -> UInt32 {
    let index = UInt32(words.count)
    words.append(String(decoding: utf8, as: UTF8.self))
    bytes.append(contentsOf: utf8)
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = WordTable.entry(hash, Int(index))
    return TokenValue.firstWord + index
  }

  private static func entry(_ hash: UInt64, _ index: Int) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(index + 1)
  }

  @inline(never)
  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: max(256, slots.count * 2))
    let mask = slots.count - 1
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = WordTable.entry(hash, index)
    }
  }
}
