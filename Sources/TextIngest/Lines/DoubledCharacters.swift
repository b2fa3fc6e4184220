/// The characters at the end of a line that its continuation repeats: 始 | 始终坚持.
enum DoubledCharacters {
  /// Where the text of `next` begins after the characters that it repeats of `line`.
  ///
  /// Up to four Han characters. A single one that commonly stands twice (人人, 层层, 牢牢) is kept.
  static func end(_ text: UTF8Text, _ line: Line, _ next: Line) -> Int {
    var suffixStart = line.end
    var prefixEnd = next.start
    var doubledEnd = next.start
    for length in 1...4 {
      guard suffixStart > line.start, prefixEnd < next.end else { break }
      suffixStart = text.previous(suffixStart)
      let (scalar, bytes) = text.decode(prefixEnd)
      prefixEnd += bytes
      guard isHan(scalar), isHan(text.decode(suffixStart).scalar) else { break }
      let isReduplication = length == 1 && reduplicated.contains(scalar)
      if !isReduplication, text.hasEqualBytes(suffixStart..<line.end, next.start..<prefixEnd) {
        doubledEnd = prefixEnd
      }
    }
    return doubledEnd
  }

  private static func isHan(_ scalar: UInt32) -> Bool {
    CharacterTable.shared.characterClass(scalar) == .han
  }

  /// Characters of common words that repeat one character.
  private static let reduplicated: Set<UInt32> = Set(
    ("人天年月日家户层刚常渐稳代世事处时声步点件个条项次村乡种样块句字页份牢紧深切实扎"
      + "环面头心念久生默仅往单津源蒸比息孜欣踏明清干堂原老认勤方上下轰兢林总滔茫悠漫徐缓"
      + "早多好慢快大小高满悄偷静细轻重频屡每谆殷拳循区谢看想说走试听问谈学爸妈哥姐弟妹爷"
      + "奶星宝偏纷恰匆依历冉翩熠累比斤井寥区芸莘赫济泱巍绵滚沉团足整活白远近长短厚薄空甜暖"
      + "真隐微略稍乖狠死暗连辈滴叨忙急恋朝暮娓惶忡洋彬楚郁葱")
      .unicodeScalars.map(\.value))
}

extension UTF8Text {
  func hasEqualBytes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { base[$0] == base[$1] }
  }
}
