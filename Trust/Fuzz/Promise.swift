/// Stops the program: a promise is broken, which the fuzzer takes for a crash.
func broken(_ promise: String) -> Never { fatalError(promise) }

/// Stops the program unless `holds`.
func promise(_ holds: Bool, _ words: @autoclosure () -> String) {
  if !holds { broken(words()) }
}
