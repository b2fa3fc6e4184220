import TestSupport
import Testing
import TextIngest

/// Text whose lines mean something is never joined, alone or between hard-wrapped paragraphs.
@Suite("Lines that are kept")
struct KeptLinesTests {
  static let texts: [(name: String, text: String)] = [
    (
      "verse of equal lines with marks",
      "渡口新桥横晚照，\n船家笑指旧柴门。\n老翁犹记当年水，\n一夜涨平三里村。\n孩童不信爬墙看，\n墙上青苔有旧痕。"
    ),
    ("verse of equal lines without marks", "渡口新桥横晚照\n船家笑指旧柴门\n老翁犹记当年水\n一夜涨平三里村\n孩童不信爬墙看\n墙上青苔有旧痕"),
    ("long verse", "渡口的新桥横在傍晚的光里，\n船家笑着指给我看他的旧门，\n老人还记得那一年的大水，\n一夜之间涨到了三里外的村。"),
    (
      "English verse",
      "The harbour keeps its lamps alight all night\nAnd counts the boats that come home with the tide\nThe cook has left his kettle by the light\nThe pilot hangs his coat up on the side\nAnd nobody has asked him where he went\nOr what the weather out beyond it meant"
    ),
    (
      "a list without marks",
      "清淤整治渡口河道三公里\n改造老城排水管网两千米\n新建社区图书室四十二间\n修复古戏台藻井十一座\n开通夜班公交线路三条\n安装楼道感应路灯九百盏"
    ),
    ("a numbered list", "1. 清淤整治渡口河道三公里\n2. 改造老城排水管网两千米\n3. 新建社区图书室四十二间\n4. 修复古戏台藻井十一座"),
    (
      "headings in two clauses",
      "立足渡口谋发展，服务群众见成效\n紧盯河道抓治理，守护清水绿长廊\n围绕老城促更新，留住乡愁与记忆\n坚持开门办实事，倾听百姓心里话"
    ),
    ("a table", "街道\t户数\t完成\n城东街道\t3120\t97.4%\n城西街道\t2891\t99.1%\n河口街道\t1204\t88.0%"),
    (
      "figures with single spaces",
      "2021 12.5 13.6 14.7\n2022 13.5 14.6 15.7\n2023 14.5 15.6 16.7\n2024 15.5 16.6 17.7"
    ),
    ("a contents list", "一、良法善治……………………3\n二、监督实效……………………7\n三、代表工作……………………12\n四、自身建设……………………18"),
    (
      "a contents list with spaces",
      "Traffic and works in the harbour ........ 3\nSafety of boats and of their crews ...... 7\nMoney and what became of it ............ 12"
    ),
    ("a block of signatures", "云川市人民代表大会常务委员会\n主任　钟 渡\n2024年1月15日"),
    ("an address", "The Harbour Office\n12 Mole Street\nPort Merrow\nTelephone 01632 960 001"),
    (
      "a list of dates",
      "2018年9月17日云川市人民代表大会常务委员会第十二次会议通过根据二〇一九年的决定第一次修正并自公布之日起施行\n2021年5月20日云川市人民代表大会常务委员会第二十三次会议第二次修正"
    ),
    ("headings between paragraphs", "守住一河清水\n全年清淤三公里，渡口的石阶又露了出来。\n开好每一班车\n末班车推迟到夜里十一点，司机自己带了茶。"),
  ]

  @Test("alone", arguments: texts)
  func alone(_ example: (name: String, text: String)) throws {
    #expect(
      try RewrapTests.blocks(example.text).count == lineCount(example.text), "\(example.name)")
  }

  @Test("in hard-wrapped text", arguments: texts)
  func amongParagraphs(_ example: (name: String, text: String)) throws {
    for width in [40, 56, 72, 100] {
      for paragraphs in [RewrapTests.chinese, RewrapTests.english] {
        let prose = Rewrapper(width: width, layout: .emptyLines).lines(paragraphs)
          .joined(separator: "\n")
        let text = "\(prose)\n\n\(example.text)\n\n\(prose)\n"
        let count = try RewrapTests.blocks(text).count
        #expect(
          count == 2 * paragraphs.count + lineCount(example.text), "\(example.name) at \(width)")
      }
    }
  }

  private func lineCount(_ text: String) -> Int { text.split(separator: "\n").count }
}
