/// A file of passages as the PAN competitions exchange them:
///
///     <document reference="suspicious-document00001.txt">
///       <feature name="detected-plagiarism" this_offset="5" this_length="1000"
///         source_reference="source-document00001.txt" source_offset="100" source_length="1000"/>
///     </document>
package struct PANDocument: Sendable {
  /// Which features of a file are read.
  package enum Role: Sendable {
    /// Cases: `plagiarism`, and the older `artificial-plagiarism` and its like.
    case truth
    /// Detections: `detected-plagiarism`.
    case result
  }

  /// The passages, in order.
  package var passages: [AlignedSpans] = []

  /// Reads the features of `bytes` that tell a source.
  ///
  /// - Parameters:
  ///   - bytes: XML in UTF-8; no entity is defined or fetched.
  ///   - role: which features are read.
  /// - Throws: `FormatError` where a tag has no end, or a feature not what it needs.
  package init(_ bytes: [UInt8], role: Role) throws(FormatError) {
    var reference: String?
    var scanner = TagScanner(bytes)
    while let tag = try scanner.next() {
      if tag.name == "document" { reference = tag.attributes["reference"] }
      guard tag.name == "feature", role.includes(tag.attributes["name"] ?? ""),
        let source = tag.attributes["source_reference"]
      else { continue }
      guard let reference else {
        throw FormatError(.byte(tag.offset), expected: "<document reference=…> before a feature")
      }
      passages.append(
        AlignedSpans(
          pair: DocumentPair(suspicious: reference, source: source),
          left: try tag.span("this_offset", "this_length"),
          right: try tag.span("source_offset", "source_length")))
    }
    if reference == nil {
      throw FormatError(.byte(0), expected: "<document reference=…>")
    }
  }

  /// The file of the passages of one pair.
  ///
  /// - Parameters:
  ///   - passages: the detections, all of `pair`.
  ///   - pair: the two documents.
  /// - Returns: XML in UTF-8.
  package static func render(_ passages: [AlignedSpans], of pair: DocumentPair) -> [UInt8] {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<document reference=\"\(escaped(pair.suspicious))\">\n"
    for passage in passages {
      text += "<feature name=\"detected-plagiarism\" this_offset=\"\(passage.left.lowerBound)\""
      text += " this_length=\"\(passage.left.count)\""
      text += " source_reference=\"\(escaped(pair.source))\""
      text += " source_offset=\"\(passage.right.lowerBound)\""
      text += " source_length=\"\(passage.right.count)\"/>\n"
    }
    return Array((text + "</document>\n").utf8)
  }

  /// The name of the file of `pair`: both names without their endings, a hyphen between.
  ///
  /// - Parameter pair: the two documents.
  package static func fileName(of pair: DocumentPair) -> String {
    "\(stem(pair.suspicious))-\(stem(pair.source)).xml"
  }

  private static func stem(_ name: String) -> Substring {
    name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension PANDocument.Role {
  fileprivate func includes(_ feature: String) -> Bool {
    let isDetection = feature.hasPrefix("detected-")
    return feature.hasSuffix("plagiarism") && isDetection == (self == .result)
  }
}
