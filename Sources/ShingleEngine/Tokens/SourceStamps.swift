/// Counts the distinct sources of a set of windows, many times over without clearing an array.
public struct SourceStamps: ~Copyable {
  /// Distinct counted sources since the last clearing.
  @inlinable public var count: Int { distinct }
  /// Whether a document that is not counted was among them.
  @inlinable public var hasUncounted: Bool { metUncounted }
  @usableFromInline var distinct = 0
  @usableFromInline var metUncounted = false
  @usableFromInline var stamps: [UInt32]
  @usableFromInline var round: UInt32 = 1

  /// - Parameter count: sources are below it.
  public init(count: Int) { stamps = [UInt32](repeating: 0, count: count) }

  /// Forgets all sources. O(1).
  public mutating func clear() {
    distinct = 0
    metUncounted = false
    round &+= 1
    guard round == 0 else { return }
    // Once in four thousand million rounds the old stamps must go.
    for source in stamps.indices { stamps[source] = 0 }
    round = 1
  }

  /// Counts `source`, if it was not met since the last clearing.
  @inlinable public mutating func add(_ source: UInt32) {
    if source == TokenCorpus.uncounted {
      metUncounted = true
    } else if stamps[Int(source)] != round {
      stamps[Int(source)] = round
      distinct += 1
    }
  }

  /// Whether the members stand in two sources, or in one beside a document that is not counted.
  public var isShared: Bool { count >= 2 || (count == 1 && hasUncounted) }
}
