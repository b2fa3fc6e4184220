package enum CheckHTML {
  package static func render(
    _ report: CheckReport, language: ReportLanguage? = nil
  ) -> [UInt8] { [] }
}
