/// The page's style and script as they stand in the page.
enum PageAssets {
  /// The style sheet.
  static let style = PackageResources.page_css

  /// The script: its files one after another, in the order in which they need each other.
  static let script: [UInt8] =
    PackageResources.strings_js + PackageResources.model_js + PackageResources.charts_js
    + PackageResources.overview_js + PackageResources.phrases_js + PackageResources.detail_js
    + PackageResources.documents_js + PackageResources.overlap_js + PackageResources.method_js
    + PackageResources.page_js
}
