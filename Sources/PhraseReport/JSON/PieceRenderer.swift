internal import ShingleEngine

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
  /// About a quarter of a megabyte of JSON.
  private static let rowsInBundle = 2048
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
  /// While a batch goes to the sink the next is rendered: at most 64 bundles are in memory at a time,
  /// and their buffers are used again.
  static func write(
    _ bundles: [[ReportPiece]], writer: JSONWriter,
    to sink: ([UInt8]) throws -> Void,
    render: @escaping @Sendable (ReportPiece, inout JSONWriter) -> Void
  ) rethrows {
    let batches = stride(from: 0, to: bundles.count, by: bundlesInBatch).map {
      Array(bundles[$0..<min(bundles.count, $0 + bundlesInBatch)])
    }
    guard let first = batches.first else { return }
    var current = RenderedBatch(count: first.count, writer: writer)
    var next = RenderedBatch(count: first.count, writer: writer)
    var job = current.render(first, by: render)
    for index in batches.indices {
      job.finish()
      if index + 1 < batches.count { job = next.render(batches[index + 1], by: render) }
      defer { swap(&current, &next) }
      do {
        try current.write(count: batches[index].count, to: sink)
      } catch {
        // The threads that render use the buffers until they are done.
        job.finish()
        throw error
      }
    }
  }
}

/// Buffers that several threads fill, each its own.
private final class RenderedBatch: @unchecked Sendable {
  private let writers: UnsafeMutableBufferPointer<JSONWriter>

  init(count: Int, writer: JSONWriter) {
    writers = .allocate(capacity: count)
    writers.initialize(repeating: writer)
  }

  deinit {
    writers.deinitialize()
    writers.deallocate()
  }

  /// Begins to render `bundles`.
  func render(
    _ bundles: [[ReportPiece]],
    by render: @escaping @Sendable (ReportPiece, inout JSONWriter) -> Void
  ) -> ThreadPool.Job {
    ThreadPool.shared.start(bundles.count, helpers: ThreadPool.processors) { index in
      for piece in bundles[index] { render(piece, &self.writers[index]) }
    }
  }

  /// Hands the bytes of the first `count` buffers out and empties these.
  func write(count: Int, to sink: ([UInt8]) throws -> Void) rethrows {
    for index in 0..<count {
      try sink(writers[index].bytes)
      writers[index].removeAll()
    }
  }
}
