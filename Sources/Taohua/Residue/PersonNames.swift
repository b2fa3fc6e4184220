/// Finds the names of officials in Chinese text by their form: an office, two or three characters that
/// begin with a surname, and a verb of saying.
enum PersonNames {
  private static let offices = [
    "主任", "书记", "市长", "县长", "区长", "州长", "省长", "主席", "局长", "院长", "检察长", "同志",
  ]
  private static let verbs = [
    "强调", "指出", "要求", "表示", "说", "认为", "介绍", "带队", "主持", "出席", "参加", "作了", "率", "到",
  ]
  /// The surnames of nineteen in twenty people.
  private static let surnames: Set<Character> = Set(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤师"
  )

  /// The names in `content[range]` with their bytes.
  static func find(in content: [UInt8], range: Range<Int>) -> [PlaceNames.Found] {
    let text = String(decoding: content[range], as: UTF8.self)
    var found: [PlaceNames.Found] = []
    for office in offices {
      var rest = text[...]
      while let match = rest.firstRange(of: office) {
        rest = rest[match.upperBound...]
        guard let first = rest.first, surnames.contains(first) else { continue }
        for length in [2, 3] {
          let name = rest.prefix(length)
          let after = rest.dropFirst(length)
          guard name.count == length, name.allSatisfy(isHan),
            verbs.contains(where: { after.hasPrefix($0) })
          else { continue }
          let start = range.lowerBound + text[..<name.startIndex].utf8.count
          found.append(
            .init(
              name: String(name), bytes: start..<start + name.utf8.count, isCertain: true,
              isPlace: false))
          break
        }
      }
    }
    return found.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x4E00..<0xA000).contains($0.value) } ?? false
  }
}

extension Substring {
  /// Where `text` first stands, byte by byte: by characters it took most of the time of a check.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    let wanted = Array(text.utf8)
    let offset = utf8.withContiguousStorageIfAvailable { bytes in
      (0..<Swift.max(0, bytes.count - wanted.count + 1)).first { start in
        bytes[start] == wanted[0]
          && wanted.indices.allSatisfy { bytes[start + $0] == wanted[$0] }
      }
    }
    guard let offset = offset ?? nil else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: wanted.count)
  }
}
