/// SHA-256 of the style and the scripts, for the pages' content security policy: a browser runs
/// nothing else, whatever a document may hold.
///
/// Written by `RECORD_SNAPSHOTS=1 swift test --filter PageHashTests`; the test checks them.
package enum PageHashes {
<<<<<<< HEAD
  package static let style = "sha256-++wTGcsTQBcmYPjx/CeYS+nmyHWUQe6yYxZvmNjCbXs="
  package static let auditScript = "sha256-j25vp0TyNYeubbD8r9bQQxUaeH6bsbdP8ObxbsY0DF0="
  package static let checkScript = "sha256-jFKwnhOHLZCvktZZmGmhD58jaEic/0nd04T1SdZQQkk="
=======
  package static let style = "sha256-LPpTsw2yejuW6Iyk+/DIpbvVs9a8fe6d7rWn/CLudM0="
  package static let checkStyle = "sha256-rzPeEgPYCrHfocmPCBWeJizy+fDfUpEYKPd4q/ObdYY="
  package static let auditScript = "sha256-mwEqUSLEgslo54rME0cJBkl5ONyGzBZwwWdvepughCA="
  package static let checkScript = "sha256-MRd520utHahVC/CHVWG1LUl8G7P60CN7A106hBx7mFo="
>>>>>>> a874209 (The draft page: why a place matched, sections, stretches and sentences, accepted findings, what is new)
}
