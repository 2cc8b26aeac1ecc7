#include "call.h"

#include <signal.h>
#include <time.h>

// Signals. Raw calls with the kernel's 64-bit set: glibc hides signals 32 and 33 from its own wrappers.

static int64_t set_mask(uint64_t mask) { CALL(SYS_rt_sigprocmask, SIG_SETMASK, &mask, NULL, sizeof mask); }

int64_t sbx_block_all_signals(void) { return set_mask(~0ULL); }
int64_t sbx_block_only(uint64_t mask) { return set_mask(mask); }
int64_t sbx_unblock_all_signals(void) { return set_mask(0); }

int64_t sbx_default_all_signals(void) {
  // struct sigaction of the kernel, all zero: SIG_DFL, no flags, empty mask. 32 bytes is the largest layout.
  static const uint64_t standard[4];
  for (int number = 1; number <= 64; number++) {
    if (number == SIGKILL || number == SIGSTOP) continue;
    if (syscall(SYS_rt_sigaction, number, standard, NULL, sizeof(uint64_t)) < 0) return -errno;
  }
  return 0;
}

int64_t sbx_signalfd(uint64_t mask, int32_t flags) {
  CALL(SYS_signalfd4, -1, &mask, sizeof mask, flags | SBX_O_CLOEXEC);
}

int64_t sbx_read_signal(int32_t fd, struct sbx_signal *out) {
  struct signalfd_siginfo info;
  long result = syscall(SYS_read, fd, &info, sizeof info);
  if (result < 0) return -errno;
  if (result != sizeof info) return -EIO;
  *out = (struct sbx_signal){.number = (int32_t)info.ssi_signo, .pid = (int32_t)info.ssi_pid};
  return 0;
}

int64_t sbx_wait_signal(uint64_t mask, int64_t timeout_ns) {
  struct timespec timeout = {.tv_sec = timeout_ns / 1000000000, .tv_nsec = timeout_ns % 1000000000};
  CALL(SYS_rt_sigtimedwait, &mask, NULL, timeout_ns < 0 ? NULL : &timeout, sizeof mask);
}
