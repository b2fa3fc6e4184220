#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/mman.h>
#endif

/// A program that runs: plain memory for the signal handler, which may read it at any moment. `group` is set
/// last and taken back first.
typedef struct {
  volatile sig_atomic_t group;
  char folder[4096];
} Running;

static Running running[CPROCESS_MOST];
static int running_count;
/// Of the two above, for all but the handler.
static pthread_mutex_t running_lock = PTHREAD_MUTEX_INITIALIZER;
static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
enum { signal_count = sizeof signals / sizeof signals[0] };
static struct sigaction former[signal_count];

/// Ends the programs, removes their folders, and lets the signal do what it would have done.
static void on_signal(int number) {
  char *arguments[CPROCESS_MOST + 4] = {"rm", "-rf", "--"};
  int count = 3;
  for (int index = 0; index < CPROCESS_MOST; index++) {
    pid_t group = running[index].group;
    if (group <= 0) continue;
    kill(-group, SIGKILL);
    if (running[index].folder[0] != 0) arguments[count++] = running[index].folder;
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

static void release_signals(void) {
  for (int index = 0; index < signal_count; index++) {
    sigaction(signals[index], &former[index], NULL);
  }
}

static void guard(pid_t process, const char *folder) {
  pthread_mutex_lock(&running_lock);
  if (running_count++ == 0) catch_signals();
  for (int index = 0; index < CPROCESS_MOST; index++) {
    Running *free = &running[index];
    if (free->group != 0) continue;
    free->folder[0] = 0;
    if (folder != NULL && strlen(folder) < sizeof free->folder) strcpy(free->folder, folder);
    free->group = process;
    break;
  }
  pthread_mutex_unlock(&running_lock);
}

static void unguard(pid_t process) {
  pthread_mutex_lock(&running_lock);
  for (int index = 0; index < CPROCESS_MOST; index++) {
    if (running[index].group == process) running[index].group = 0;
  }
  if (--running_count == 0) release_signals();
  pthread_mutex_unlock(&running_lock);
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
  int error = spawn(run, process);
  if (error != 0) return error;
  bound(*process, run);
  guard(*process, run->folder);
  return 0;
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
  unguard(process);
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) continue;
  return status;
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *place) {
  (void)status;
  (void)type;
  (void)place;
  return remove(path);
}

void cprocess_remove_folder(const char *path) { nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS); }

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
