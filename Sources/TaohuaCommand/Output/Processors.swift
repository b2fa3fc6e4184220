internal import Glibc
internal import TextIngest

/// The processors that this process may run on.
enum Processors {
  /// Their number: those of the affinity mask, which `taskset` and containers narrow; at least 1.
  ///
  /// sched_getaffinity(2) is a GNU extension that Swift's Glibc leaves out; the kernel writes the
  /// same mask as hexadecimal digits.
  static var count: Int {
    let key = "Cpus_allowed:"
    let online = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    guard let status = try? SmallFile.content(of: "/proc/self/status"),
      let line = status.split(separator: UInt8(ascii: "\n")).first(where: {
        $0.starts(with: key.utf8)
      })
    else { return online }
    let digits = line.dropFirst(key.utf8.count)
    let allowed = digits.reduce(0) { sum, digit in
      sum + (Character(UnicodeScalar(digit)).hexDigitValue?.nonzeroBitCount ?? 0)
    }
    return max(1, min(allowed, online))
  }
}
