import Foundation
import ShingleEngine
import Synchronization
import Testing

/// Memory of large slabs: used again, lent beyond the limit. The limit is the process's; nothing but where
/// pages come from depends on it.
@Suite(.serialized) struct MappedMemoryTests {
  /// Lends pages and remembers what became of the slabs of `size` bytes: tests beside this one borrow others, and
  /// get addresses that came back.
  private final class Lender: PageLender {
    private struct Loans {
      var lent = 0
      var takenBack = 0
      /// Bytes that are still lent, by the address of the first.
      var open: [UInt: Int] = [:]
    }

    private let size: Int
    private let loans = Mutex(Loans())

    init(size: Int) { self.size = size }

    var lent: Int { loans.withLock { $0.lent } }
    var takenBack: Int { loans.withLock { $0.takenBack } }

    func lend(_ size: Int) -> UnsafeMutableRawPointer? {
      let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
      if memory == MAP_FAILED { return nil }
      if size == self.size {
        loans.withLock {
          $0.lent += size
          $0.open[UInt(bitPattern: memory)] = size
        }
      }
      return memory
    }

    func takeBack(_ memory: UnsafeMutableRawPointer, _ size: Int) {
      let address = UInt(bitPattern: memory)
      loans.withLock { loans in
        let loan = loans.open.first { $0.key <= address && address < $0.key + UInt($0.value) }
        guard let (start, left) = loan else { return }
        loans.takenBack += size
        loans.open[start] = left == size ? nil : left - size
      }
      munmap(memory, size)
    }
  }

  /// Elements that take more than the smallest slab with pages of its own.
  private let many = 5 << 18

  @Test func zeroedSlabsAreZeroHoweverOftenTheirPagesServed() {
    for round in 1...4 {
      let slab = Slab<UInt32>(zeroed: many)
      #expect((0..<many).allSatisfy { slab[$0] == 0 })
      for index in 0..<many { slab[index] = UInt32(round) }
      let others = (0..<3).map { Slab<UInt32>(zeroed: many + $0 << 18) }
      #expect(others.allSatisfy { other in (0..<other.count).allSatisfy { other[$0] == 0 } })
      #expect((0..<many).allSatisfy { slab[$0] == UInt32(round) })
      for other in others { for index in 0..<other.count { other[index] = .max } }
    }
  }

  @Test func beyondTheLimitPagesAreLent() {
    let lender = Lender(size: many * 8)
    MappedMemory.limit(to: 0, lender: lender)
    defer { MappedMemory.limit(to: .max) }
    MappedMemory.trim()
    do {
      let slab = Slab<UInt64>(uninitialized: many)
      for index in 0..<many { slab[index] = UInt64(index) }
      #expect(lender.lent >= many * 8)
      slab.truncate(to: many / 4)
      #expect(lender.takenBack > 0)
      #expect((0..<many / 4).allSatisfy { slab[$0] == UInt64($0) })
    }
    #expect(lender.takenBack == lender.lent)
  }
}
