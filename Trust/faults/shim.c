/// Stands between taohua and the C library (LD_PRELOAD) and lets one call go wrong, by TAOHUA_FAULT:
///
///     count:FILE         writes the number of calls that change files to FILE at the end
///     signal:NUMBER:N    sends the signal before the Nth call that changes files
///     tear:N             writes half of what the first write from the Nth such call on has, and kills the process
///     fail:ERRNO:N       the Nth such call fails, and all that want room on the disk after it
///     read:TEXT:OFFSET   the disk cannot read, from OFFSET on, files with TEXT in their paths
///     clock:SEED         the time of day jumps by up to ten years at each look
///
/// Calls that change files are those that make, write, rename, shorten or remove them or bring them to the disk.
/// Standard output and error are spared, and so is every process that is not called taohua.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum Kind { none, count, signalling, tear, failing, reading, jumping };

static enum Kind kind = none;
static int number;
static long threshold;
static char text[512];
static long calls;
static unsigned long long state;

#define NEXT(result, name, ...) \
  static result (*next)(__VA_ARGS__); \
  if (next == NULL) next = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

__attribute__((constructor)) static void begin(void) {
  const char *fault = getenv("TAOHUA_FAULT");
  if (fault == NULL || strcmp(program_invocation_short_name, "taohua") != 0) return;
  if (sscanf(fault, "count:%511s", text) == 1) kind = count;
  if (sscanf(fault, "signal:%d:%ld", &number, &threshold) == 2) kind = signalling;
  if (sscanf(fault, "tear:%ld", &threshold) == 1) kind = tear;
  if (sscanf(fault, "fail:%d:%ld", &number, &threshold) == 2) kind = failing;
  if (sscanf(fault, "read:%511[^:]:%ld", text, &threshold) == 2) kind = reading;
  if (sscanf(fault, "clock:%llu", &state) == 1) kind = jumping;
}

__attribute__((destructor)) static void end(void) {
  if (kind != count) return;
  kind = none;
  FILE *file = fopen(text, "w");
  fprintf(file, "%ld\n", calls);
  fclose(file);
}

/// Whether the call that is about to be made has to fail.
static int changes(int wants_room) {
  if (kind == none || kind == reading || kind == jumping) return 0;
  long call = __atomic_add_fetch(&calls, 1, __ATOMIC_RELAXED);
  if (kind == signalling && call == threshold) kill(getpid(), number);
  if (kind != failing || call < threshold || (call > threshold && !wants_room)) return 0;
  if (call == threshold && !wants_room && number == ENOSPC) return 0;
  errno = number;
  return 1;
}

static int is_file(int descriptor) {
  struct stat status;
  return descriptor > 2 && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

int open(const char *path, int flags, ...) {
  NEXT(int, "open", const char *, int, ...);
  va_list list;
  va_start(list, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;
  va_end(list);
  if ((flags & O_CREAT) && access(path, F_OK) != 0 && changes(1)) return -1;
  return next(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;
  va_end(list);
  return open(path, flags, mode);
}

int mkstemp(char *template) {
  NEXT(int, "mkstemp", char *);
  return changes(1) ? -1 : next(template);
}

char *mkdtemp(char *template) {
  NEXT(char *, "mkdtemp", char *);
  return changes(1) ? NULL : next(template);
}

int mkdir(const char *path, mode_t mode) {
  NEXT(int, "mkdir", const char *, mode_t);
  return access(path, F_OK) != 0 && changes(1) ? -1 : next(path, mode);
}

int rename(const char *from, const char *to) {
  NEXT(int, "rename", const char *, const char *);
  return changes(1) ? -1 : next(from, to);
}

int unlink(const char *path) {
  NEXT(int, "unlink", const char *);
  return access(path, F_OK) == 0 && changes(0) ? -1 : next(path);
}

int ftruncate(int file, off_t size) {
  NEXT(int, "ftruncate", int, off_t);
  return changes(0) ? -1 : next(file, size);
}

int ftruncate64(int file, off64_t size) { return ftruncate(file, size); }

int fsync(int file) {
  NEXT(int, "fsync", int);
  return changes(1) ? -1 : next(file);
}

int fdatasync(int file) {
  NEXT(int, "fdatasync", int);
  return changes(1) ? -1 : next(file);
}

int posix_fallocate(int file, off_t offset, off_t size) {
  NEXT(int, "posix_fallocate", int, off_t, off_t);
  return changes(1) ? number : next(file, offset, size);
}

ssize_t write(int file, const void *bytes, size_t size) {
  NEXT(ssize_t, "write", int, const void *, size_t);
  if (!is_file(file)) return next(file, bytes, size);
  if (changes(1)) return -1;
  if (kind == tear && calls >= threshold && size > 1) {
    next(file, bytes, size / 2);
    kill(getpid(), SIGKILL);
  }
  return next(file, bytes, size);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
  NEXT(ssize_t, "pwrite", int, const void *, size_t, off_t);
  if (!is_file(file)) return next(file, bytes, size, offset);
  if (changes(1)) return -1;
  if (kind == tear && calls >= threshold && size > 1) {
    next(file, bytes, size / 2, offset);
    kill(getpid(), SIGKILL);
  }
  return next(file, bytes, size, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
  return pwrite(file, bytes, size, offset);
}

/// How many of `size` bytes at `offset` can be read; -1 for a failure.
static ssize_t readable(int file, size_t size, off_t offset) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return (ssize_t)size;
  path[length] = 0;
  if (strstr(path, text) == NULL) return (ssize_t)size;
  if (offset < 0) offset = 0;
  if (offset + (off_t)size <= threshold) return (ssize_t)size;
  if (offset >= threshold) {
    errno = EIO;
    return -1;
  }
  return (ssize_t)(threshold - offset);
}

ssize_t read(int file, void *bytes, size_t size) {
  NEXT(ssize_t, "read", int, void *, size_t);
  if (kind != reading) return next(file, bytes, size);
  ssize_t room = readable(file, size, lseek(file, 0, SEEK_CUR));
  return room < 0 ? -1 : next(file, bytes, (size_t)room);
}

ssize_t pread(int file, void *bytes, size_t size, off_t offset) {
  NEXT(ssize_t, "pread", int, void *, size_t, off_t);
  if (kind != reading) return next(file, bytes, size, offset);
  ssize_t room = readable(file, size, offset);
  return room < 0 ? -1 : next(file, bytes, (size_t)room, offset);
}

ssize_t pread64(int file, void *bytes, size_t size, off64_t offset) {
  return pread(file, bytes, size, offset);
}

static time_t jump(void) {
  unsigned long long value = __atomic_add_fetch(&state, 0x9E3779B97F4A7C15ULL, __ATOMIC_RELAXED);
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
  return (time_t)((value >> 33) % 630720000ULL) - 315360000;
}

int clock_gettime(clockid_t clock, struct timespec *result) {
  NEXT(int, "clock_gettime", clockid_t, struct timespec *);
  int status = next(clock, result);
  if (kind == jumping && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
    result->tv_sec += jump();
  }
  return status;
}

int gettimeofday(struct timeval *result, void *zone) {
  NEXT(int, "gettimeofday", struct timeval *, void *);
  int status = next(result, zone);
  if (kind == jumping) result->tv_sec += jump();
  return status;
}

time_t time(time_t *result) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (result != NULL) *result = now.tv_sec;
  return now.tv_sec;
}
