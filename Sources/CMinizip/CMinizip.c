#include "CMinizip.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// A file in memory, and where it is read.
typedef struct {
  const unsigned char *bytes;
  size_t length;
  size_t offset;
} Memory;

static voidpf open_memory(voidpf opaque, const void *name, int mode) {
  (void)name;
  (void)mode;
  return opaque;
}

static uLong read_memory(voidpf opaque, voidpf stream, void *buffer, uLong size) {
  (void)opaque;
  Memory *memory = stream;
  size_t left = memory->length - memory->offset;
  size_t count = size < left ? size : left;
  memcpy(buffer, memory->bytes + memory->offset, count);
  memory->offset += count;
  return (uLong)count;
}

static ZPOS64_T tell_memory(voidpf opaque, voidpf stream) {
  (void)opaque;
  return ((Memory *)stream)->offset;
}

static long seek_memory(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
  (void)opaque;
  Memory *memory = stream;
  ZPOS64_T base = 0;
  if (origin == ZLIB_FILEFUNC_SEEK_CUR) base = memory->offset;
  if (origin == ZLIB_FILEFUNC_SEEK_END) base = memory->length;
  // Offsets come from the archive: they may be anything, and may wrap.
  ZPOS64_T target = base + offset;
  if (target > memory->length) return -1;
  memory->offset = (size_t)target;
  return 0;
}

static int close_memory(voidpf opaque, voidpf stream) {
  (void)opaque;
  free(stream);
  return 0;
}

static int error_of_memory(voidpf opaque, voidpf stream) {
  (void)opaque;
  (void)stream;
  return 0;
}

unzFile cminizip_open(const void *bytes, size_t length) {
  Memory *memory = calloc(1, sizeof(Memory));
  if (memory == NULL) return NULL;
  memory->bytes = bytes;
  memory->length = length;
  zlib_filefunc64_def functions = {
      .zopen64_file = open_memory,
      .zread_file = read_memory,
      .ztell64_file = tell_memory,
      .zseek64_file = seek_memory,
      .zclose_file = close_memory,
      .zerror_file = error_of_memory,
      .opaque = memory,
  };
  // A failed open closes the stream, and so frees it.
  return unzOpen2_64("", &functions);
}

static uLong write_output(voidpf opaque, voidpf stream, const void *bytes, uLong size) {
  (void)opaque;
  CMinizipOutput *output = stream;
  if (size > SIZE_MAX / 2 - output->offset) return 0;
  size_t end = output->offset + size;
  if (end > output->capacity) {
    size_t capacity = end > 2 * output->capacity ? end : 2 * output->capacity;
    unsigned char *grown = realloc(output->bytes, capacity);
    if (grown == NULL) return 0;
    output->bytes = grown;
    output->capacity = capacity;
  }
  memcpy(output->bytes + output->offset, bytes, size);
  output->offset = end;
  if (end > output->length) output->length = end;
  return size;
}

static uLong read_output(voidpf opaque, voidpf stream, void *buffer, uLong size) {
  (void)opaque;
  (void)stream;
  (void)buffer;
  (void)size;
  return 0;
}

static ZPOS64_T tell_output(voidpf opaque, voidpf stream) {
  (void)opaque;
  return ((CMinizipOutput *)stream)->offset;
}

static long seek_output(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
  (void)opaque;
  CMinizipOutput *output = stream;
  ZPOS64_T base = 0;
  if (origin == ZLIB_FILEFUNC_SEEK_CUR) base = output->offset;
  if (origin == ZLIB_FILEFUNC_SEEK_END) base = output->length;
  ZPOS64_T target = base + offset;
  if (target > output->length) return -1;
  output->offset = (size_t)target;
  return 0;
}

static int close_output(voidpf opaque, voidpf stream) {
  (void)opaque;
  (void)stream;
  return 0;
}

zipFile cminizip_create(CMinizipOutput *output) {
  zlib_filefunc64_def functions = {
      .zopen64_file = open_memory,
      .zread_file = read_output,
      .zwrite_file = write_output,
      .ztell64_file = tell_output,
      .zseek64_file = seek_output,
      .zclose_file = close_output,
      .zerror_file = error_of_memory,
      .opaque = output,
  };
  return zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &functions);
}
