// What Swift has no words for: a hint to the processor, the arguments as the process got them, and how much
// memory the allocator asks for at a time.
#include "CMachine.h"

#include <stdlib.h>
#if defined(__GLIBC__)
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#endif

static int count;
static char *_Nonnull *_Nonnull values;

// glibc hands the arguments of main to constructors. Swift's own CommandLine reads them from
// /proc/self/cmdline, and has none where /proc is not mounted: a hook would pass in silence there.
__attribute__((constructor)) static void keep_arguments(int argc, char *_Nonnull *_Nonnull argv) {
  count = argc;
  values = argv;
}

int cmachine_argument_count(void) { return count; }

const char *cmachine_argument(int index) { return values[index]; }

#if defined(__GLIBC__)
static const uintptr_t large_page = 2 << 20;

// Set before there are other threads.
static int keeps_memory;

// What lies before the first large page of this thread's heap, and is not used: what was touched once stays small.
static __thread void *gap;

// Takes `size` bytes from the system for what this thread will ask for, and asks for large pages: thousands of faults
// of small ones were a tenth of a check. What is not touched costs nothing, and where there are no large pages there
// are small ones.
static void expect(size_t size) {
  char *piece = malloc(large_page + size);
  if (!piece) return;
  uintptr_t start = ((uintptr_t)piece + large_page - 1) & ~(large_page - 1);
  madvise((void *)start, size, MADV_HUGEPAGE);
  // It is the end of the heap, and stays there (see M_TRIM_THRESHOLD) for what comes next.
  free(piece);
  gap = malloc(start - (uintptr_t)piece);
}
#endif

void cmachine_keep_memory(void) {
#if defined(__GLIBC__)
  mallopt(M_TOP_PAD, 2 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  keeps_memory = 1;
  expect(8 << 20);
#endif
}

void cmachine_keep_thread_memory(void) {
#if defined(__GLIBC__)
  if (keeps_memory) expect(4 << 20);
#endif
}
