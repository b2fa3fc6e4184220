internal import Glibc
internal import Synchronization

/// Pages of the system for large slabs, used again when a slab is gone.
///
/// The phases of an analysis want tens of megabytes each, one after another. Pages that are touched for
/// the first time cost more than the work that a phase does on them, in a virtual machine above all; so
/// what one phase gave back serves the next.
enum MappedMemory {
  /// Pages that follow each other.
  private struct Region {
    var address: UInt
    /// In bytes; a multiple of `hugePage`.
    var size: Int
  }

  /// What no slab uses, in no order.
  private static let free = Mutex<[Region]>([])

  static var hugePage: Int { 2 << 20 }

  /// `size` bytes, and whether all are zero; nil where the system has no more.
  ///
  /// - Parameters:
  ///   - size: a multiple of `hugePage`.
  ///   - isSparse: whether few pages are ever touched: then large ones would cost more than they save,
  ///     and fresh ones need no clearing.
  static func take(_ size: Int, isSparse: Bool) -> (memory: UnsafeMutableRawPointer, isZero: Bool)?
  {
    if !isSparse, let address = free.withLock({ reuse(size, among: &$0) }) {
      return unsafe (UnsafeMutableRawPointer(bitPattern: address)!, false)
    }
    let memory = unsafe mmap(
      nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory = unsafe memory, unsafe memory != MAP_FAILED else { return nil }
    // The phases jump about in tens of megabytes, where small pages cost a fault and a miss of the
    // translation buffer each.
    _ = unsafe madvise(memory, size, isSparse ? MADV_NOHUGEPAGE : MADV_HUGEPAGE)
    return unsafe (memory, true)
  }

  /// Keeps `size` bytes at `memory` for the next slab.
  static func keep(_ memory: UnsafeMutableRawPointer, _ size: Int) {
    let region = Region(address: UInt(bitPattern: memory), size: size)
    free.withLock { $0.append(region) }
  }

  /// Gives `size` bytes at `memory` back to the system.
  static func release(_ memory: UnsafeMutableRawPointer, _ size: Int) {
    unsafe munmap(memory, size)
  }

  /// The smallest region that is large enough; what is left of it stays. Where none is, regions of
  /// `size` together go back to the system, so that those kept never add to what the slabs need at most.
  private static func reuse(_ size: Int, among regions: inout [Region]) -> UInt? {
    let fitting = regions.indices.filter { regions[$0].size >= size }
    if let best = fitting.min(by: { regions[$0].size < regions[$1].size }) {
      let address = regions[best].address
      regions[best].address += UInt(size)
      regions[best].size -= size
      if regions[best].size == 0 { regions.remove(at: best) }
      return address
    }
    var released = 0
    while released < size, let region = regions.popLast() {
      released += region.size
      unsafe release(UnsafeMutableRawPointer(bitPattern: region.address)!, region.size)
    }
    return nil
  }
}
