/// Values that live as long as the process.
///
/// What is needed to the last moment is not taken apart: the thousands of documents of an index are one free(3)
/// each, a thirtieth of the time of a check, and the system takes all memory back at once.
enum UntilExit {
  static func keep<Value>(_ value: Value) { _ = Unmanaged.passRetained(Box(value)) }

  private final class Box<Value> {
    private let value: Value

    init(_ value: Value) { self.value = value }
  }
}
