#include "call.h"

#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

int64_t sbx_execve(const char *path, char *const *argv, char *const *envp) { CALL(SYS_execve, path, argv, envp); }

_Noreturn void sbx_exit(int32_t code) {
  for (;;) syscall(SYS_exit_group, code);
}

int32_t sbx_getpid(void) { return (int32_t)syscall(SYS_getpid); }
int32_t sbx_getppid(void) { return (int32_t)syscall(SYS_getppid); }
uint32_t sbx_getuid(void) { return (uint32_t)syscall(SYS_getuid); }
uint32_t sbx_geteuid(void) { return (uint32_t)syscall(SYS_geteuid); }
uint32_t sbx_getgid(void) { return (uint32_t)syscall(SYS_getgid); }
uint32_t sbx_getegid(void) { return (uint32_t)syscall(SYS_getegid); }
int64_t sbx_setsid(void) { CALL(SYS_setsid); }

int64_t sbx_prctl(int32_t option, uint64_t a, uint64_t b, uint64_t c, uint64_t d) {
  CALL(SYS_prctl, option, a, b, c, d);
}

int64_t sbx_kill(int32_t pid, int32_t signal) { CALL(SYS_kill, pid, signal); }
int64_t sbx_pidfd_open(int32_t pid) { CALL(SYS_pidfd_open, pid, 0); }
int64_t sbx_pidfd_send_signal(int32_t fd, int32_t signal) { CALL(SYS_pidfd_send_signal, fd, signal, NULL, 0); }

int64_t sbx_wait(int32_t kind, int32_t id, int32_t options, struct sbx_exit *out) {
  siginfo_t info = {0};
  struct rusage used = {0};
  if (syscall(SYS_waitid, kind, id, &info, options, &used) < 0) return -errno;
  *out = (struct sbx_exit){
      .pid = info.si_pid,
      .code = info.si_code,
      .status = info.si_status,
      .user_us = used.ru_utime.tv_sec * 1000000LL + used.ru_utime.tv_usec,
      .system_us = used.ru_stime.tv_sec * 1000000LL + used.ru_stime.tv_usec,
      .peak_kib = used.ru_maxrss,
  };
  return 0;
}

int64_t sbx_personality(uint64_t value) { CALL(SYS_personality, value); }
int64_t sbx_setpriority(int32_t value) { CALL(SYS_setpriority, PRIO_PROCESS, 0, value); }

int64_t sbx_getpriority(void) {
  // The raw call answers 20 - nice, so that no value is negative.
  long result = syscall(SYS_getpriority, PRIO_PROCESS, 0);
  return result < 0 ? -errno : 40 - result;
}

int64_t sbx_schedule_normally(void) {
  struct { int priority; } parameters = {0};
  CALL(SYS_sched_setscheduler, 0, 0 /* SCHED_OTHER */, &parameters);
}

int64_t sbx_io_priority_normal(void) { CALL(SYS_ioprio_set, 1 /* IOPRIO_WHO_PROCESS */, 0, 0); }

int64_t sbx_all_processors(void) {
  // CONFIG_NR_CPUS is at most 8192; the kernel takes away what is not there or not allowed.
  uint8_t mask[1024];
  memset(mask, 0xff, sizeof mask);
  CALL(SYS_sched_setaffinity, 0, sizeof mask, mask);
}

int64_t sbx_setrlimit(int32_t resource, uint64_t soft, uint64_t hard) {
  uint64_t limit[2] = {soft, hard};
  CALL(SYS_prlimit64, 0, resource, limit, NULL);
}

int64_t sbx_getrlimit(int32_t resource, uint64_t *soft, uint64_t *hard) {
  uint64_t limit[2];
  if (syscall(SYS_prlimit64, 0, resource, NULL, limit) < 0) return -errno;
  *soft = limit[0];
  *hard = limit[1];
  return 0;
}

int64_t sbx_sleep(int64_t nanoseconds) {
  struct timespec time = {.tv_sec = nanoseconds / 1000000000, .tv_nsec = nanoseconds % 1000000000};
  CALL(SYS_nanosleep, &time, NULL);
}

static int64_t clock_now(clockid_t clock) {
  struct timespec now;
  if (clock_gettime(clock, &now) < 0) return -errno;
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

int64_t sbx_monotonic(void) { return clock_now(CLOCK_MONOTONIC); }
int64_t sbx_realtime(void) { return clock_now(CLOCK_REALTIME); }

void *sbx_shared_pages(size_t size) {
  void *pages = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return pages == MAP_FAILED ? NULL : pages;
}

int64_t sbx_unmap(void *pages, size_t size) { CALL(SYS_munmap, pages, size); }
