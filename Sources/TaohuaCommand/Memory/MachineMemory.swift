internal import Glibc

/// The memory that this process may have.
enum MachineMemory {
  /// Bytes: those of the machine, or of the control group that the process is in, whatever is less.
  static var bytes: Int {
    let machine = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    return groupLimits.reduce(machine) { min($0, $1) }
  }

  /// The limits of the control groups (version 2) above the process, and that of version 1.
  private static var groupLimits: [Int] {
    var limits: [Int] = []
    if let groups = try? SmallFile.content(of: "/proc/self/cgroup") {
      for line in groups.split(separator: UInt8(ascii: "\n")) where line.starts(with: "0::".utf8) {
        var path = String(decoding: line.dropFirst(3), as: UTF8.self)
        while true {
          limits += limit("/sys/fs/cgroup\(path)/memory.max").map { [$0] } ?? []
          guard let slash = path.lastIndex(of: "/") else { break }
          path = String(path[..<slash])
        }
      }
    }
    return limits + (limit("/sys/fs/cgroup/memory/memory.limit_in_bytes").map { [$0] } ?? [])
  }

  /// The number in `file`; nil where there is none or it says `max`.
  private static func limit(_ file: String) -> Int? {
    guard let content = try? SmallFile.content(of: file) else { return nil }
    return Int(String(decoding: content.filter { $0 > 0x20 }, as: UTF8.self))
  }
}
