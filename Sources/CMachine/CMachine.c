// What Swift has no words for: a hint to the processor, the arguments as the process got them, and how much
// memory the allocator asks for at a time.
#include "CMachine.h"

#include <stdlib.h>
#if defined(__GLIBC__)
#include <malloc.h>
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

void cmachine_keep_memory(void) {
#if defined(__GLIBC__)
  mallopt(M_TOP_PAD, 2 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}
