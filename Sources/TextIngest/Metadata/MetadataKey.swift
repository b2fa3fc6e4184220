/// The names of what is known of a document beside its text.
package enum MetadataKey {
  package static let title = "title"
  package static let place = "place"
  package static let year = "year"
  package static let date = "date"
  package static let author = "author"
  package static let series = "series"

  /// What the program knows the meaning of; any other key is kept as it is.
  package static let known: Set<String> = [title, place, year, date, author, series]

  /// The key that `name` stands for: in small letters, one of ``known`` where it is a synonym.
  package static func canonical(_ name: some StringProtocol) -> String {
    let trimmed = name.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    let key = String(trimmed).lowercased()
    return synonyms[key] ?? key
  }

  private static let synonyms: [String: String] = [
    "标题": title, "題目": title, "题目": title, "標題": title, "タイトル": title,
    "地区": place, "地點": place, "地点": place, "城市": place, "地域": place, "location": place,
    "年": year, "年份": year, "年度": year, "日期": date, "日付": date, "时间": date, "published": date,
    "作者": author, "单位": author, "單位": author, "著者": author, "系列": series,
  ]
}
