/// What a check of a change looked at: the line that keeps a pass from being silent.
package struct HookFacts: Hashable, Sendable {
  /// The two states of the repository that were compared.
  package enum Scope: Hashable, Sendable {
    case staged
    case since(String)
    case stagedSince(String)
    case between(String, String)
  }

  package var scope: Scope
  /// Documents that the change adds or alters.
  package var changed = 0
  /// Named documents that it does not touch, judged whole.
  package var whole = 0
  /// Named files that are no documents by their names.
  package var passedBy = 0
  /// Documents that they were compared with.
  package var compared = 0
  /// Documents of the commit that could not be compared with.
  package var unread = 0
  /// Documents of the commit that changed since the phrases of the others were found.
  package var behind = 0

  package init(scope: Scope) { self.scope = scope }
}
