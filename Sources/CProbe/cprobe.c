#define _GNU_SOURCE
#include "cprobe.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static int64_t answer(long result) { return result < 0 ? -errno : result; }

// Raw system calls.

int64_t probe_call(int64_t number, int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, int64_t f) {
  return answer(syscall(number, a, b, c, d, e, f));
}

static const struct {
  const char *name;
  int64_t number;
} calls[] = {
#define CALL(name, number) {#name, number},
#include "calls.h"
#undef CALL
};

int64_t probe_call_number(const char *name) {
  for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
    if (strcmp(calls[i].name, name) == 0) return calls[i].number;
  return -1;
}

const char *probe_call_name(int64_t number) {
  for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
    if (calls[i].number == number) return calls[i].name;
  return NULL;
}

const char *probe_error_name(int64_t error) {
  const char *name = strerrorname_np((int)error);
  return name ? name : "unknown";
}

int64_t probe_i386_getpid(void) {
#if defined(__x86_64__)
  int64_t result;
  __asm__ volatile("int $0x80" : "=a"(result) : "0"((int64_t)20) : "memory", "r8", "r9", "r10", "r11");
  return (int32_t)result;
#else
  return -ENOSYS;
#endif
}

int64_t probe_x32_getpid(void) {
#if defined(__x86_64__)
  return answer(syscall(0x40000000L | SYS_getpid));
#else
  return -ENOSYS;
#endif
}

int64_t probe_ioctl_wide(int32_t fd, uint64_t request) {
  char byte = '\n';
  return answer(syscall(SYS_ioctl, fd, request, &byte));
}

int64_t probe_futex_errno(void) { return answer(syscall(SYS_futex, NULL, 0x7f, 0, NULL, NULL, 0)); }

// Processes and signals. Raw calls: the kernel's 64-bit sets, which glibc cuts short.

int64_t probe_fork(void) { return answer(fork()); }

int64_t probe_thread(void) { return answer(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)); }

int64_t probe_signal_mask(uint64_t *mask) {
  return answer(syscall(SYS_rt_sigprocmask, SIG_BLOCK, NULL, mask, sizeof *mask));
}

int64_t probe_pending(uint64_t *mask) { return answer(syscall(SYS_rt_sigpending, mask, sizeof *mask)); }

int64_t probe_disposition(int32_t number) {
  uint64_t action[4] = {0};
  if (syscall(SYS_rt_sigaction, number, NULL, action, sizeof(uint64_t)) < 0) return -errno;
  return action[0] > 1 ? 2 : (int64_t)action[0];
}

int64_t probe_ignore(int32_t number) {
  const uint64_t action[4] = {1};
  return answer(syscall(SYS_rt_sigaction, number, action, NULL, sizeof(uint64_t)));
}

int64_t probe_alternate_stack(void) {
  stack_t stack = {0};
  if (sigaltstack(NULL, &stack) < 0) return -errno;
  return stack.ss_flags != SS_DISABLE;
}

int64_t probe_timer(int32_t which, int64_t *microseconds) {
  struct itimerval timer;
  if (getitimer((enum __itimer_which)which, &timer) < 0) return -errno;
  *microseconds = timer.it_value.tv_sec * 1000000LL + timer.it_value.tv_usec;
  return 0;
}

int64_t probe_set_timer(int32_t which, int64_t microseconds) {
  struct itimerval timer = {.it_value = {.tv_sec = microseconds / 1000000, .tv_usec = microseconds % 1000000}};
  return answer(setitimer((enum __itimer_which)which, &timer, NULL));
}

int64_t probe_ids(uint32_t user[3], uint32_t group[3]) {
  if (getresuid(&user[0], &user[1], &user[2]) < 0) return -errno;
  return answer(getresgid(&group[0], &group[1], &group[2]));
}

int64_t probe_affinity(void) {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (sched_getaffinity(0, sizeof set, &set) < 0) return -errno;
  return CPU_COUNT(&set);
}

int64_t probe_pin(void) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(0, &set);
  return answer(sched_setaffinity(0, sizeof set, &set));
}

int64_t probe_terminal_foreground(int32_t fd) { return answer(tcgetpgrp(fd)); }

int64_t probe_push_terminal(int32_t fd) {
  char byte = '\n';
  return answer(ioctl(fd, TIOCSTI, &byte));
}

