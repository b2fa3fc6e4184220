/* The core of the engine and nothing else, as fast as plain C does it: what our engine is measured by.
 *
 * usage: yardstick THREADS < list of paths, each ended by NUL
 *
 * Reads the files into one text, decodes UTF-8, rolls a hash over windows of 8 characters, partitions the
 * windows by their hash, sorts each partition in cache, and marks the windows that stand in two documents
 * (files) or more. Prints the characters, those that a marked window covers, and the seconds of each step.
 *
 * It leaves out what makes the answer exact and useful: equal hashes (43 bits) are not compared, white space
 * and marks are characters like others, the text must be valid UTF-8, and there are no phrases, families,
 * variants or reports.
 */
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
  WINDOW = 8,
  PARTITION_BITS = 11,
  PARTITIONS = 1 << PARTITION_BITS,
  DIGIT_BITS = 11,
  DIGITS = 1 << DIGIT_BITS,
  CHUNKS_A_THREAD = 8,
  /* Entries of one partition that are collected before they are written: a line of the cache. */
  LINE = 8,
  PAGE_BITS = 8,
};

static const uint64_t BASE = 0x9E3779B97F4A7C15u;

typedef struct {
  char **paths;
  size_t count;
  uint64_t *byteStarts; /* of each document in the text, and the end */
  uint32_t *starts;     /* of each document in characters, and the end */
  unsigned char *text;
  uint32_t *pages; /* the document in which each 256th character lies */
} Corpus;

/* Consecutive documents: what one task hashes. */
typedef struct {
  size_t first, end;
  uint32_t counts[PARTITIONS]; /* then where its windows of each partition go */
} Chunk;

typedef struct {
  Corpus corpus;
  Chunk *chunks;
  size_t chunkCount;
  uint64_t *windows; /* hash << 32 | position of the first character, by partition */
  uint64_t partitionStarts[PARTITIONS + 1];
  unsigned char *marks; /* one for each character: does a shared window begin here */
  uint64_t covered;     /* characters that marked windows cover */
  size_t next;          /* the next task that nobody has taken */
} Job;

typedef void (*Task)(Job *, size_t index, void *scratch);

static void fail(const char *what) {
  perror(what);
  exit(2);
}

static void *allocate(size_t size) {
  void *memory = mmap(NULL, size ? size : 1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) fail("yardstick: memory");
  madvise(memory, size, MADV_HUGEPAGE);
  return memory;
}

static double seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

/* --- Threads: each takes the next task until there is none --- */

typedef struct {
  Job *job;
  Task task;
  size_t count, scratchSize;
} Crew;

static void *work(void *argument) {
  Crew *crew = argument;
  void *scratch = allocate(crew->scratchSize);
  for (;;) {
    size_t index = __atomic_fetch_add(&crew->job->next, 1, __ATOMIC_RELAXED);
    if (index >= crew->count) break;
    crew->task(crew->job, index, scratch);
  }
  munmap(scratch, crew->scratchSize ? crew->scratchSize : 1);
  return NULL;
}

static void run(Job *job, Task task, size_t count, size_t scratchSize, int threads) {
  Crew crew = {job, task, count, scratchSize};
  pthread_t others[threads];
  job->next = 0;
  for (int i = 1; i < threads; i++)
    if (pthread_create(&others[i], NULL, work, &crew)) fail("yardstick: thread");
  work(&crew);
  for (int i = 1; i < threads; i++) pthread_join(others[i], NULL);
}

/* --- Reading --- */

static void readChunk(Job *job, size_t index, void *scratch) {
  (void)scratch;
  Corpus *corpus = &job->corpus;
  for (size_t d = job->chunks[index].first; d < job->chunks[index].end; d++) {
    int file = open(corpus->paths[d], O_RDONLY);
    if (file < 0) fail(corpus->paths[d]);
    uint64_t at = corpus->byteStarts[d], end = corpus->byteStarts[d + 1];
    uint32_t characters = 0;
    while (at < end) {
      ssize_t got = read(file, corpus->text + at, end - at);
      if (got <= 0) fail(corpus->paths[d]);
      at += got;
    }
    close(file);
    /* Every byte but those that continue a character begins one. */
    for (at = corpus->byteStarts[d]; at < end; at++) characters += (corpus->text[at] & 0xC0) != 0x80;
    corpus->starts[d + 1] = characters;
  }
}

static void readList(Corpus *corpus) {
  size_t capacity = 1 << 16, length = 0, got;
  char *list = malloc(capacity);
  while ((got = fread(list + length, 1, capacity - length, stdin)) > 0) {
    length += got;
    if (length == capacity) list = realloc(list, capacity *= 2);
  }
  for (size_t i = 0; i < length; i++) corpus->count += list[i] == 0;
  corpus->paths = malloc(corpus->count * sizeof *corpus->paths);
  corpus->byteStarts = calloc(corpus->count + 1, sizeof *corpus->byteStarts);
  corpus->starts = calloc(corpus->count + 1, sizeof *corpus->starts);
  char *path = list;
  for (size_t d = 0; d < corpus->count; d++) {
    struct stat status;
    corpus->paths[d] = path;
    if (stat(path, &status)) fail(path);
    corpus->byteStarts[d + 1] = corpus->byteStarts[d] + status.st_size;
    path += strlen(path) + 1;
  }
}

