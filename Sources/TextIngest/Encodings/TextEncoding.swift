/// An encoding that the bytes of a file are decoded from.
package enum TextEncoding: Hashable, Sendable {
  case utf8, utf16LE, utf16BE
  case gb18030, big5, shiftJIS, eucJP, eucKR
  /// A set of one byte a character, by its name.
  case singleByte(String)

  static let windows1252 = TextEncoding.singleByte("windows-1252")

  /// As IANA names it.
  package var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LE: "UTF-16LE"
    case .utf16BE: "UTF-16BE"
    case .gb18030: "GB18030"
    case .big5: "Big5"
    case .shiftJIS: "Shift_JIS"
    case .eucJP: "EUC-JP"
    case .eucKR: "EUC-KR"
    case .singleByte(let name): name
    }
  }

  /// The encoding that `label` names, in any case: an IANA name, a code page, or what people call
  /// it. GBK is read as GB18030, which holds it, and Latin-1 as windows-1252, as browsers do.
  package init?(label: String) {
    let key = label.lowercased().filter { $0.isLetter || $0.isNumber }
    if let known = TextEncoding.labels[key] {
      self = known
    } else if let name = SingleByteSets.rows.keys.first(where: {
      $0.lowercased().filter { $0.isLetter || $0.isNumber } == key
    }) {
      self = .singleByte(name)
    } else {
      return nil
    }
  }

  /// The names that an error proposes.
  package static let commonNames = [
    "UTF-8", "UTF-16", "GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR", "windows-1252",
  ]

  /// By names in small letters, without hyphens and the like.
  private static let labels: [String: TextEncoding] = [
    "utf8": .utf8, "unicode11utf8": .utf8,
    "utf16": .utf16LE, "utf16le": .utf16LE, "ucs2": .utf16LE, "unicode": .utf16LE,
    "utf16be": .utf16BE, "unicodefffe": .utf16BE,
    "gb18030": .gb18030, "gbk": .gb18030, "gb2312": .gb18030, "cp936": .gb18030,
    "ms936": .gb18030, "windows936": .gb18030, "euccn": .gb18030, "chinese": .gb18030,
    "csgb2312": .gb18030, "gb231280": .gb18030, "xgbk": .gb18030,
    "big5": .big5, "big5hkscs": .big5, "cp950": .big5, "ms950": .big5, "windows950": .big5,
    "cnbig5": .big5, "csbig5": .big5, "xxbig5": .big5,
    "shiftjis": .shiftJIS, "sjis": .shiftJIS, "cp932": .shiftJIS, "ms932": .shiftJIS,
    "windows31j": .shiftJIS, "xsjis": .shiftJIS, "mskanji": .shiftJIS, "windows932": .shiftJIS,
    "eucjp": .eucJP, "ujis": .eucJP, "xeucjp": .eucJP, "cp51932": .eucJP,
    "euckr": .eucKR, "cp949": .eucKR, "ms949": .eucKR, "uhc": .eucKR, "ksc56011987": .eucKR,
    "ksx1001": .eucKR, "ksc5601": .eucKR, "windows949": .eucKR, "korean": .eucKR,
    "ascii": .windows1252, "usascii": .windows1252, "latin1": .windows1252,
    "iso88591": .windows1252, "cp1252": .windows1252, "l1": .windows1252, "ansi": .windows1252,
    "cp1250": .singleByte("windows-1250"), "cp1251": .singleByte("windows-1251"),
    "cp1253": .singleByte("windows-1253"), "cp1254": .singleByte("windows-1254"),
    "iso88599": .singleByte("windows-1254"), "latin5": .singleByte("windows-1254"),
    "cp1255": .singleByte("windows-1255"), "cp1256": .singleByte("windows-1256"),
    "cp1257": .singleByte("windows-1257"), "cp1258": .singleByte("windows-1258"),
    "tis620": .singleByte("windows-874"), "iso885911": .singleByte("windows-874"),
    "cp874": .singleByte("windows-874"), "koi8": .singleByte("KOI8-R"),
    "latin2": .singleByte("ISO-8859-2"), "latin9": .singleByte("ISO-8859-15"),
    "macroman": .singleByte("macintosh"),
  ]
}
