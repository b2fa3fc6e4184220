/// What the program calls itself in every output.
package enum Tool {
  package static let name = "taohua"
  package static let version = "0.1.0"
}
