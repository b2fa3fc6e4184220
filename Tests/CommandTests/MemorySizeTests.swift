import Testing

@testable import TaohuaCommand

/// Amounts of memory as people write them.
@Suite struct MemorySizeTests {
  @Test(arguments: [
    ("512", 512), ("512M", 512 << 20), ("4G", 4 << 30), ("4g", 4 << 30), ("1.5GiB", 3 << 29),
    ("64 KB", 64 << 10), ("2T", 2 << 40),
  ])
  func isRead(text: String, bytes: Int) {
    #expect(MemorySize(text)?.bytes == bytes)
  }

  @Test(arguments: ["", "G", "4X", "-1G", "0", "1..5G", "4 G B", "∞", "1e400G", "٤G"])
  func isRefused(text: String) {
    #expect(MemorySize(text) == nil)
  }

  @Test(arguments: [(512, "512"), (4 << 30, "4G"), ((4 << 30) + 1, "4.1G"), (1_500_000, "1.5M")])
  func isWritten(bytes: Int, text: String) {
    #expect(MemorySize(bytes: bytes).text == text)
  }
}
