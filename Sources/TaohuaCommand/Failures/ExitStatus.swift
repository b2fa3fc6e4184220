/// How the program ends; never a count.
///
/// Thrown by a command that has printed all that it has to say.
enum ExitStatus: Int32, Error {
  /// Nothing past the gate, or nothing to check.
  case clean = 0
  /// Findings past the gate.
  case findings = 1
  /// Usage, configuration, a missing path, an input that cannot be read.
  case failure = 2
}