int64_t probe_own_terminal(void) {
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master < 0) return -errno;
  if (grantpt(master) < 0 || unlockpt(master) < 0) return -errno;
  const char *name = ptsname(master);
  if (!name) return -errno;
  // The master stays open in a child that copies what is written to our own standard output.
  int out = fcntl(1, F_DUPFD_CLOEXEC, 10);
  pid_t copier = fork();
  if (copier < 0) return -errno;
  if (copier == 0) {
    close(0);
    char buffer[4096];
    ssize_t length;
    while ((length = read(master, buffer, sizeof buffer)) > 0)
      if (write(out, buffer, (size_t)length) < 0) break;
    _exit(0);
  }
  close(out);
  // The session leader has to be a process that leads no group yet.
  pid_t leader = fork();
  if (leader < 0) return -errno;
  if (leader > 0) {
    close(master);
    int status;
    waitpid(leader, &status, 0);
    waitpid(copier, NULL, 0);
    _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  }
  if (setsid() < 0) return -errno;
  int slave = open(name, O_RDWR);
  if (slave < 0) return -errno;
  if (ioctl(slave, TIOCSCTTY, 0) < 0) return -errno;
  for (int fd = 0; fd < 3; fd++)
    if (dup2(slave, fd) < 0) return -errno;
  if (slave > 2) close(slave);
  return 0;
}

// Files.

int64_t probe_mount_flags(const char *path, uint64_t *flags) {
  struct statfs fs;
  if (statfs(path, &fs) < 0) return -errno;
  *flags = (uint64_t)fs.f_flags;
  return 0;
}

int64_t probe_working_directory(char *buffer, size_t size) { return answer(syscall(SYS_getcwd, buffer, size)); }

static socklen_t abstract(const char *name, struct sockaddr_un *address) {
  size_t length = strnlen(name, sizeof address->sun_path - 1);
  *address = (struct sockaddr_un){.sun_family = AF_UNIX};
  memcpy(address->sun_path + 1, name, length);
  return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + length);
}

int64_t probe_bind_abstract(const char *name) {
  struct sockaddr_un address;
  socklen_t length = abstract(name, &address);
  int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return -errno;
  if (bind(fd, (struct sockaddr *)&address, length) < 0) return -errno;
  return answer(listen(fd, 4));
}

int64_t probe_connect_abstract(const char *name) {
  struct sockaddr_un address;
  socklen_t length = abstract(name, &address);
  int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return -errno;
  int64_t result = answer(connect(fd, (struct sockaddr *)&address, length));
  close(fd);
  return result;
}

int64_t probe_connect_tcp(uint32_t address, uint16_t port) {
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(address)};
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return -errno;
  int64_t result = answer(connect(fd, (struct sockaddr *)&to, sizeof to));
  close(fd);
  return result;
}

int64_t probe_listen_tcp(void) {
  struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof at;
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return -errno;
  if (bind(fd, (struct sockaddr *)&at, length) < 0 || listen(fd, 4) < 0) return -errno;
  if (getsockname(fd, (struct sockaddr *)&at, &length) < 0) return -errno;
  return ntohs(at.sin_port);
}

int64_t probe_touch_pages(uint64_t bytes) {
  char *pages = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (pages == MAP_FAILED) return -errno;
  for (uint64_t at = 0; at < bytes; at += 4096) ((volatile char *)pages)[at] = 1;
  return 0;
}

// System V objects and keys.

int64_t probe_shared_memory(int32_t key, int32_t create) {
  return answer(shmget(key, 4096, create ? IPC_CREAT | 0666 : 0));
}
int64_t probe_message_queue(int32_t key, int32_t create) { return answer(msgget(key, create ? IPC_CREAT | 0666 : 0)); }
int64_t probe_semaphore(int32_t key, int32_t create) { return answer(semget(key, 1, create ? IPC_CREAT | 0666 : 0)); }

int64_t probe_add_key(const char *description) {
  return answer(syscall(SYS_add_key, "user", description, "x", 1, -3 /* session keyring */));
}
int64_t probe_find_key(const char *description) {
  return answer(syscall(SYS_keyctl, 10 /* SEARCH */, -3, "user", description, 0));
}
int64_t probe_session_keyring(void) { return answer(syscall(SYS_keyctl, 0 /* GET_KEYRING_ID */, -3, 0)); }

int64_t probe_execve(const char *path, char *const *argv, char *const *envp) {
  return answer(syscall(SYS_execve, path, argv, envp));
}

int64_t probe_spawn(const char *path, char *const *argv, char *const *envp, const char *directory,
                    const int32_t *descriptors, int32_t count) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  // The threads of a test process block signals, and a program that is not ours would keep them blocked.
  sigset_t none;
  sigemptyset(&none);
  int error = posix_spawnattr_setsigmask(&attributes, &none);
  if (!error) error = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK);
  if (directory && !error) error = posix_spawn_file_actions_addchdir_np(&actions, directory);
  for (int fd = 0; fd < count && !error; fd++)
    error = descriptors[fd] < 0 ? posix_spawn_file_actions_addclose(&actions, fd)
                                : posix_spawn_file_actions_adddup2(&actions, descriptors[fd], fd);
  if (!error) error = posix_spawn_file_actions_addclosefrom_np(&actions, count);
  pid_t pid = 0;
  if (!error) error = posix_spawn(&pid, path, &actions, &attributes, argv, envp);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error ? -error : pid;
}

int64_t probe_reap(int32_t pid, int32_t nowait, int32_t *status) {
  return answer(waitpid(pid, status, nowait ? WNOHANG : 0));
}
