#pragma once

/// Asks the processor to load the cache line of `address`, which is about to be read.
static inline void cmachine_prefetch(const void *_Nonnull address) {
  __builtin_prefetch(address, 0, 3);
}

/// How many arguments the process was started with, the program's name included.
int cmachine_argument_count(void);

/// The argument `index`, from 0.
const char *_Nonnull cmachine_argument(int index);

/// From now on memory is asked for by the megabyte, and what was freed is kept for what comes next: for runs of
/// some milliseconds, of which asking and giving back piece by piece took a fifteenth. Called before other threads
/// are started.
void cmachine_keep_memory(void);

/// The same for a thread that was just started, if memory is kept.
void cmachine_keep_thread_memory(void);
