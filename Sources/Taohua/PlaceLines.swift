internal import PhraseReport
internal import ShingleEngine

/// Finds the lines and columns of all places, each file in one pass.
struct PlaceLines {
  /// The texts of the files.
  let contents: [[UInt8]]
  /// The file of each document.
  let fileOf: [Int]

  /// A place by its number among the places of all families.
  private struct Entry: Sendable {
    var start: UInt32
    var number: UInt32
  }

  func fill(_ families: inout [FamilyReport], workers: Workers) {
    let found = Slab<UInt64>(uninitialized: families.reduce(0) { $0 + $1.places.count })
    let files = entries(families)
    workers.forEach(files.count) { file in
      var cursor = LineCursor(contents[file])
      for entry in files[file].sorted(by: { $0.start < $1.start }) {
        let place = cursor.advance(to: Int(entry.start))
        found[Int(entry.number)] = UInt64(place.line) << 32 | UInt64(place.column)
      }
    }
    // In place, by one thread: copies for several would take the memory twice.
    var number = 0
    for index in families.indices {
      for place in families[index].places.indices {
        families[index].places[place].line = UInt32(found[number] >> 32)
        families[index].places[place].column = UInt32(truncatingIfNeeded: found[number])
        number += 1
      }
    }
  }

  /// The places of each file.
  private func entries(_ families: [FamilyReport]) -> [[Entry]] {
    var entries = [[Entry]](repeating: [], count: contents.count)
    var number: UInt32 = 0
    for family in families {
      for place in family.places {
        entries[fileOf[Int(place.document)]].append(Entry(start: place.start, number: number))
        number += 1
      }
    }
    return entries
  }
}
