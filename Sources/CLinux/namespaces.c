#include "call.h"

#include <net/if.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

int64_t sbx_clone3(uint64_t flags, int32_t *pidfd, int32_t cgroup) {
  struct clone_args args = {
      .flags = flags | CLONE_PIDFD | (cgroup >= 0 ? SBX_CLONE_INTO_CGROUP : 0),
      .pidfd = (uint64_t)(uintptr_t)pidfd,
      .exit_signal = SIGCHLD,
      .cgroup = cgroup >= 0 ? (uint64_t)cgroup : 0,
  };
  CALL(SYS_clone3, &args, sizeof args);
}

int64_t sbx_unshare(uint64_t flags) { CALL(SYS_unshare, flags); }
int64_t sbx_setns(int32_t fd, uint64_t kind) { CALL(SYS_setns, fd, kind); }
int64_t sbx_sethostname(const char *name, size_t length) { CALL(SYS_sethostname, name, length); }

int64_t sbx_loopback_up(void) {
  int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return -errno;
  struct ifreq request = {.ifr_name = "lo", .ifr_flags = IFF_UP};
  int64_t result = ioctl(fd, SIOCSIFFLAGS, &request) < 0 ? -errno : 0;
  if (close(fd) < 0 && result == 0) result = -errno;
  return result;
}
