package import CorpusIndex
internal import ShingleEngine
internal import TextIngest

/// The files of a corpus as a segment keeps them.
struct SegmentContent {
  private let corpus: Corpus

  init(_ corpus: Corpus) { self.corpus = corpus }

  /// Writes all files to a segment of `folder`.
  func write(_ name: String, in folder: IndexFolder) throws(IndexError) -> Manifest.Part {
    var documents = [[CorpusDocument]](repeating: [], count: corpus.files.count)
    for document in corpus.documents { documents[document.file].append(document) }
    let files = zip(corpus.files, documents).map { file, documents in
      StoredFile(
        path: file.input.name, hash: file.hash, tokenCounts: documents.map(\.tokens.count))
    }
    return try SegmentWriter.write(
      name, in: folder, files, texts: corpus.files.map(\.content),
      metadata: zip(corpus.files, documents).map { FileMetadata($0, $1).encoded }, tokens())
  }

  /// The tokens with codes in the order of first occurrence.
  private func tokens() -> SegmentTokens {
    var codeOfCharacter = [UInt32](repeating: .max, count: Int(TokenValue.firstWord))
    var codeOfWord = [UInt32](repeating: .max, count: corpus.words.count)
    var dictionary: [DictionaryEntry] = []
    let count = corpus.tokens.count
    // One of no capacity would write the count of the array that all threads have for empty ones.
    let codes = [UInt32](unsafeUninitializedCapacity: max(1, count)) { codes, filled in
      for position in 0..<count {
        let token = corpus.tokens[position]
        var code: UInt32
        if token < TokenValue.firstWord {
          code = codeOfCharacter[Int(token)]
          if code == .max {
            code = UInt32(dictionary.count)
            codeOfCharacter[Int(token)] = code
            dictionary.append(.character(token))
          }
        } else {
          let word = Int(token - TokenValue.firstWord)
          code = codeOfWord[word]
          if code == .max {
            code = UInt32(dictionary.count)
            codeOfWord[word] = code
            dictionary.append(.word(corpus.words[word]))
          }
        }
        codes[position] = code
      }
      filled = count
    }
    return SegmentTokens(
      dictionary: dictionary, codes: codes, blockStarts: corpus.documents.flatMap(\.blockStarts))
  }
}

extension Corpus {
  /// The documents of an index, as they were read.
  package static func restored(
    from snapshot: IndexSnapshot, jobs: Int
  ) throws(IndexError) -> Corpus {
    try restored(snapshot.manifest.entries, of: snapshot, workers: Workers(count: jobs))
  }

  /// The documents of an index without the files `names`, and those of `newer`: the corpus that all would be if
  /// they were read now.
  package static func restored(
    from snapshot: IndexSnapshot, replacing names: Set<String>, by newer: Corpus, jobs: Int
  ) throws(IndexError) -> Corpus {
    let gone = Set(names.map { FileName($0) })
    let entries = snapshot.manifest.entries.filter {
      !gone.contains(FileName(snapshot.file($0).path))
    }
    let kept = try restored(entries, of: snapshot, workers: Workers(count: jobs))
    let all = Corpus(joining: kept, newer)
    return all.arranged(
      all.files.indices.sorted {
        FileName(all.files[$0].input.name) < FileName(all.files[$1].input.name)
      })
  }

  /// The files `entries` of an index, as they were read.
  static func restored(
    _ entries: [Manifest.Entry], of snapshot: IndexSnapshot, workers: Workers
  ) throws(IndexError) -> Corpus {
    var texts: [[UInt8]] = []
    var metadata: [FileMetadata] = []
    for entry in entries {
      let segment = snapshot.segments[entry.segment]
      texts.append(try segment.text(of: entry.file))
      guard let known = FileMetadata(try segment.metadata(of: entry.file)) else {
        throw .damaged(file: segment.path, offset: 0, length: segment.size)
      }
      metadata.append(known)
    }
    let inputs = entries.map {
      InputPath(
        path: $0.location ?? snapshot.file($0).path, name: snapshot.file($0).path, isNamed: false)
    }
    // Other settings than these were refused when the index was opened.
    let reading = IndexSettings(text: snapshot.manifest.settings)?.reading ?? ReadingSettings()
    let (contents, known) = (texts, metadata)
    let sizes = texts.map(\.count)
    let corpus = assembled(inputs, sizes: sizes, reading, workers: workers) { index in
      let file = Reader.restore(
        contents[index], source: known[index].source, metadata: known[index].metadata,
        documents: known[index].documents, settings: reading.ingest)
      guard let file else { return .failure(.binary(offset: 0)) }
      return .success((file, snapshot.file(entries[index]).hash))
    }
    guard corpus.skipped.isEmpty else {
      throw .damaged(file: snapshot.folder.path, offset: 0, length: 0)
    }
    return corpus
  }
}
