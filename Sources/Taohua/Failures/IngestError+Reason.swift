package import TextIngest

extension IngestError {
  /// The reason in words, for the list of skipped files.
  package var reason: String {
    switch self {
    case .unreadable(let code): "cannot be read: \(SystemError(code: code).description)"
    case .notAFile: "is no regular file"
    case .binary(let offset): "is a binary file: a NUL byte at byte offset \(offset)"
    case .undecodable(let encoding, let offset):
      "is not valid \(encoding): an invalid byte at byte offset \(offset); mend it, or name its encoding with --encoding"
    case .undetected(let offset):
      "is not UTF-8 (byte offset \(offset)), and in no other encoding that can be told; name it with --encoding"
    case .unknownEncoding(let name):
      "cannot be decoded: there is no encoding '\(name)'; name one such as \(TextEncoding.commonNames.joined(separator: ", "))"
    case .unsupportedFormat(let format):
      "has a format that is not read yet (.\(format)); save it as text (.txt, .md) in UTF-8"
    case .document(let error): error.reason
    case .tooLarge(let bytes, let limit):
      "has \(bytes) bytes, more than the \(limit) that can be read; split it, or allow more with --max-file-size"
    case .corpusFull(let tokens):
      "is left out: with it there would be more than \(tokens) tokens, the most of one corpus; read it apart"
    case .changedWhileRead: "changed while it was read; run again when it is written"
    }
  }
}