/* Cuts the documents into chunks of about the same number of bytes. */
static void cut(Job *job, int threads) {
  Corpus *corpus = &job->corpus;
  uint64_t share = corpus->byteStarts[corpus->count] / (threads * CHUNKS_A_THREAD) + 1;
  job->chunks = allocate((threads * CHUNKS_A_THREAD + 1) * sizeof *job->chunks);
  for (size_t first = 0; first < corpus->count;) {
    size_t end = first + 1;
    while (end < corpus->count && corpus->byteStarts[end] - corpus->byteStarts[first] < share) end++;
    job->chunks[job->chunkCount].first = first;
    job->chunks[job->chunkCount++].end = end;
    first = end;
  }
}

/* --- Windows --- */

/* The character at `*at`, which moves behind it; malformed bytes are taken as they come. */
static inline uint32_t decode(const unsigned char **at) {
  const unsigned char *c = *at;
  if (c[0] < 0x80) return *at = c + 1, c[0];
  if (c[0] < 0xE0) return *at = c + 2, (c[0] & 0x1Fu) << 6 | (c[1] & 0x3Fu);
  if (c[0] < 0xF0) return *at = c + 3, (c[0] & 0xFu) << 12 | (c[1] & 0x3Fu) << 6 | (c[2] & 0x3Fu);
  return *at = c + 4, (c[0] & 7u) << 18 | (c[1] & 0x3Fu) << 12 | (c[2] & 0x3Fu) << 6 | (c[3] & 0x3Fu);
}

/* A rolling hash (Karp and Rabin 1987): hash = sum of the characters times powers of BASE, modulo 2^64. */
typedef struct {
  const unsigned char *head, *tail, *end;
  uint64_t hash, power;
} Roll;

static Roll rollOver(const Corpus *corpus, size_t document) {
  Roll roll = {corpus->text + corpus->byteStarts[document], corpus->text + corpus->byteStarts[document],
               corpus->text + corpus->byteStarts[document + 1], 0, 1};
  for (int i = 0; i < WINDOW; i++) roll.power *= BASE;
  for (int i = 0; i < WINDOW - 1 && roll.head < roll.end; i++)
    roll.hash = roll.hash * BASE + decode(&roll.head);
  return roll;
}

/* The hash of the next window, its bits stirred; there must be one. */
static inline uint64_t step(Roll *roll, int isFirst) {
  roll->hash = roll->hash * BASE + decode(&roll->head);
  if (!isFirst) roll->hash -= roll->power * decode(&roll->tail);
  return (roll->hash ^ roll->hash >> 32) * 0xD6E8FEB86659FD93u;
}

static void countChunk(Job *job, size_t index, void *scratch) {
  (void)scratch;
  Chunk *chunk = &job->chunks[index];
  for (size_t d = chunk->first; d < chunk->end; d++) {
    Roll roll = rollOver(&job->corpus, d);
    for (int first = 1; roll.head < roll.end; first = 0)
      chunk->counts[step(&roll, first) >> (64 - PARTITION_BITS)]++;
  }
}

/* From counts to places: partitions one after another, in each the chunks in order. */
static void placeChunks(Job *job) {
  uint64_t at = 0;
  for (size_t p = 0; p < PARTITIONS; p++) {
    job->partitionStarts[p] = at;
    for (size_t c = 0; c < job->chunkCount; c++) {
      uint32_t count = job->chunks[c].counts[p];
      job->chunks[c].counts[p] = (uint32_t)at;
      at += count;
    }
  }
  job->partitionStarts[PARTITIONS] = at;
}

typedef struct {
  uint64_t lines[PARTITIONS][LINE];
  unsigned char filled[PARTITIONS];
} Lines;

static void scatterChunk(Job *job, size_t index, void *scratch) {
  Chunk *chunk = &job->chunks[index];
  Lines *lines = scratch;
  memset(lines->filled, 0, sizeof lines->filled);
  for (size_t d = chunk->first; d < chunk->end; d++) {
    Roll roll = rollOver(&job->corpus, d);
    uint32_t position = job->corpus.starts[d];
    for (int first = 1; roll.head < roll.end; first = 0, position++) {
      uint64_t hash = step(&roll, first);
      size_t p = hash >> (64 - PARTITION_BITS);
      lines->lines[p][lines->filled[p]++] = hash << PARTITION_BITS >> 32 << 32 | position;
      if (lines->filled[p] == LINE) {
        memcpy(job->windows + chunk->counts[p], lines->lines[p], sizeof lines->lines[p]);
        chunk->counts[p] += LINE;
        lines->filled[p] = 0;
      }
    }
  }
  for (size_t p = 0; p < PARTITIONS; p++)
    memcpy(job->windows + chunk->counts[p], lines->lines[p], lines->filled[p] * sizeof(uint64_t));
}

/* --- Groups --- */

