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
    var firsts = [0]
    for family in families { firsts.append(firsts.last! + family.places.count) }
    let found = Slab<UInt64>(uninitialized: firsts.last!)
    let files = entries(families)
    workers.forEach(files.count) { file in
      var cursor = LineCursor(contents[file])
      for entry in files[file].sorted(by: { $0.start < $1.start }) {
        let place = cursor.advance(to: Int(entry.start))
        found[Int(entry.number)] = UInt64(place.line) << 32 | UInt64(place.column)
      }
    }
    let before = families
    let starts = firsts
    families = workers.map(before.count) { index in
      var family = before[index]
      for place in family.places.indices {
        let value = found[starts[index] + place]
        family.places[place].line = UInt32(value >> 32)
        family.places[place].column = UInt32(truncatingIfNeeded: value)
      }
      return family
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
