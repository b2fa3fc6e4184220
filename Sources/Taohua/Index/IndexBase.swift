internal import Glibc
internal import TextIngest

/// The folder that the names of an index are relative to.
package struct IndexBase: Hashable, Sendable {
  /// As the manifest keeps it.
  let stored: String
  /// Its absolute path now.
  package let folder: String

  package init(stored: String, folder: String) {
    self.stored = stored
    self.folder = folder
  }

  /// The absolute path of `input`.
  func path(of input: InputPath) -> String {
    let path = input.path
    if path.utf8.first == UInt8(ascii: "/") { return "/" + LexicalPath.normalised(path, in: "/") }
    guard let working = getcwd(nil, 0) else { return path }
    defer { free(working) }
    return "/" + LexicalPath.normalised(String(cString: working) + "/" + path, in: "/")
  }

  /// The absolute path of the file with `name` in an index that keeps `location` of it.
  func path(_ name: String, _ location: String?) -> String {
    location ?? (name.utf8.first == UInt8(ascii: "/") ? name : folder + "/" + name)
  }

  /// What a manifest keeps of `root`, an absolute path: relative where it is the base or below it.
  func stored(root: String) -> String {
    let path = LexicalPath.normalised(root, in: folder)
    return LexicalPath.areSame(path, "/" + LexicalPath.normalised(folder, in: "/")) ? "." : path
  }

  /// The absolute path of the root that a manifest keeps as `stored`.
  package func path(ofRoot stored: String) -> String {
    "/" + LexicalPath.components(of: stored, in: folder).joined(separator: "/")
  }

  /// What an index keeps of where `input` is: nothing where its name tells.
  func location(of input: InputPath) -> String? {
    let path = path(of: input)
    return LexicalPath.areSame(path, self.path(input.name, nil)) ? nil : path
  }
}
