internal import CXXHash
internal import Glibc

/// A fixed-length array in memory of its own that several threads may write, each its own part.
///
/// The engine's phases hand disjoint ranges to threads: `Array` would copy or serialise. Indices
/// are checked in debug builds, which is what the tests run. Public like all of the engine that its
/// users call for every token: the compiler inlines only public declarations across modules.
@safe public final class Slab<Element: BitwiseCopyable>: @unchecked Sendable {
  public let count: Int
  @usableFromInline let base: UnsafeMutablePointer<Element>

  /// A slab of `count` elements that hold `value`.
  public init(repeating value: Element, count: Int) {
    self.count = count
    unsafe base = Self.allocate(count)
    unsafe base.initialize(repeating: value, count: count)
  }

  /// A slab of `count` elements that must be written before they are read.
  public init(uninitialized count: Int) {
    self.count = count
    unsafe base = Self.allocate(count)
  }

  deinit { unsafe free(base) }

  @inlinable public subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count, "index \(index) of \(count)")
      return unsafe base[index]
    }
    @inline(__always) set {
      assert(index >= 0 && index < count, "index \(index) of \(count)")
      unsafe base[index] = newValue
    }
  }

  /// Asks for the cache line of an element that is read soon: the phases that jump about in the text
  /// wait for memory most of their time.
  func prefetch(_ index: Int) {
    assert(index >= 0 && index < count)
    unsafe cxxh_prefetch(base + index)
  }

  /// The phases jump about in tens of megabytes, where small pages cost a fault and a miss of the
  /// translation buffer each: the system is asked for huge ones.
  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    let size = max(count, 1) * MemoryLayout<Element>.stride
    let isLarge = size >= 4 * hugePage
    var memory: UnsafeMutableRawPointer?
    let alignment = isLarge ? hugePage : 16
    guard unsafe posix_memalign(&memory, alignment, size) == 0, let memory = unsafe memory else {
      fatalError("out of memory: \(size) bytes more are needed")
    }
    if isLarge { _ = unsafe madvise(memory, size, MADV_HUGEPAGE) }
    return unsafe memory.bindMemory(to: Element.self, capacity: count)
  }

  private static var hugePage: Int { 1 << 21 }
}
