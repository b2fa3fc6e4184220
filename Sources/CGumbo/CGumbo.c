#include "CGumbo.h"

#include <setjmp.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>

// gumbo_destroy_output recurses into the tree, and the parser looks through all open elements at each
// tag: a million that are nested would take hours. So all its memory is allotted here: each block is
// in a list, by which everything is freed, and the allotting, which each tag needs, is where limits
// are looked at.

/// What stands before each block of memory.
typedef struct Block {
  struct Block *previous;
  struct Block *next;
  size_t size;
  size_t padding;  // blocks stay aligned to 16 bytes
} Block;

struct CGumboTree {
  Block first;
  size_t used;
  size_t limit;
  double deadline;
  unsigned calls;
  unsigned nodes;
  unsigned depth;
  const GumboNode *last;  // the node that was made last; it has its parent when the next is made
  GumboOutput *output;
  jmp_buf *out;
};

/// Seconds of the processor that this thread has used.
static double seconds_used(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/// Whether `node` lies deeper than the limit. Once in 256 nodes, so that it costs nothing.
static bool is_too_deep(CGumboTree *tree) {
  if (++tree->nodes % 256 != 0) return false;
  unsigned depth = 0;
  for (const GumboNode *node = tree->last; node != NULL; node = node->parent) depth++;
  return depth > tree->depth;
}

static void *allot(void *userdata, size_t size) {
  CGumboTree *tree = userdata;
  size_t whole = size + sizeof(Block);
  if (whole > tree->limit - tree->used) longjmp(*tree->out, CGumboTooLarge);
  if (++tree->calls % 64 == 0 && seconds_used() > tree->deadline) {
    longjmp(*tree->out, CGumboTooSlow);
  }
  // No other block has the size of a node: vectors and buffers grow by powers of two.
  bool is_node = size == sizeof(GumboNode);
  if (is_node && is_too_deep(tree)) longjmp(*tree->out, CGumboTooDeep);
  Block *block = malloc(whole);
  if (block == NULL) longjmp(*tree->out, CGumboTooLarge);
  block->size = whole;
  block->previous = &tree->first;
  block->next = tree->first.next;
  if (block->next != NULL) block->next->previous = block;
  tree->first.next = block;
  tree->used += whole;
  if (is_node) tree->last = (const GumboNode *)(block + 1);
  return block + 1;
}

static void release(void *userdata, void *memory) {
  if (memory == NULL) return;
  CGumboTree *tree = userdata;
  if (memory == tree->last) tree->last = NULL;
  Block *block = (Block *)memory - 1;
  block->previous->next = block->next;
  if (block->next != NULL) block->next->previous = block->previous;
  tree->used -= block->size;
  free(block);
}

CGumboTree *cgumbo_parse(const char *html, size_t length, CGumboLimits limits,
                         CGumboResult *result) {
  CGumboTree *tree = calloc(1, sizeof(CGumboTree));
  if (tree == NULL) {
    *result = CGumboTooLarge;
    return NULL;
  }
  jmp_buf out;
  tree->limit = limits.memory;
  tree->deadline = seconds_used() + limits.seconds;
  tree->depth = limits.depth;
  tree->out = &out;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allot;
  options.deallocator = release;
  options.userdata = tree;
  options.max_errors = 0;
  // The jump passes over frames of the parser alone; what they hold is in the list of blocks.
  int reason = setjmp(out);
  if (reason != CGumboParsed) {
    cgumbo_free(tree);
    *result = (CGumboResult)reason;
    return NULL;
  }
  tree->output = gumbo_parse_with_options(&options, html, length);
  tree->out = NULL;
  *result = CGumboParsed;
  return tree;
}

const GumboNode *cgumbo_document(const CGumboTree *tree) { return tree->output->document; }

void cgumbo_free(CGumboTree *tree) {
  Block *block = tree->first.next;
  while (block != NULL) {
    Block *next = block->next;
    free(block);
    block = next;
  }
  free(tree);
}
