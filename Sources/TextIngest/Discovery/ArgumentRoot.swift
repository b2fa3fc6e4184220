/// An argument as the start of names.
struct ArgumentRoot: Hashable {
  /// Of the argument's absolute path.
  let components: [String]
  /// Whether the argument is the working folder or below it.
  let isBelowWorkingFolder: Bool
  /// The number of components of the working folder.
  private let baseCount: Int

  init(_ argument: String, options: DiscoveryOptions) {
    let path = argument == "-" ? options.standardInputName ?? "-" : argument
    let base = LexicalPath.components(of: options.workingFolder, in: "/")
    components = LexicalPath.components(of: path, in: options.workingFolder)
    baseCount = base.count
    isBelowWorkingFolder = components.starts(with: base, by: LexicalPath.areSame)
  }

  /// The absolute path.
  var path: String { "/" + components.joined(separator: "/") }

  /// The components that start a name where nothing has to be told apart.
  var shownComponents: [String] { shownComponents(parents: 0) }

  /// The same with `parents` more of the folders above, outside of the working folder.
  func shownComponents(parents: Int) -> [String] {
    if isBelowWorkingFolder { return Array(components[baseCount...]) }
    // One more than there are stands for the root: the name is absolute then.
    return parents < components.count ? components.suffix(parents + 1) : [""] + components
  }
}
