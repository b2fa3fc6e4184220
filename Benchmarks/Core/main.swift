internal import Glibc
internal import PhraseReport
internal import ShingleEngine
internal import Taohua
internal import TextIngest

// The exact core of the engine alone, as a process to be measured beside Benchmarks/yardstick:
// core-benchmark THREADS < paths, each ended by NUL. Reads and tokenises the files, groups the windows of
// 8 tokens, and prints the tokens, those in windows of two documents or more, and the seconds of each step.

/// Everything that standard input has.
func standardInput() -> [UInt8] {
  var input: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = read(0, &buffer, buffer.count), count > 0 { input += buffer[..<count] }
  return input
}

/// The documents as the engine wants them, each a source of its own.
func engineCorpus(_ corpus: Corpus) -> TokenCorpus {
  TokenCorpus(
    tokens: corpus.tokens,
    documentStarts: [0] + corpus.documents.map(\.tokens.upperBound),
    sources: corpus.documents.indices.map { UInt32($0) },
    blockStarts: corpus.documents.flatMap(\.blockStarts),
    wordHashes: corpus.words.map { RollingHash.hash(ofWord: $0) })
}

guard CommandLine.arguments.count == 2, let threads = Int(CommandLine.arguments[1]), threads > 0
else {
  print("usage: core-benchmark THREADS < paths, each ended by NUL")
  exit(2)
}
let length = 8
let clock = ContinuousClock()
let begin = clock.now
let paths = standardInput().split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
let files = Corpus.read(
  paths.map { InputPath(path: $0, name: $0, isNamed: true) }, jobs: threads)
guard files.skipped.isEmpty else {
  print("core-benchmark: not read: \(files.skipped[0].path)")
  exit(2)
}
let corpus = engineCorpus(files)
let tokenised = clock.now
let workers = Workers(count: threads)
let groups = WindowGrouping(corpus: corpus, workers: workers).groups(length: length)
let grouped = clock.now
var plan = SurveyPlan()
plan.curve = [length]
let survey = WindowSurvey(corpus: corpus, workers: workers, plan: plan).run(
  ShingleGroups(main: groups))
print(
  "tokens \(corpus.tokens.count) covered \(survey.curve[length] ?? 0)",
  "read \(tokenised - begin) group \(grouped - tokenised) cover \(clock.now - grouped)")
