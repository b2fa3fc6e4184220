/// A binary max-heap (Williams, 1964): the greatest element in O(log n).
///
/// In the module of its users: across modules the compiler would call each comparison through a table.
struct Heap<Element: Comparable> {
  private var elements: [Element] = []

  init() {}

  mutating func insert(_ element: Element) {
    elements.append(element)
    var child = elements.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if !(elements[parent] < elements[child]) { return }
      elements.swapAt(parent, child)
      child = parent
    }
  }

  mutating func popMaximum() -> Element? {
    guard let maximum = elements.first else { return nil }
    let last = elements.removeLast()
    if elements.isEmpty { return maximum }
    elements[0] = last
    siftDown()
    return maximum
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var greatest = parent
      for child in 2 * parent + 1...2 * parent + 2
      where child < elements.count && elements[greatest] < elements[child] {
        greatest = child
      }
      if greatest == parent { return }
      elements.swapAt(parent, greatest)
      parent = greatest
    }
  }
}
