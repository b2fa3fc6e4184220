// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target of the package is compiled with.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The engine works on raw memory in its inner loops; each such use must be marked.
let engineSettings = settings + [.strictMemorySafety()]

/// C libraries, linked from their archives: the program needs none of them where it runs.
func archives(_ names: String...) -> [LinkerSetting] {
  names.map { .linkedLibrary(":lib\($0).a", .when(platforms: [.linux])) }
}

let package = Package(
  name: "taohua",
  products: [
    .library(name: "Taohua", targets: ["Taohua"]),
    .executable(name: "taohua", targets: ["TaohuaCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .target(name: "CXXHash"),
    .target(name: "CMachine"),
    .target(name: "CExpat", linkerSettings: archives("expat")),
    .target(name: "CGumbo", linkerSettings: archives("gumbo")),
    .target(name: "CProcess"),
    .target(name: "CMinizip", linkerSettings: archives("minizip", "z")),
    .target(
      name: "TextIngest", dependencies: ["CExpat", "CGumbo", "CMinizip", "CProcess"],
      swiftSettings: settings),
    .target(
      name: "ShingleEngine", dependencies: ["CXXHash", "CMachine"], swiftSettings: engineSettings),
    .target(name: "PhraseMining", dependencies: ["ShingleEngine"], swiftSettings: engineSettings),
    .target(
      name: "CorpusIndex",
      dependencies: ["CXXHash", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .target(
      name: "PhraseReport",
      dependencies: ["CXXHash", "PhraseMining", "ShingleEngine"],
      resources: [.embedInCode("Assets")],
      swiftSettings: settings),
    .target(
      name: "Taohua",
      dependencies: ["TextIngest", "ShingleEngine", "PhraseMining", "CorpusIndex", "PhraseReport"],
      swiftSettings: settings),
    .target(
      name: "WordMarkup", dependencies: ["TextIngest", "PhraseReport"], swiftSettings: settings),
    .target(name: "Evaluation", dependencies: ["PhraseReport"], swiftSettings: settings),
    .executableTarget(
      name: "TaohuaCommand",
      dependencies: [
        "Taohua", "CorpusIndex", "Evaluation", "TextIngest", "ShingleEngine", "PhraseMining",
        "PhraseReport", "WordMarkup", "CMachine", "CProcess",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      swiftSettings: settings),

    .executableTarget(
      name: "reading-benchmark", dependencies: ["TextIngest"], path: "Benchmarks/Reading",
      swiftSettings: settings),
    .executableTarget(
      name: "core-benchmark",
      dependencies: ["Taohua", "PhraseReport", "ShingleEngine", "TextIngest"],
      path: "Benchmarks/Core", swiftSettings: settings),

    .target(
      name: "TestSupport",
      dependencies: [
        "CMinizip", "TextIngest", "ShingleEngine", "PhraseMining", "PhraseReport", "Taohua",
      ],
      path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "TextIngestTests", dependencies: ["TextIngest", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ShingleEngineTests", dependencies: ["ShingleEngine", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PhraseMiningTests", dependencies: ["PhraseMining", "ShingleEngine", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PhraseReportTests",
      dependencies: ["PhraseReport", "PhraseMining", "Evaluation", "TestSupport"],
      exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "EvaluationTests", dependencies: ["Evaluation", "PhraseReport", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CorpusIndexTests", dependencies: ["CorpusIndex", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "TaohuaTests",
      dependencies: [
        "Taohua", "TextIngest", "CorpusIndex", "ShingleEngine", "PhraseMining", "PhraseReport",
        "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "WordMarkupTests",
      dependencies: ["WordMarkup", "PhraseReport", "TextIngest", "TestSupport"],
      exclude: ["check-markup.py"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: ["TaohuaCommand", "CorpusIndex", "TextIngest", "TestSupport"],
      exclude: ["Cases"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)

// Users need no documentation plugin; CI sets this to build the reference.
if Context.environment["TAOHUA_DOCUMENTATION"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}

// What the fuzzer runs is built by scripts/check-fuzz alone, which sets this. It calls what the command reads
// with: the command is a library there.
if Context.environment["TAOHUA_FUZZ"] != nil,
  let command = package.targets.first(where: { $0.name == "TaohuaCommand" })
{
  package.products.removeAll { $0.name == "taohua" }
  package.targets.removeAll { $0.name == command.name }
  package.targets += [
    .target(
      name: command.name, dependencies: command.dependencies, exclude: ["Main.swift"],
      swiftSettings: settings),
    .executableTarget(
      name: "taohua-fuzz",
      dependencies: [
        "CMinizip", "CorpusIndex", "Evaluation", "PhraseMining", "PhraseReport", "ShingleEngine",
        "Taohua",
        "TaohuaCommand", "TestSupport", "TextIngest", "WordMarkup",
      ],
      path: "Trust/Fuzz", swiftSettings: settings),
  ]
}
