/// For each position the group of the window that begins there: two windows are the same tokens when
/// their classes are equal and not 0.
struct WindowClasses: Sendable {
  /// Tokens in a window.
  let length: Int
  /// The group's first index in ``WindowGroups/positions``, plus one; 0 where the window stands
  /// nowhere else.
  let classes: Slab<UInt32>

  /// - Parameters:
  ///   - groups: the groups of the windows of a length.
  ///   - corpus: the corpus that they were made of.
  ///   - workers: the threads to use.
  init(_ groups: WindowGroups, of corpus: TokenCorpus, workers: Workers) {
    length = groups.length
    let classes = Slab<UInt32>(zeroed: corpus.tokens.count, isSparse: groups.isPartial)
    workers.forEach(groups.runs.count) { run in
      for group in groups.runs[run] {
        for index in group.range { classes[Int(groups.positions[index])] = group.start + 1 }
      }
    }
    self.classes = classes
  }
}
