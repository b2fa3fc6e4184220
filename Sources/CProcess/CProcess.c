#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/mman.h>
#endif

/// What is gone when we are interrupted: plain memory for the signal handler, which may read it at any moment.
/// A group of 0 and an empty path are none.
static volatile sig_atomic_t groups[CPROCESS_MOST];
static char folders[CPROCESS_MOST][4096];
/// Of how many of both there are, for all but the handler.
static int guarded;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
/// Threads that make something which is not in the lists yet, and whether the handler has begun.
static atomic_int making;
static atomic_int ending;
static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
enum { signal_count = sizeof signals / sizeof signals[0] };
static struct sigaction former[signal_count];

/// Ends the programs, removes the folders, and lets the signal do what it would have done.
static void on_signal(int number) {
  atomic_store(&ending, 1);
  // Nothing new is begun any more; what has been begun is in the lists in a moment.
  struct timespec moment = {0, 100 * 1000};
  for (int turn = 0; turn < 10000 && atomic_load(&making) > 0; turn++) nanosleep(&moment, NULL);
  char *arguments[CPROCESS_MOST + 4] = {"rm", "-rf", "--"};
  int count = 3;
  for (int index = 0; index < CPROCESS_MOST; index++) {
    if (groups[index] > 0) kill(-groups[index], SIGKILL);
    if (folders[index][0] != 0) arguments[count++] = folders[index];
  }
  if (count > 3) {
    // fork and exec may be called here; nothing else that removes a folder may.
    pid_t child = fork();
    if (child == 0) {
      execv("/bin/rm", arguments);
      _exit(127);
    }
  }
  signal(number, SIG_DFL);
  raise(number);
}

static void catch_signals(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_signal;
  for (int index = 0; index < signal_count; index++) {
    sigaction(signals[index], NULL, &former[index]);
    // What is ignored stays ignored, as `nohup` wants it.
    if (former[index].sa_handler != SIG_IGN) sigaction(signals[index], &action, NULL);
  }
}

static void release(void) {
  pthread_mutex_lock(&lock);
  if (--guarded == 0) {
    for (int index = 0; index < signal_count; index++) {
      sigaction(signals[index], &former[index], NULL);
    }
  }
  pthread_mutex_unlock(&lock);
}

static void end_making(const sigset_t *mask) {
  atomic_fetch_sub(&making, 1);
  pthread_sigmask(SIG_SETMASK, mask, NULL);
}

/// Begins to make something that is to be gone when we are interrupted, in a thread that the handler does not
/// interrupt: it waits for `end_making`. Returns 0, or the number of the error.
static int begin_making(sigset_t *mask) {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, mask);
  pthread_mutex_lock(&lock);
  if (guarded++ == 0) catch_signals();
  pthread_mutex_unlock(&lock);
  atomic_fetch_add(&making, 1);
  if (atomic_load(&ending) == 0) return 0;
  release();
  end_making(mask);
  return EINTR;
}

static void add_group(pid_t process) {
  pthread_mutex_lock(&lock);
  for (int index = 0; index < CPROCESS_MOST; index++) {
    if (groups[index] != 0) continue;
    groups[index] = process;
    break;
  }
  pthread_mutex_unlock(&lock);
}

static void remove_group(pid_t process) {
  pthread_mutex_lock(&lock);
  for (int index = 0; index < CPROCESS_MOST; index++) {
    if (groups[index] == process) groups[index] = 0;
  }
  pthread_mutex_unlock(&lock);
  release();
}

static int spawn(const CProcessRun *run, pid_t *process) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  sigset_t none, defaults;
  sigemptyset(&none);
  sigfillset(&defaults);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawn_file_actions_adddup2(&actions, run->input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, run->output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, run->errors, STDERR_FILENO);
  int error = posix_spawn(
      process, run->path, &actions, &attributes, run->arguments, run->environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

/// Bounds what the process may ask of the system.
static void bound(pid_t process, const CProcessRun *run) {
#if defined(__linux__)
  struct rlimit memory = {run->memory, run->memory};
  struct rlimit size = {run->fileSize, run->fileSize};
  struct rlimit none = {0, 0};
  prlimit(process, RLIMIT_AS, &memory, NULL);
  prlimit(process, RLIMIT_FSIZE, &size, NULL);
  prlimit(process, RLIMIT_CORE, &none, NULL);
#else
  (void)process;
  (void)run;
#endif
}

int cprocess_start(const CProcessRun *run, pid_t *process) {
  sigset_t mask;
  int error = begin_making(&mask);
  if (error != 0) return error;
  error = spawn(run, process);
  if (error == 0) {
    add_group(*process);
    bound(*process, run);
  } else {
    release();
  }
  end_making(&mask);
  return error;
}

int cprocess_has_ended(pid_t process) {
  siginfo_t info;
  memset(&info, 0, sizeof info);
  int result = waitid(P_PID, (id_t)process, &info, WEXITED | WNOHANG | WNOWAIT);
  return result != 0 || info.si_pid == process;
}

int cprocess_finish(pid_t process) {
  int status = 0;
  // The leader is not waited for yet: its number, and the group's, are nobody else's.
  kill(-process, SIGKILL);
  remove_group(process);
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) continue;
  return status;
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *place) {
  (void)status;
  (void)type;
  (void)place;
  return remove(path);
}

int cprocess_make_folder(char *path) {
  if (strlen(path) >= sizeof folders[0]) return ENAMETOOLONG;
  sigset_t mask;
  int error = begin_making(&mask);
  if (error != 0) return error;
  if (mkdtemp(path) != NULL) {
    pthread_mutex_lock(&lock);
    for (int index = 0; index < CPROCESS_MOST; index++) {
      if (folders[index][0] != 0) continue;
      strcpy(folders[index], path);
      break;
    }
    pthread_mutex_unlock(&lock);
  } else {
    error = errno;
    release();
  }
  end_making(&mask);
  return error;
}

void cprocess_remove_folder(const char *path) {
  nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
  pthread_mutex_lock(&lock);
  for (int index = 0; index < CPROCESS_MOST; index++) {
    if (strcmp(folders[index], path) == 0) folders[index][0] = 0;
  }
  pthread_mutex_unlock(&lock);
  release();
}

int cprocess_pipe(int *ends) {
#if defined(__linux__)
  return pipe2(ends, O_CLOEXEC);
#else
  if (pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

int cprocess_memory_file(const void *bytes, size_t length) {
#if defined(__linux__)
  int file = memfd_create("document", MFD_CLOEXEC);
#else
  char name[] = "/tmp/taohua-XXXXXX";
  int file = mkstemp(name);
  if (file >= 0) unlink(name);
#endif
  if (file < 0) return -1;
  size_t written = 0;
  while (written < length) {
    ssize_t count = write(file, (const char *)bytes + written, length - written);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      close(file);
      return -1;
    }
    written += (size_t)count;
  }
  lseek(file, 0, SEEK_SET);
  return file;
}
