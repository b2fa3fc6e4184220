/// A system call failed.
package struct SystemFailure: Error, Hashable, Sendable {
  package let errno: Int32

  package init(errno: Int32) { self.errno = errno }
}
