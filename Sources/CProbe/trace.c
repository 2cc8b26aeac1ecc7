// A tracer that lets one chosen call of one chosen process fail. strace counts occurrences for each process by itself,
// so it can't reach the Nth call of a child whose parent made N of them before; this can.
#define _GNU_SOURCE
#include "cprobe.h"

#include <elf.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

enum { most_processes = 64 };

struct tracee {
  pid_t pid;
  int occurrences, failing;
};

// Lets the call that `pid` is about to make be none. restart_syscall(2) does nothing where nothing is to be restarted,
// and every filter allows it; for the number -1, which is usual, the filters that a set-up has loaded by then kill.
static void skip_call(pid_t pid) {
#if defined(__x86_64__)
  ptrace(PTRACE_POKEUSER, pid, offsetof(struct user_regs_struct, orig_rax), (long)SYS_restart_syscall);
#elif defined(__aarch64__)
  int none = SYS_restart_syscall;
  struct iovec vector = {&none, sizeof none};
  ptrace(PTRACE_SETREGSET, pid, NT_ARM_SYSTEM_CALL, &vector);
#endif
}

static void set_result(pid_t pid, long result) {
#if defined(__x86_64__)
  ptrace(PTRACE_POKEUSER, pid, offsetof(struct user_regs_struct, rax), result);
#elif defined(__aarch64__)
  struct user_regs_struct registers;
  struct iovec vector = {&registers, sizeof registers};
  ptrace(PTRACE_GETREGSET, pid, NT_PRSTATUS, &vector);
  registers.regs[0] = (unsigned long)result;
  ptrace(PTRACE_SETREGSET, pid, NT_PRSTATUS, &vector);
#endif
}

// The tracees in the order in which they were made, and those that were seen before their parent said so.
struct family {
  struct tracee all[most_processes];
  pid_t early[most_processes];
  int count, waiting;
};

static struct tracee *find(struct family *family, pid_t pid) {
  for (int i = 0; i < family->count; i++)
    if (family->all[i].pid == pid) return &family->all[i];
  return NULL;
}

static int add(struct family *family, pid_t pid) {
  if (family->count == most_processes) return -ENOMEM;
  family->all[family->count++] = (struct tracee){.pid = pid};
  for (int i = 0; i < family->waiting; i++)
    if (family->early[i] == pid) {
      family->early[i] = family->early[--family->waiting];
      ptrace(PTRACE_SYSCALL, pid, 0, 0);
      break;
    }
  return 0;
}

int64_t probe_trace(const char *path, char *const *argv, char *const *envp, int32_t log, int32_t process,
                    int64_t number, int32_t occurrence, int32_t error) {
  pid_t first = fork();
  if (first < 0) return -errno;
  if (first == 0) {
    ptrace(PTRACE_TRACEME, 0, 0, 0);
    raise(SIGSTOP);
    execve(path, argv, envp);
    _exit(127);
  }
  struct family family = {.count = 0};
  int status;
  long options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE |
                 PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL;
  if (waitpid(first, &status, 0) < 0) return -errno;
  if (ptrace(PTRACE_SETOPTIONS, first, 0, options) < 0) return -errno;
  add(&family, first);
  ptrace(PTRACE_SYSCALL, first, 0, 0);
  for (;;) {
    pid_t pid = waitpid(-1, &status, __WALL);
    if (pid < 0) return -errno;
    struct tracee *one = find(&family, pid);
    if (!one) {
      // It stays stopped until its parent's event gives it its place.
      if (family.waiting == most_processes) return -ENOMEM;
      if (WIFSTOPPED(status)) family.early[family.waiting++] = pid;
      continue;
    }
    if (WIFEXITED(status) || WIFSIGNALED(status)) {
      // The others end with us (PTRACE_O_EXITKILL).
      if (pid == first) return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
      continue;
    }
    int signal = WSTOPSIG(status), pass = 0;
    if (signal == (SIGTRAP | 0x80)) {
      struct __ptrace_syscall_info info = {0};
      if (ptrace(PTRACE_GET_SYSCALL_INFO, pid, sizeof info, &info) > 0) {
        if (info.op == PTRACE_SYSCALL_INFO_ENTRY) {
          int64_t called = (int64_t)info.entry.nr;
          if (number < 0)
            dprintf(log, "%d %lld\n", (int)(one - family.all), (long long)called);
          else if (one - family.all == process && called == number && ++one->occurrences == occurrence) {
            one->failing = 1;
            skip_call(pid);
          }
        } else if (info.op == PTRACE_SYSCALL_INFO_EXIT && one->failing) {
          one->failing = 0;
          set_result(pid, -(long)error);
        }
      }
    } else if (status >> 16 == PTRACE_EVENT_FORK || status >> 16 == PTRACE_EVENT_VFORK ||
               status >> 16 == PTRACE_EVENT_CLONE) {
      unsigned long child = 0;
      if (ptrace(PTRACE_GETEVENTMSG, pid, 0, &child) == 0 && add(&family, (pid_t)child) < 0) return -ENOMEM;
    } else if (status >> 16 == 0 && signal != SIGTRAP && signal != SIGSTOP) {
      pass = signal;
    }
    ptrace(PTRACE_SYSCALL, pid, 0, pass);
  }
}
