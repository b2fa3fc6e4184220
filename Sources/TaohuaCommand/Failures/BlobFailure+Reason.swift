extension BlobReader.Failure {
  /// The reason in words, for the list of skipped files.
  var reason: String {
    switch self {
    case .missing: "is not in this clone: git has its name and no content; fetch it"
    case .tooLarge(let bytes):
      "has \(bytes) bytes, more than the \(BlobReader.defaultLimit >> 20) MiB that are read from git"
    }
  }
}
