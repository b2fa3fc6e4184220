public import CMachine
internal import Glibc

/// A fixed-length array in memory of its own that several threads may write, each its own part.
///
/// The engine's phases hand disjoint ranges to threads: `Array` would copy or serialise. Indices
/// are checked in debug builds, which is what the tests run. Public like all of the engine that its
/// users call for every token: the compiler inlines only public declarations across modules.
@safe public final class Slab<Element: BitwiseCopyable>: @unchecked Sendable {
  /// Without the check that nobody changes it meanwhile, which cost a check of a draft a twentieth of its
  /// time: ``truncate(to:)`` alone does, and says that it must be alone.
  @safe @exclusivity(unchecked) public private(set) var count: Int
  @usableFromInline let base: UnsafeMutablePointer<Element>

  /// Bytes of pages; 0 where the allocator gave the memory.
  private var mapped: Int
  private let origin: MappedMemory.Origin

  /// A slab of `count` elements that must be written before they are read.
  ///
  /// - Parameters:
  ///   - count: elements.
  ///   - isSparse: whether few of them are ever touched: then large pages would cost more than they
  ///     save.
  public convenience init(uninitialized count: Int, isSparse: Bool = false) {
    self.init(count, isSparse: isSparse, isZeroed: false)
  }

  /// A slab of `count` zeros.
  ///
  /// - Parameters:
  ///   - count: elements.
  ///   - isSparse: whether few of them are ever touched.
  public convenience init(zeroed count: Int, isSparse: Bool = false)
  where Element: FixedWidthInteger {
    self.init(count, isSparse: isSparse, isZeroed: true)
  }

  private init(_ count: Int, isSparse: Bool, isZeroed: Bool) {
    let size = max(count, 1) * MemoryLayout<Element>.stride
    self.count = count
    mapped = size < Self.large ? 0 : Self.pages(size)
    let pages =
      unsafe mapped == 0
      ? malloc(size).map { unsafe .init(address: $0, origin: .kept, areZero: false) }
      : MappedMemory.take(mapped, isSparse: isSparse)
    guard let pages else {
      fatalError("out of memory: \(size) bytes more are needed")
    }
    origin = pages.origin
    // What is fresh the system clears when it is touched, by the thread that touches it.
    if isZeroed && !pages.areZero { unsafe memset(pages.address, 0, size) }
    unsafe base = pages.address.bindMemory(to: Element.self, capacity: max(count, 1))
  }

  /// Drops the elements from `count` on, and gives their memory back. No other thread may use the slab
  /// meanwhile.
  package func truncate(to count: Int) {
    precondition(count <= self.count, "a slab does not grow")
    self.count = count
    let size = max(count, 1) * MemoryLayout<Element>.stride
    let needed = Self.pages(size)
    if mapped <= needed { return }
    unsafe MappedMemory.giveBack(
      UnsafeMutableRawPointer(base) + needed, mapped - needed, origin, wereUsed: false)
    mapped = needed
  }

  deinit {
    if mapped == 0 { unsafe free(base) } else { unsafe MappedMemory.giveBack(base, mapped, origin) }
  }

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
  @inlinable @inline(__always) public func prefetch(_ index: Int) {
    assert(index >= 0 && index < count)
    unsafe cmachine_prefetch(base + index)
  }

  /// The bytes of the pages that `size` bytes take.
  private static func pages(_ size: Int) -> Int {
    (size + MappedMemory.hugePage - 1) / MappedMemory.hugePage * MappedMemory.hugePage
  }

  private static var large: Int { 4 << 20 }
}
