// libgumbo, the HTML5 parser, with limits: the tree's memory and the time are bounded, and the tree
// is freed without recursion, which nests as deeply as the document does.
#pragma once
#include <gumbo.h>
#include <stddef.h>

/// Why there is no tree.
typedef enum {
  CGumboParsed,
  /// The tree needs more memory than is allowed.
  CGumboTooLarge,
  /// The parser did not come to an end in time.
  CGumboTooSlow,
  /// Elements are nested more deeply than is allowed.
  CGumboTooDeep,
} CGumboResult;

/// How much a document may ask of the machine.
typedef struct {
  /// Bytes of the tree.
  size_t memory;
  /// Seconds of the processor.
  double seconds;
  /// Elements in one another. What is over it by a few hundred may pass.
  unsigned depth;
} CGumboLimits;

/// A parsed document.
typedef struct CGumboTree CGumboTree;

/// Parses `length` bytes of UTF-8, which must live as long as the tree. NULL, and the reason in
/// `result`, where a limit is reached.
CGumboTree *_Nullable cgumbo_parse(const char *_Nonnull html, size_t length, CGumboLimits limits,
                                   CGumboResult *_Nonnull result);

/// The document node.
const GumboNode *_Nonnull cgumbo_document(const CGumboTree *_Nonnull tree);

/// Frees the tree with all its nodes.
void cgumbo_free(CGumboTree *_Nonnull tree);
