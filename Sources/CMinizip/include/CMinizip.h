// minizip of zlib for Swift, and archives that are in memory: nothing of an archive is written to
// a disk, and what its members are called is only ever compared.
#pragma once
#include <minizip/unzip.h>
#include <stddef.h>

/// Opens the archive of `length` bytes at `bytes`, which must live until `unzClose`.
unzFile _Nullable cminizip_open(const void *_Nonnull bytes, size_t length);
