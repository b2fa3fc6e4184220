internal import Glibc
internal import TextIngest

// Times the reading of one file on one thread, in CPU time: reading-benchmark RUNS FILE. Prints, for each
// run, the nanoseconds of reading (bytes to tokens) and of tokenising alone, and once the bytes of the
// file, those of its text, and its tokens. Benchmarks/reading makes the files and a table of this.

/// Nanoseconds of the processor that this thread has used.
func processorTime() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// The result of `body`, and the nanoseconds it took.
func timed<Result>(_ body: () throws -> Result) rethrows -> (Result, Int) {
  let start = processorTime()
  let result = try body()
  return (result, processorTime() - start)
}

guard CommandLine.arguments.count == 3, let runs = Int(CommandLine.arguments[1]) else {
  print("usage: reading-benchmark RUNS FILE")
  exit(2)
}
let path = CommandLine.arguments[2]
let content = try Reader.content(path: path)
let format = try Reader.format(ofFileName: path)
var settings = IngestSettings()
settings.splitsCompilations = false
for run in 0..<runs {
  let (file, reading) = try timed {
    try Reader.ingest(content, format: format, settings: settings)
  }
  // Made again from its stretches, a text is tokenised and nothing else.
  let (again, tokenising) = timed {
    Reader.restore(
      file.content, source: file.source, metadata: file.metadata, documents: file.documents,
      settings: settings)
  }
  guard again?.tokens.count == file.tokens.count else { fatalError("tokens differ") }
  if run == 0 { print("bytes", content.count, file.content.count, file.tokens.count) }
  print("run", reading, tokenising)
}
