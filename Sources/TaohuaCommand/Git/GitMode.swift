/// What a path of a tree is.
enum GitMode: Hashable {
  case file, symbolicLink, submodule, none

  init(octal: some Collection<UInt8>) {
    switch String(decoding: octal, as: UTF8.self) {
    case "120000": self = .symbolicLink
    case "160000": self = .submodule
    case let text where text.hasPrefix("100"): self = .file
    default: self = .none
    }
  }
}
