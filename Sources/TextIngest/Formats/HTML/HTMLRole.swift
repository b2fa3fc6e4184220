/// What an element of HTML means for the text in it.
enum HTMLRole: Hashable {
  /// Its text goes on with the text around it.
  case inline
  /// A block of its own.
  case block
  /// The body, whose own footer is that of the page.
  case body
  case footer
  case heading(Int)
  /// A cell of a table.
  case cell
  case preformatted
  /// Code inside a line; a block of it if nothing else is in a `pre`.
  case code
  case lineBreak
  /// Not shown, or no text: nothing of it is read.
  case ignored
  /// No prose: left out and counted.
  case left(OmittedPart)

  /// The role of the element called `name`, in small letters; one that is unknown is inline, as
  /// browsers have it.
  static func named(_ name: String) -> HTMLRole { roles[name] ?? .inline }

  private static let roles: [String: HTMLRole] = {
    var roles: [String: HTMLRole] = [
      "body": .body, "footer": .footer, "pre": .preformatted, "code": .code, "br": .lineBreak,
      "td": .cell, "th": .cell, "nav": .left(.navigation), "del": .left(.deletedRevisions),
      "rt": .left(.rubyText), "rp": .ignored, "img": .left(.pictures),
    ]
    for level in 1...6 { roles["h\(level)"] = .heading(level) }
    for name in blocks { roles[name] = .block }
    for name in ["head", "title", "noscript", "template", "datalist", "noframes", "meta", "link"] {
      roles[name] = .ignored
    }
    for name in ["script", "style"] { roles[name] = .left(.scripts) }
    for name in ["input", "select", "textarea", "button", "meter", "progress"] {
      roles[name] = .left(.forms)
    }
    for name in ["audio", "video", "canvas", "iframe", "object", "embed", "applet"] {
      roles[name] = .left(.embeddedObjects)
    }
    for name in ["svg", "picture", "map"] { roles[name] = .left(.pictures) }
    return roles
  }()

  private static let blocks = [
    "address", "article", "aside", "blockquote", "caption", "center", "col", "colgroup", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "form",
    "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "ol", "optgroup",
    "option", "p", "plaintext", "search", "section", "summary", "table", "tbody", "tfoot", "thead",
    "tr", "ul", "xmp",
  ]
}
