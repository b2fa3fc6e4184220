/// Finds the names of places in Chinese text by their form: two or three characters and 市, 县, 区, 州
/// or 省 after a particle or a mark.
///
/// Rough on purpose: it has no gazetteer, so it names what looks like a name, and leaves out the words
/// that end in the same characters (地区, 城市, 全区).
struct PlaceNames {
  /// A name and its bytes in the text.
  struct Found: Hashable {
    let name: String
    let bytes: Range<Int>
  }

  private static let endings: Set<Unicode.Scalar> = Set("省市州县区".unicodeScalars)
  /// After what a name may begin.
  private static let before: Set<Unicode.Scalar> = Set("的在由对到和与及向从为是以至、，。；：“”（）《》 \n\t　".unicodeScalars)
  /// Words that end as names do.
  private static let common = [
    "城市", "地区", "社区", "城区", "辖区", "灾区", "小区", "园区", "景区", "校区", "山区", "片区", "街区", "新区", "库区",
    "发区", "范区", "护区", "验区", "自治区", "市区", "县区", "全省", "全市", "全州", "全县", "全区", "我省", "我市", "我州", "我县",
    "我区", "各省", "各市", "各州", "各县", "各区", "本省", "本市", "本县", "本区", "某省", "某市", "某县", "某区", "该市", "该县", "该区",
    "省市", "市州", "市县", "外省", "外市", "兄弟市", "级市", "级区", "港区", "林区", "牧区", "矿区", "湖区", "老区", "战区", "选区", "特区",
    "集聚区", "两区", "三区", "多区", "个区", "个县", "个市", "跨区", "跨省", "跨市", "进市", "到市", "向市", "与市", "超市", "上市",
  ]

  /// The names in `content[range]`, in order.
  static func find(in content: [UInt8], range: Range<Int>) -> [Found] {
    var found: [Found] = []
    var run: [(scalar: Unicode.Scalar, offset: Int)] = []
    var isAfterEdge = true
    var offset = range.lowerBound
    for scalar in String(decoding: content[range], as: UTF8.self).unicodeScalars {
      let next = offset + String(scalar).utf8.count
      if (0x4E00..<0xA000).contains(scalar.value) && !before.contains(scalar) {
        run.append((scalar, offset))
        if isAfterEdge, endings.contains(scalar), (3...4).contains(run.count) {
          let name = String(String.UnicodeScalarView(run.map(\.scalar)))
          if !common.contains(where: { name.hasSuffix($0) }) {
            found.append(Found(name: name, bytes: run[0].offset..<next))
          }
        }
        if run.count > 4 { isAfterEdge = false }
      } else {
        run.removeAll()
        isAfterEdge = true
      }
      offset = next
    }
    return found
  }
}
