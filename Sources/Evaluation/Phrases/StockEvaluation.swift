/// An audit measured against documents into which known phrases were put.
package struct StockEvaluation: Sendable {
  /// A part of a whole.
  package struct Share: Hashable, Sendable {
    /// What was found.
    package var part: Int
    /// What there is.
    package var whole: Int
    /// Their quotient.
    package var ratio: Double { Ratio.of(part, whole) }

    /// - Parameters:
    ///   - part: what was found.
    ///   - whole: what there is.
    package init(part: Int = 0, whole: Int = 0) {
      self.part = part
      self.whole = whole
    }
  }

  /// The documents of the report.
  package private(set) var documents: Int
  /// The families that the report has.
  package private(set) var foundFamilies: Int
  /// The families of the truth that stand in 2 or more of the documents.
  package private(set) var families = 0
  /// Letters and digits of the truth that are called stock.
  package private(set) var recall = Share()
  /// Letters and digits called stock that the truth has.
  package private(set) var precision = Share()
  /// Recall for each variant, in order of name.
  package private(set) var variants: [(name: String, recall: Share)] = []
  /// Recall for each tenth of the edit ratio to the canonical text; steps without places are left out.
  package private(set) var edits: [(step: Int, recall: Share)] = []
  /// The families over all places, those that were not found as clusters of their own.
  package private(set) var clusters = ClusterScore([])
  /// The families over the places that were found.
  package private(set) var detectedClusters = ClusterScore([])
  /// Places of the truth with a place of the result.
  package private(set) var detected = Share()
  /// Verbatim places with both ends within one token.
  package private(set) var boundaries = Share()

  /// Measures `result`. Families that stand in fewer than 2 of its documents count neither way: no
  /// audit could know them.
  ///
  /// - Parameters:
  ///   - result: what was found.
  ///   - texts: the documents of the result by name.
  ///   - truth: what should have been found.
  /// - Throws: `FormatError` where offsets are not those of the documents.
  package init(
    _ result: StockResult, texts: [String: CodePoints], truth: StockTruth
  ) throws(FormatError) {
    documents = texts.count
    foundFamilies = result.families
    var sheets: [String: StockDocument] = [:]
    for (name, text) in texts { sheets[name] = try StockDocument(name, text, result) }
    let places = truth.places.filter { sheets[$0.document] != nil }
    for place in places where place.span.upperBound > sheets[place.document]?.scalars.count ?? 0 {
      throw FormatError(
        .line(place.line), expected: "a place inside of \(place.document)",
        found: "\(place.span.lowerBound)-\(place.span.upperBound)")
    }
    let known = Self.families(of: places, in: 2)
    families = known.count
    let counted = places.filter { known.contains($0.family) }
    measureCharacters(sheets, counted, left: places.filter { !known.contains($0.family) })
    measureParts(sheets, counted, truth.canonical)
    measureFamilies(sheets, counted)
  }

  /// The families that stand in at least `minimum` documents.
  private static func families(of places: [StockPlace], in minimum: Int) -> Set<String> {
    var documents: [String: Set<String>] = [:]
    for place in places { documents[place.family, default: []].insert(place.document) }
    return Set(documents.filter { $0.value.count >= minimum }.keys)
  }

  private mutating func measureCharacters(
    _ sheets: [String: StockDocument], _ places: [StockPlace], left: [StockPlace]
  ) {
    let counted = Dictionary(grouping: places, by: \.document)
    let left = Dictionary(grouping: left, by: \.document)
    for (name, sheet) in sheets {
      var isGold = [Bool](repeating: false, count: sheet.scalars.count)
      var isLeft = isGold
      for place in counted[name] ?? [] { for index in place.span { isGold[index] = true } }
      for place in left[name] ?? [] { for index in place.span { isLeft[index] = true } }
      for index in sheet.scalars.indices where sheet.isLetter[index] {
        let isFound = isGold[index] && sheet.isStock[index]
        recall.whole += isGold[index] ? 1 : 0
        recall.part += isFound ? 1 : 0
        precision.part += isFound ? 1 : 0
        let isCounted = isGold[index] || !isLeft[index]
        precision.whole += sheet.isStock[index] && isCounted ? 1 : 0
      }
    }
  }

  private mutating func measureParts(
    _ sheets: [String: StockDocument], _ places: [StockPlace], _ canonical: [String: String]
  ) {
    var variants: [String: Share] = [:]
    var edits: [Int: Share] = [:]
    for place in places {
      guard let sheet = sheets[place.document] else { continue }
      var share = Share()
      for index in place.span where sheet.isLetter[index] {
        share.whole += 1
        share.part += sheet.isStock[index] ? 1 : 0
      }
      variants[place.variant, default: Share()].add(share)
      guard let text = canonical[place.family] else { continue }
      let own = String(String.UnicodeScalarView(sheet.scalars[place.span]))
      edits[EditRatio.step(EditRatio.between(own, text)), default: Share()].add(share)
    }
    self.variants = variants.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    self.edits = edits.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private mutating func measureFamilies(
    _ sheets: [String: StockDocument], _ places: [StockPlace]
  ) {
    var items: [(family: String, cluster: Int?)] = []
    for place in places {
      guard let sheet = sheets[place.document] else { continue }
      let best = sheet.best(for: place.span)
      items.append((place.family, best?.family))
      guard place.variant == "verbatim" else { continue }
      boundaries.whole += 1
      guard let best else { continue }
      let isExact =
        sheet.distance(place.span.lowerBound, best.span.lowerBound) <= 1
        && sheet.distance(place.span.upperBound, best.span.upperBound) <= 1
      boundaries.part += isExact ? 1 : 0
    }
    let found = items.filter { $0.cluster != nil }
    detected = Share(part: found.count, whole: items.count)
    clusters = ClusterScore(items)
    detectedClusters = ClusterScore(found)
  }
}

extension StockEvaluation.Share {
  fileprivate mutating func add(_ other: Self) {
    part += other.part
    whole += other.whole
  }
}
