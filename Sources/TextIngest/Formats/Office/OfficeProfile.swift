/// What LibreOffice is told before it opens a document of a stranger.
enum OfficeProfile {
  /// The settings file of a fresh profile: no macros, no links followed, nothing loaded from elsewhere.
  static let settings: [UInt8] = Array(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    \(item("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"))
    \(item("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"))
    \(item("Office.Common/Security/Scripting", "DisableActiveContent", "true"))
    \(item("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"))
    \(item("Office.Writer/Content/Update", "Link", "2"))
    \(item("Office.Common/Misc", "FirstRun", "false"))
    </oor:items>

    """.utf8)

  private static func item(_ path: String, _ name: String, _ value: String) -> String {
    "<item oor:path=\"/org.openoffice.\(path)\"><prop oor:name=\"\(name)\" oor:op=\"fuse\">"
      + "<value>\(value)</value></prop></item>"
  }
}
