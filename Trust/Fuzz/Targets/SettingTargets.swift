internal import Evaluation
internal import TextIngest

@testable internal import Taohua
@testable internal import TaohuaCommand

/// The files that users write for the program, and what other programs answer: values, or an error that names
/// the line.
enum SettingTargets {
  /// A configuration file: what it says of every setting of every command.
  static func configuration(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let table = source.choice([[], ["tool", "taohua"]])
    do throws(CommandFailure) {
      let file = try ConfigurationFile(
        path: "taohua.toml", text: source.text, table: table, folder: "/project")
      for command in CommandName.allCases {
        let settings: Settings
        do throws(CommandFailure) {
          settings = try Settings(command, options: [:], environment: [:], file: file)
        } catch {
          promise(!error.message.isEmpty, "an error without words")
          continue
        }
        try reread(settings)
      }
    } catch {
      promise(!error.message.isEmpty, "an error without words")
    }
  }

  /// What `config show` prints is a configuration file that says the same.
  private static func reread(_ settings: Settings) throws(CommandFailure) {
    let text = SettingsTable.text(settings)
    let file: ConfigurationFile
    do throws(CommandFailure) {
      file = try ConfigurationFile(path: "shown", text: text, table: [], folder: "")
    } catch {
      broken("what is shown cannot be read: \(error.message)\n\(text)")
    }
    for name in SettingName.allCases where name.commands.contains(settings.command) {
      let known = settings.entry(name).value
      promise(
        known == nil || file.entry(name, for: settings.command)?.value == known,
        "\(name) is shown as something else:\n\(text)")
    }
  }

  /// An allow list; what is read and written again is the same.
  static func allow(_ bytes: [UInt8]) {
    do throws(CommandFailure) {
      let entries = try AllowFile.entries(
        String(decoding: bytes, as: UTF8.self), path: "/project/.taohua/allow.toml")
      let text = entries.map(AllowFile.text).joined()
      let again: [AllowEntry]
      do throws(CommandFailure) {
        again = try AllowFile.entries(text, path: "/project/.taohua/allow.toml")
      } catch {
        broken("what was written cannot be read: \(error.message)\n\(text)")
      }
      promise(entries.map(unplaced) == again.map(unplaced), "an entry is another:\n\(text)")
      for entry in entries {
        _ = entry.isAllowed(in: [[Array("docs".utf8), Array("a.md".utf8)], []])
        _ = entry.scope
      }
    } catch {
      promise(!error.message.isEmpty, "an error without words")
    }
  }

  private static func unplaced(_ entry: AllowEntry) -> AllowEntry {
    var entry = entry
    entry.place = nil
    return entry
  }

  /// A baseline; what is read and written again is the same.
  static func baseline(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).count
    do throws(BaselineError) {
      let written = try Baseline(text: text).text
      let again: Baseline
      do throws(BaselineError) { again = try Baseline(text: written) } catch {
        broken("what was written cannot be read: \(error.expected)")
      }
      promise(again.text == written, "a baseline that is written twice is two")
    } catch {
      promise((1...lines).contains(error.line), "there is no line \(error.line)")
    }
  }

  /// Tables of metadata, and the formats that `evaluate` reads.
  static func tables(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let kind = source.byte() % 6
    let content = Array(source.rest)
    switch kind {
    case 0: _ = try? MetadataTable(content)
    case 1: _ = try? PassageTruth(gold: content)
    case 2: _ = try? CodedSheet(content)
    case 3: _ = try? PANDocument(content, role: .truth)
    case 4: _ = try? PassageResult(content)
    default:
      if let value = try? JSONParser.parse(content) { _ = try? StockResult(JSONField(value)) }
    }
  }

  /// What git answers, and patterns of file names.
  static func git(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let kind = source.byte() % 3
    let content = Array(source.rest)
    switch kind {
    case 0: _ = RawDiff.changes(content)
    case 1:
      var parser = BatchParser(limit: 1 << 16)
      for piece in source.pieces { parser.consume(piece[...]) }
      promise(parser.results.count <= content.count, "more blobs than bytes")
    default:
      let lines = content.split(separator: 0x0A).map { Array($0) }
      guard let pattern = lines.first.flatMap({ IgnorePattern(line: $0) }) else { return }
      for line in lines.dropFirst() {
        _ = pattern.matchesPathOrFolder(line.split(separator: 0x2F).map { Array($0) })
      }
    }
  }
}
