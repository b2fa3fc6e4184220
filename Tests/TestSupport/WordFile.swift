/// Word documents for tests, made of the XML that matters.
package enum WordFile {
  package static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
    xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
    xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    """

  package static let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
  package static let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  /// A document with `body`, and further parts: their names without `.xml`, which are the last
  /// components of their types too but for a number at the end.
  package static func make(_ body: String, parts: [String: String] = [:]) -> [UInt8] {
    ZipBuilder.archive(members(body, parts: parts))
  }

  package static func members(_ body: String, parts: [String: String] = [:]) -> [String: String] {
    var members = [
      "[Content_Types].xml": "<Types/>",
      "_rels/.rels": """
      <Relationships xmlns="\(relations)"><Relationship Id="a" Type="\(type)officeDocument" \
      Target="word/document.xml"/></Relationships>
      """,
      "word/document.xml": "<w:document \(namespaces)><w:body>\(body)</w:body></w:document>",
    ]
    var list = "<Relationships xmlns=\"\(relations)\">"
    for (name, content) in parts {
      let kind = name.filter { !$0.isNumber }
      list += "<Relationship Id=\"\(name)\" Type=\"\(type)\(kind)\" Target=\"\(name).xml\"/>"
      members["word/\(name).xml"] = content.replacing("{ns}", with: namespaces)
    }
    members["word/_rels/document.xml.rels"] = list + "</Relationships>"
    return members
  }

  /// A paragraph of one run.
  package static func paragraph(_ text: String, properties: String = "", run: String = "") -> String
  {
    "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")\(Self.run(text, run))</w:p>"
  }

  package static func run(_ text: String, _ properties: String = "") -> String {
    "<w:r>\(properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")"
      + "<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }
}
