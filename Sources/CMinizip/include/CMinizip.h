// minizip of zlib for Swift, and archives that are in memory: nothing of an archive is written to
// a disk, and what its members are called is only ever compared.
#pragma once
#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <stddef.h>

/// Opens the archive of `length` bytes at `bytes`, which must live until `unzClose`.
unzFile _Nullable cminizip_open(const void *_Nonnull bytes, size_t length);

/// An archive that is being written: its bytes, which are the caller's to free, and where it is written.
typedef struct {
  unsigned char *_Nullable bytes;
  size_t length;
  size_t capacity;
  size_t offset;
} CMinizipOutput;

/// Begins an archive in `output`, which is empty, stays where it is, and must live until `zipClose`.
zipFile _Nullable cminizip_create(CMinizipOutput *_Nonnull output);