/* Sorts by the upper 32 bits, stable, so that positions stay in order; the result is in `a` or `b`. */
static uint64_t *radixSort(uint64_t *a, uint64_t *b, size_t count) {
  static const int shifts[] = {32, 43, 54};
  uint32_t counts[3][DIGITS];
  memset(counts, 0, sizeof counts);
  for (size_t i = 0; i < count; i++)
    for (int pass = 0; pass < 3; pass++) counts[pass][a[i] >> shifts[pass] & (DIGITS - 1)]++;
  for (int pass = 0; pass < 3; pass++) {
    uint32_t at = 0;
    for (size_t d = 0; d < DIGITS; d++) {
      uint32_t number = counts[pass][d];
      counts[pass][d] = at;
      at += number;
    }
    for (size_t i = 0; i < count; i++) b[counts[pass][a[i] >> shifts[pass] & (DIGITS - 1)]++] = a[i];
    uint64_t *swap = a;
    a = b;
    b = swap;
  }
  return a;
}

static uint32_t documentOf(const Corpus *corpus, uint32_t position) {
  uint32_t document = corpus->pages[position >> PAGE_BITS];
  while (corpus->starts[document + 1] <= position) document++;
  return document;
}

/* Sorts one partition and marks its windows that stand in two documents. */
static void groupPartition(Job *job, size_t p, void *scratch) {
  size_t count = job->partitionStarts[p + 1] - job->partitionStarts[p];
  uint64_t *sorted = radixSort(job->windows + job->partitionStarts[p], scratch, count);
  for (size_t start = 0, end; start < count; start = end) {
    for (end = start + 1; end < count && sorted[end] >> 32 == sorted[start] >> 32;) end++;
    if (end - start < 2) continue;
    /* Positions rise within a group: two documents differ if the first and the last do. */
    if (documentOf(&job->corpus, (uint32_t)sorted[start]) == documentOf(&job->corpus, (uint32_t)sorted[end - 1]))
      continue;
    for (size_t i = start; i < end; i++) job->marks[(uint32_t)sorted[i]] = 1;
  }
}

static void coverChunk(Job *job, size_t index, void *scratch) {
  (void)scratch;
  uint64_t covered = 0;
  const Corpus *corpus = &job->corpus;
  for (size_t d = job->chunks[index].first; d < job->chunks[index].end; d++) {
    uint32_t reach = 0;
    for (uint32_t i = corpus->starts[d]; i < corpus->starts[d + 1]; i++) {
      if (job->marks[i]) reach = WINDOW;
      covered += reach > 0;
      reach -= reach > 0;
    }
  }
  __atomic_fetch_add(&job->covered, covered, __ATOMIC_RELAXED);
}

static void pageDocuments(Corpus *corpus) {
  uint32_t characters = corpus->starts[corpus->count], document = 0;
  corpus->pages = malloc((characters / (1 << PAGE_BITS) + 1) * sizeof *corpus->pages);
  for (uint64_t at = 0; at < characters; at += 1 << PAGE_BITS) {
    while (corpus->starts[document + 1] <= at) document++;
    corpus->pages[at >> PAGE_BITS] = document;
  }
}

int main(int count, char **arguments) {
  int threads = count == 2 ? atoi(arguments[1]) : 0;
  if (threads < 1 || threads > 256) {
    fprintf(stderr, "usage: yardstick THREADS < paths, each ended by NUL\n");
    return 2;
  }
  static Job job;
  Corpus *corpus = &job.corpus;
  double begin = seconds();
  readList(corpus);
  if (corpus->count == 0) return fprintf(stderr, "yardstick: no paths\n"), 2;
  corpus->text = allocate(corpus->byteStarts[corpus->count] + 4);
  cut(&job, threads);
  run(&job, readChunk, job.chunkCount, 0, threads);
  uint64_t characters = 0;
  for (size_t d = 0; d < corpus->count; d++) {
    characters += corpus->starts[d + 1];
    if (characters > UINT32_MAX) return fprintf(stderr, "yardstick: at most 2^32 characters\n"), 2;
    corpus->starts[d + 1] = (uint32_t)characters;
  }
  pageDocuments(corpus);
  double read = seconds();
  run(&job, countChunk, job.chunkCount, 0, threads);
  placeChunks(&job);
  job.windows = allocate(job.partitionStarts[PARTITIONS] * sizeof *job.windows);
  run(&job, scatterChunk, job.chunkCount, sizeof(Lines), threads);
  double scattered = seconds();
  size_t largest = 0;
  for (size_t p = 0; p < PARTITIONS; p++) {
    size_t size = job.partitionStarts[p + 1] - job.partitionStarts[p];
    if (size > largest) largest = size;
  }
  job.marks = allocate(characters);
  run(&job, groupPartition, PARTITIONS, largest * sizeof *job.windows, threads);
  double grouped = seconds();
  run(&job, coverChunk, job.chunkCount, 0, threads);
  printf("characters %llu covered %llu read %.3f scatter %.3f sort %.3f cover %.3f\n",
         (unsigned long long)characters, (unsigned long long)job.covered, read - begin, scattered - read,
         grouped - scattered, seconds() - grouped);
  return 0;
}
