internal import Glibc

/// Pages for large slabs: of the system, used again when a slab is gone, and of a file where memory is
/// limited.
///
/// The phases of an analysis want tens of megabytes each, one after another. Pages that are touched for
/// the first time cost more than the work that a phase does on them, in a virtual machine above all; so
/// what one phase gave back serves the next.
package enum MappedMemory {
  /// Where pages come from, and where they go.
  enum Origin: Sendable {
    /// Large pages of the system; the next slab gets them.
    case kept
    /// Small pages of the system, most of which are never touched; they go back.
    case sparse
    /// Beyond the limit.
    case lent(any PageLender)
  }

  @safe struct Pages {
    var address: UnsafeMutableRawPointer
    var origin: Origin
    /// Whether all bytes are zero.
    var areZero: Bool
  }

  /// Pages that follow each other.
  private struct Region {
    var address: UInt
    /// In bytes; a multiple of `hugePage`.
    var size: Int
  }

  /// Where the pages of a slab are taken from.
  private enum Choice: Sendable {
    case known(UInt)
    case lent(any PageLender)
    case fresh
  }

  private struct State {
    /// What no slab uses, in no order.
    var free: [Region] = []
    /// Bytes of slabs whose pages are kept, and of `free`.
    var inUse = 0
    var limit = Int.max
    var lender: (any PageLender)?
  }

  private static let state = Monitor(State())

  static var hugePage: Int { 2 << 20 }

  /// Sets the bytes that large slabs take at most. `lender` gives what more is needed; without one the
  /// limit only tells phases in how many passes to work.
  package static func limit(to bytes: Int, lender: (any PageLender)? = nil) {
    state.change {
      $0.limit = bytes
      $0.lender = lender
      return ((), .nobody)
    }
  }

  /// Bytes that slabs may still take.
  static var left: Int {
    state.change { state in
      (state.limit - state.inUse + state.free.reduce(0) { $0 + $1.size }, .nobody)
    }
  }

  /// Gives back to the system what no slab uses: where other memory is wanted now.
  package static func trim() {
    state.change { (release(.max, of: &$0), .nobody) }
  }

  /// `size` bytes; nil where the system has no more.
  ///
  /// - Parameters:
  ///   - size: a multiple of `hugePage`.
  ///   - isSparse: whether few pages are ever touched: then large ones would cost more than they save,
  ///     and fresh ones need no clearing.
  static func take(_ size: Int, isSparse: Bool) -> Pages? {
    if isSparse {
      return unsafe map(size, MADV_NOHUGEPAGE).map {
        unsafe Pages(address: $0, origin: .sparse, areZero: true)
      }
    }
    let choice: Choice = state.change { state in
      if let address = reuse(size, of: &state) { return (.known(address), .nobody) }
      if state.inUse + size > state.limit, let lender = state.lender {
        return (.lent(lender), .nobody)
      }
      state.inUse += size
      return (.fresh, .nobody)
    }
    switch choice {
    case .known(let address):
      return unsafe Pages(
        address: UnsafeMutableRawPointer(bitPattern: address)!, origin: .kept, areZero: false)
    case .lent(let lender):
      return unsafe lender.lend(size).map {
        unsafe Pages(address: $0, origin: .lent(lender), areZero: true)
      }
    case .fresh: break
    }
    // The phases jump about in tens of megabytes, where small pages cost a fault and a miss of the
    // translation buffer each.
    return unsafe map(size, MADV_HUGEPAGE).map {
      unsafe Pages(address: $0, origin: .kept, areZero: true)
    }
  }

  /// Takes `size` bytes of a slab back.
  ///
  /// - Parameter wereUsed: whether most of them were touched.
  static func giveBack(
    _ memory: UnsafeMutableRawPointer, _ size: Int, _ origin: Origin, wereUsed: Bool = true
  ) {
    switch origin {
    case .lent(let lender): unsafe lender.takeBack(memory, size)
    case .sparse: unsafe munmap(memory, size)
    case .kept:
      let region = Region(address: UInt(bitPattern: memory), size: size)
      state.change { state in
        if wereUsed {
          state.free.append(region)
        } else {
          unsafe munmap(memory, size)
          state.inUse -= size
        }
        return ((), .nobody)
      }
    }
  }

  private static func map(_ size: Int, _ advice: Int32) -> UnsafeMutableRawPointer? {
    let memory = unsafe mmap(
      nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory = unsafe memory, unsafe memory != MAP_FAILED else { return nil }
    _ = unsafe madvise(memory, size, advice)
    return unsafe memory
  }

  /// The smallest region that is large enough; what is left of it stays. Where none is, regions of
  /// `size` together go back to the system, so that those kept never add to what the slabs need at most.
  private static func reuse(_ size: Int, of state: inout State) -> UInt? {
    let fitting = state.free.indices.filter { state.free[$0].size >= size }
    guard let best = fitting.min(by: { state.free[$0].size < state.free[$1].size }) else {
      release(size, of: &state)
      return nil
    }
    let address = state.free[best].address
    state.free[best].address += UInt(size)
    state.free[best].size -= size
    if state.free[best].size == 0 { state.free.remove(at: best) }
    return address
  }

  /// Gives regions of `size` bytes together back to the system.
  private static func release(_ size: Int, of state: inout State) {
    var released = 0
    while released < size, let region = state.free.popLast() {
      released += region.size
      unsafe munmap(UnsafeMutableRawPointer(bitPattern: region.address)!, region.size)
    }
    state.inUse -= released
  }
}

/// Gives memory that is none of the process's own: pages of a file.
package protocol PageLender: Sendable {
  /// `size` zero bytes; nil where there are no more.
  func lend(_ size: Int) -> UnsafeMutableRawPointer?

  /// Takes `size` bytes at `memory` back, all that were lent or the last of them.
  func takeBack(_ memory: UnsafeMutableRawPointer, _ size: Int)
}
