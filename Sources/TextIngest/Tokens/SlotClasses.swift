/// The classes of slots that are slots: of the others the characters are compared.
package struct SlotClasses: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// What no other class says more of: 3, ３.５％, 百分之五, 三百二十 households.
  package static let number = SlotClasses(rawValue: 1 << 0)
  /// The number before 年 月 日, or a date of figures: 2023年, 2023-05-01.
  package static let date = SlotClasses(rawValue: 1 << 1)
  /// 10:30, and the number before 时 点, or 分 秒 after them.
  package static let time = SlotClasses(rawValue: 1 << 2)
  /// The number after 第, or before 届 次.
  package static let ordinal = SlotClasses(rawValue: 1 << 3)
  /// The number before 百 千 万 亿 or a currency, or after its sign: 12.5 of 12.5亿元, 5 of $5.
  package static let amount = SlotClasses(rawValue: 1 << 4)
  /// Blanks and redactions, and what they are mixed with: xx, **, 某, [ ], 20xx.
  package static let blank = SlotClasses(rawValue: 1 << 5)
  package static let email = SlotClasses(rawValue: 1 << 6)
  package static let url = SlotClasses(rawValue: 1 << 7)
  /// 〔2024〕3 of 国发〔2024〕3号.
  package static let documentNumber = SlotClasses(rawValue: 1 << 8)

  package static let all = SlotClasses(rawValue: (1 << 9) - 1)

  /// In the order of their bits.
  private static let names = [
    "number", "date", "time", "ordinal", "amount", "blank", "email", "url", "document-number",
  ]

  /// What `--slots` takes.
  package static let choices = ["all", "none"] + names + names.map { "no-" + $0 }

  /// The classes that a list of ``choices`` means, read from its start: a list that begins with one that
  /// is switched off begins with all. Other words mean nothing.
  package init(_ list: [String]) {
    var classes: SlotClasses = list.first?.hasPrefix("no-") == true ? .all : []
    for choice in list {
      switch choice {
      case "all": classes = .all
      case "none": classes = []
      case _ where choice.hasPrefix("no-"):
        classes.subtract(Self.named(String(choice.dropFirst(3))))
      default: classes.formUnion(Self.named(choice))
      }
    }
    self = classes
  }

  private static func named(_ name: String) -> SlotClasses {
    names.firstIndex(of: name).map { SlotClasses(rawValue: 1 << $0) } ?? []
  }

  /// The shortest list of ``choices`` that means these.
  package var list: [String] {
    let on = SlotClasses.names.filter { contains(SlotClasses.named($0)) }
    let off = SlotClasses.names.filter { !contains(SlotClasses.named($0)) }
    if off.isEmpty { return ["all"] }
    if on.isEmpty { return ["none"] }
    return on.count <= off.count ? on : off.map { "no-" + $0 }
  }
}
