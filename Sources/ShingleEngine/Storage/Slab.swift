/// A fixed-length array in memory of its own that several threads may write, each its own part.
///
/// The engine's phases hand disjoint ranges to threads: `Array` would copy or serialise. Indices
/// are checked in debug builds, which is what the tests run.
@safe package final class Slab<Element: BitwiseCopyable>: @unchecked Sendable {
  package let count: Int
  @usableFromInline let base: UnsafeMutablePointer<Element>

  /// A slab of `count` elements that hold `value`.
  package init(repeating value: Element, count: Int) {
    self.count = count
    unsafe base = .allocate(capacity: max(count, 1))
    unsafe base.initialize(repeating: value, count: count)
  }

  /// A slab of `count` elements that must be written before they are read.
  package init(uninitialized count: Int) {
    self.count = count
    unsafe base = .allocate(capacity: max(count, 1))
  }

  deinit { unsafe base.deallocate() }

  @inlinable package subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "index \(index) of \(count)")
      return unsafe base[index]
    }
    set {
      assert(index >= 0 && index < count, "index \(index) of \(count)")
      unsafe base[index] = newValue
    }
  }
}
