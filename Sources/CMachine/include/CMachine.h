// What Swift has no words for: a hint to the processor.
#pragma once

/// Asks the processor to load the cache line of `address`, which is about to be read.
static inline void cmachine_prefetch(const void *_Nonnull address) {
  __builtin_prefetch(address, 0, 3);
}
