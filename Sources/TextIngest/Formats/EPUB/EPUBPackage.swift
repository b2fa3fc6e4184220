/// What a book consists of: its package document, found through its container.
struct EPUBPackage {
  /// A document of the spine.
  struct Item {
    var part: String
    var mediaType: String
    /// Whether it is a table of contents.
    var isNavigation: Bool
  }

  /// In the order of reading.
  private(set) var spine: [Item] = []
  /// The members that are encrypted, in small letters. Fonts may be, so that nobody takes them out.
  private(set) var encrypted: Set<String> = []

  /// Reads the package of the book in `archive`.
  static func read(from archive: inout ZipArchive) throws(IngestError) -> EPUBPackage {
    let container = ContainerHandler()
    try archive.read("META-INF/container.xml", into: container)
    guard let main = container.package else {
      throw .document(.missingPart("META-INF/container.xml: rootfile"))
    }
    let handler = PackageHandler(folder: main.split(separator: "/").dropLast().map(String.init))
    try archive.read(main, into: handler)
    var package = EPUBPackage()
    package.spine = handler.spine.compactMap { handler.items[$0] }
    if archive.has("META-INF/encryption.xml") {
      let encryption = EncryptionHandler()
      try archive.read("META-INF/encryption.xml", into: encryption)
      package.encrypted = encryption.members
    }
    return package
  }
}

/// `META-INF/container.xml`: which member is the package document.
private final class ContainerHandler: XMLHandler {
  private(set) var package: String?

  func number(of name: XMLName) -> UInt8 { name.local == "rootfile" ? 1 : 0 }

  func start(_ element: UInt8, _ attributes: XMLAttributes) {
    guard element == 1, package == nil, let path = attributes["full-path"] else { return }
    package = ArchivePath.resolved(path, from: [])
  }

  func end(_ element: UInt8) {}
}

/// The package document: a list of the members, and the order in which they are read.
private final class PackageHandler: XMLHandler {
  private(set) var items: [String: EPUBPackage.Item] = [:]
  /// Identifiers of items.
  private(set) var spine: [String] = []
  private let folder: [String]

  init(folder: [String]) { self.folder = folder }

  func number(of name: XMLName) -> UInt8 {
    switch name.local {
    case "item": 1
    case "itemref": 2
    default: 0
    }
  }

  func start(_ element: UInt8, _ attributes: XMLAttributes) {
    if element == 1, let id = attributes["id"], let target = attributes["href"] {
      let properties = attributes["properties"]?.split(separator: " ") ?? []
      items[id] = EPUBPackage.Item(
        part: ArchivePath.resolved(ArchivePath.unescaped(target), from: folder),
        mediaType: attributes["media-type"] ?? "", isNavigation: properties.contains("nav"))
    } else if element == 2, let id = attributes["idref"] {
      spine.append(id)
    }
  }

  func end(_ element: UInt8) {}
}

/// `META-INF/encryption.xml`: which members are encrypted.
private final class EncryptionHandler: XMLHandler {
  private(set) var members: Set<String> = []

  func number(of name: XMLName) -> UInt8 { name.local == "CipherReference" ? 1 : 0 }

  func start(_ element: UInt8, _ attributes: XMLAttributes) {
    guard element == 1, let target = attributes["URI"] else { return }
    members.insert(ArchivePath.resolved(ArchivePath.unescaped(target), from: []).lowercased())
  }

  func end(_ element: UInt8) {}
}
