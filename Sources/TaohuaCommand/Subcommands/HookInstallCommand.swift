internal import ArgumentParser

/// `taohua hook install`.
struct HookInstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Makes git run the hook before each commit of this repository.",
    discussion: """
      For plain git; with pre-commit, prek or lefthook see docs/hook.md. A hook that somebody else \
      wrote is left alone.
      """)

  func run() throws { try PlainHook().install() }
}

/// `taohua hook uninstall`.
struct HookUninstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall", abstract: "Takes away what hook install wrote, and nothing else.")

  func run() throws { try PlainHook().uninstall() }
}
