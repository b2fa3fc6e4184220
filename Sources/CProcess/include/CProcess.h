// Programs that are run for us, kept within bounds, and gone when we are interrupted.
#pragma once
#include <stddef.h>
#include <sys/types.h>

/// How a program is run.
typedef struct {
  const char *_Nonnull path;
  /// Both end with NULL.
  char *_Nullable const *_Nonnull arguments;
  char *_Nullable const *_Nonnull environment;
  /// Descriptors that become its standard streams.
  int input;
  int output;
  int errors;
  /// Bytes of address space and bytes of a file that it may have.
  size_t memory;
  size_t fileSize;
} CProcessRun;

/// So many programs may run at a time, and so many folders be there.
enum { CPROCESS_MOST = 16 };

/// Starts a program as the leader of a process group of its own. Until `cprocess_finish`, signals that
/// end us end the group too. From any thread, while fewer than `CPROCESS_MOST` run.
///
/// Returns 0, or the number of the error.
int cprocess_start(const CProcessRun *_Nonnull run, pid_t *_Nonnull process);

/// Kills what is left of the group of `process`, waits for `process`, and gives its status as `waitpid`
/// has it.
int cprocess_finish(pid_t process);

/// Whether `process` has ended; it remains to be waited for by `cprocess_finish`.
int cprocess_has_ended(pid_t process);

/// Makes a folder from the template `path` as `mkdtemp` does. Until `cprocess_remove_folder`, signals that end us
/// remove it too. From any thread, while there are fewer than `CPROCESS_MOST`.
///
/// Returns 0, or the number of the error.
int cprocess_make_folder(char *_Nonnull path);

/// Removes the folder that `cprocess_make_folder` made at `path`, with all that is in it; links are not followed.
void cprocess_remove_folder(const char *_Nonnull path);

/// The two ends of a pipe, which no program inherits; -1 where there is none to be had.
int cprocess_pipe(int *_Nonnull ends);

/// A file in memory without a name that holds `length` bytes, or -1. The program that inherits it as its
/// input can read it from any place.
int cprocess_memory_file(const void *_Nullable bytes, size_t length);
