internal import Glibc

/// Two lists of strings as a program takes them.
struct CStringLists: ~Copyable {
  private let first: [UnsafeMutablePointer<CChar>?]
  private let second: [UnsafeMutablePointer<CChar>?]

  init(_ first: [String], _ second: [String]) {
    self.first = first.map { strdup($0) } + [nil]
    self.second = second.map { strdup($0) } + [nil]
  }

  func withPointers<Result>(
    _ body: (
      UnsafePointer<UnsafeMutablePointer<CChar>?>, UnsafePointer<UnsafeMutablePointer<CChar>?>
    ) -> Result
  ) -> Result {
    first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in body(first.baseAddress!, second.baseAddress!) }
    }
  }

  deinit {
    for string in first + second { free(string) }
  }
}
