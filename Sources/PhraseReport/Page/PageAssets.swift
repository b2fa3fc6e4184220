/// The style and the scripts as they stand in the pages.
enum PageAssets {
  /// The style sheet of all pages.
  static let style = PackageResources.page_css
  /// The style sheet of a check.
  static let checkStyle: [UInt8] = PackageResources.page_css + PackageResources.check_css

  /// The script of an audit: its files one after another, in the order in which they need each other.
  static let auditScript: [UInt8] =
    base + PackageResources.parts_js + PackageResources.query_js + PackageResources.export_js
    + PackageResources.charts_js + PackageResources.overview_js + PackageResources.phrases_js
    + PackageResources.kwic_js + PackageResources.phrase_js + PackageResources.detail_js
    + PackageResources.documents_js + PackageResources.document_js + PackageResources.sentences_js
    + PackageResources.overlap_js + PackageResources.pair_js + PackageResources.method_js
    + PackageResources.shell_js + PackageResources.page_js

  /// The script of a check.
  static let checkScript: [UInt8] =
    base + PackageResources.check_strings_js + PackageResources.draft_js + PackageResources.match_js
    + PackageResources.accept_js + PackageResources.finding_js + PackageResources.structure_js
    + PackageResources.shell_js + PackageResources.check_js

  /// What comes first in every page.
  private static let base: [UInt8] =
    PackageResources.strings_js + PackageResources.dom_js + PackageResources.model_js
    + PackageResources.words_js + PackageResources.text_js + PackageResources.table_js
    + PackageResources.sortable_js + PackageResources.verdicts_js
}
