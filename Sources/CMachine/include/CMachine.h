// What Swift has no words for: a hint to the processor, and one to the allocator.
#pragma once
#include <malloc.h>

/// Asks the processor to load the cache line of `address`, which is about to be read.
static inline void cmachine_prefetch(const void *_Nonnull address) {
  __builtin_prefetch(address, 0, 3);
}

/// Gives the allocator's free memory back to the system.
static inline void cmachine_trim(void) { malloc_trim(0); }
