internal import Glibc
internal import ShingleEngine
internal import Synchronization

/// A file without a name in a folder that the user gave, whose pages serve as memory.
///
/// It is gone when the process ends, whatever ends it.
final class ScratchFile: PageLender {
  private let folder: String
  private let descriptor: Int32
  /// Bytes of the file, those taken back included, which take no room on the disk.
  private let size = Mutex(0)

  /// Makes the file in `folder`.
  init(in folder: String) throws(CommandFailure) {
    self.folder = folder
    var name = Array("\(folder)/.taohua-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw .unwritable(path: folder, errno: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(name)
  }

  deinit { close(descriptor) }

  /// Ends the process where the disk is full: a page without room there would end it later, without a
  /// word.
  func lend(_ size: Int) -> UnsafeMutableRawPointer? {
    let offset = self.size.withLock { whole in
      whole += size
      return whole - size
    }
    let failure = posix_fallocate(descriptor, off_t(offset), off_t(size))
    if failure != 0 {
      StandardError.write(CommandFailure.unwritable(path: folder, errno: failure).message)
      // Not exit(3): the other threads are at work.
      _exit(ExitStatus.failure.rawValue)
    }
    let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, off_t(offset))
    return memory == MAP_FAILED ? nil : memory
  }

  func takeBack(_ memory: UnsafeMutableRawPointer, _ size: Int) {
    madvise(memory, size, MADV_REMOVE)
    munmap(memory, size)
  }
}
