// libxxhash's header, compiled into us: no run-time library, and XXH3 inlines into the caller.
// XXH_INLINE_ALL renames its functions by macro, which Swift cannot follow; hence the wrappers.
#pragma once
#include <stddef.h>
#include <stdint.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

/// XXH3, 64 bits, of `length` bytes.
static inline uint64_t cxxh3_64(const void *_Nullable bytes, size_t length) {
  return XXH3_64bits(bytes, length);
}

/// XXH3, 128 bits, of `length` bytes: the low and the high half.
static inline void cxxh3_128(const void *_Nullable bytes, size_t length, uint64_t *_Nonnull low,
                             uint64_t *_Nonnull high) {
  XXH128_hash_t hash = XXH3_128bits(bytes, length);
  *low = hash.low64;
  *high = hash.high64;
}
