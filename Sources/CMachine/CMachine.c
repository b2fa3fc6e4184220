// What Swift has no words for: a hint to the processor, and the arguments as the process got them.
#include "CMachine.h"

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
