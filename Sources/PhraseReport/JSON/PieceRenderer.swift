internal import Dispatch

/// A part of a report that is written on its own: some of the rows (spans or places) of one item
/// (a document or a family).
///
/// A phrase may have a million places and a corpus a million short documents; pieces cut the one
/// and, in bundles, join the other, so that all threads have work and memory stays bounded.
struct ReportPiece {
  var item: Int
  var rows: Range<Int>
  /// Whether the rows end the item's.
  var isLast: Bool
}

/// Renders pieces on all cores and hands them out in order.
enum PieceRenderer {
  /// About half a megabyte of JSON.
  private static let rowsInBundle = 4096
  /// A constant, so that the memory of a report does not depend on the machine.
  private static let bundlesInBatch = 32

  /// The pieces of items that have `rowCounts` rows, in bundles of about equal work.
  static func bundles(rowCounts: some Sequence<Int>) -> [[ReportPiece]] {
    var bundles: [[ReportPiece]] = []
    var bundle: [ReportPiece] = []
    var free = rowsInBundle
    for (item, count) in rowCounts.enumerated() {
      var start = 0
      repeat {
        let end = min(count, start + free)
        bundle.append(ReportPiece(item: item, rows: start..<end, isLast: end == count))
        // An item costs about as much as eight of its rows.
        free -= end - start + 8
        start = end
        if free <= 0 {
          bundles.append(bundle)
          bundle = []
          free = rowsInBundle
        }
      } while start < count
    }
    return bundle.isEmpty ? bundles : bundles + [bundle]
  }

  /// Calls `render` for each piece on several threads, and `sink` with the bytes in order.
  ///
  /// At most 32 bundles are in memory at a time; their buffers are used again.
  static func write(
    _ bundles: [[ReportPiece]], writer: JSONWriter,
    to sink: ([UInt8]) throws -> Void,
    render: @Sendable (ReportPiece, inout JSONWriter) -> Void
  ) rethrows {
    var writers = [JSONWriter](repeating: writer, count: min(bundles.count, bundlesInBatch))
    for first in stride(from: 0, to: bundles.count, by: bundlesInBatch) {
      let batch = bundles[first..<min(bundles.count, first + bundlesInBatch)]
      writers.withUnsafeMutableBufferPointer { writers in
        // Each iteration has a writer of its own.
        nonisolated(unsafe) let writers = writers
        DispatchQueue.concurrentPerform(iterations: batch.count) { index in
          for piece in batch[first + index] { render(piece, &writers[index]) }
        }
      }
      for index in 0..<batch.count {
        try sink(writers[index].bytes)
        writers[index].removeAll()
      }
    }
  }
}
