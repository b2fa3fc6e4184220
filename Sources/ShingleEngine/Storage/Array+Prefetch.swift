public import CMachine

extension Array where Element: BitwiseCopyable {
  /// Asks for the cache line of an element that is read soon. An index that no element has does no harm.
  @inlinable @inline(__always) public func prefetch(_ index: Int) {
    unsafe withUnsafeBufferPointer { elements in
      if let base = elements.baseAddress { unsafe cmachine_prefetch(base + index) }
    }
  }
}
