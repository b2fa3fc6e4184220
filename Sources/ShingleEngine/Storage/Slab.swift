internal import CMachine
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

  /// Bytes that were mapped; 0 where the allocator gave the memory.
  private var mapped: Int

  /// A slab of `count` elements that must be written before they are read.
  ///
  /// - Parameters:
  ///   - count: elements.
  ///   - isSparse: whether few of them are ever touched: then large pages would cost more than they
  ///     save.
  public init(uninitialized count: Int, isSparse: Bool = false) {
    let size = max(count, 1) * MemoryLayout<Element>.stride
    self.count = count
    mapped = size < Self.large ? 0 : (size + Self.hugePage - 1) / Self.hugePage * Self.hugePage
    let memory = unsafe mapped == 0 ? malloc(size) : Self.map(mapped, isSparse: isSparse)
    guard let memory = unsafe memory else {
      fatalError("out of memory: \(size) bytes more are needed")
    }
    unsafe base = memory.bindMemory(to: Element.self, capacity: max(count, 1))
  }

  /// A slab of `count` zeros.
  ///
  /// - Parameters:
  ///   - count: elements.
  ///   - isSparse: whether few of them are ever touched.
  public convenience init(zeroed count: Int, isSparse: Bool = false)
  where Element: FixedWidthInteger {
    self.init(uninitialized: count, isSparse: isSparse)
    // The system clears what it maps, when it is touched, by the thread that touches it.
    if mapped == 0 { unsafe memset(base, 0, count * MemoryLayout<Element>.stride) }
  }

  /// Drops the elements from `count` on, and gives their memory back. No other thread may use the slab
  /// meanwhile.
  package func truncate(to count: Int) {
    precondition(count <= self.count, "a slab does not grow")
    self.count = count
    let size = max(count, 1) * MemoryLayout<Element>.stride
    let needed = (size + Self.hugePage - 1) / Self.hugePage * Self.hugePage
    if mapped <= needed { return }
    unsafe munmap(UnsafeMutableRawPointer(base) + needed, mapped - needed)
    mapped = needed
  }

  deinit {
    if mapped == 0 { unsafe free(base) } else { unsafe munmap(base, mapped) }
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
  func prefetch(_ index: Int) {
    assert(index >= 0 && index < count)
    unsafe cmachine_prefetch(base + index)
  }

  /// The phases jump about in tens of megabytes, where small pages cost a fault and a miss of the
  /// translation buffer each: the system is asked for huge ones.
  private static func map(_ size: Int, isSparse: Bool) -> UnsafeMutableRawPointer? {
    let memory = unsafe mmap(
      nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory = unsafe memory, unsafe memory != MAP_FAILED else { return nil }
    _ = unsafe madvise(memory, size, isSparse ? MADV_NOHUGEPAGE : MADV_HUGEPAGE)
    return unsafe memory
  }

  private static var large: Int { 4 << 20 }
  private static var hugePage: Int { 2 << 20 }
}
