#define _GNU_SOURCE
#include "clinux.h"

#include <errno.h>
#include <net/if.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

_Static_assert(sizeof(struct open_how) == 24, "openat2(2)");
_Static_assert(sizeof(struct mount_attr) == 32, "mount_setattr(2)");
_Static_assert(sizeof(struct sbx_poll) == 8, "poll(2)");
_Static_assert(sizeof(struct sbx_landlock_ruleset) == 24, "landlock_create_ruleset(2)");

#define CALL(...)                                                                                                      \
  do {                                                                                                                 \
    long result = syscall(__VA_ARGS__);                                                                                \
    return result < 0 ? -errno : result;                                                                               \
  } while (0)

// Files.

int64_t sbx_open(const char *path, int32_t flags, uint32_t mode) { CALL(SYS_openat, AT_FDCWD, path, flags, mode); }

int64_t sbx_openat2(int32_t dir, const char *path, uint64_t flags, uint64_t mode, uint64_t resolve) {
  struct open_how how = {.flags = flags, .mode = mode, .resolve = resolve};
  CALL(SYS_openat2, dir, path, &how, sizeof how);
}

int64_t sbx_stat(int32_t dir, const char *path, int32_t flags, struct sbx_stat *out) {
  struct statx sx;
  if (syscall(SYS_statx, dir, path, flags | AT_NO_AUTOMOUNT, STATX_BASIC_STATS, &sx) < 0) return -errno;
  *out = (struct sbx_stat){
      .device = ((uint64_t)sx.stx_dev_major << 32) | sx.stx_dev_minor,
      .inode = sx.stx_ino,
      .rdev = ((uint64_t)sx.stx_rdev_major << 32) | sx.stx_rdev_minor,
      .size = (int64_t)sx.stx_size,
      .modified = sx.stx_mtime.tv_sec * 1000000000LL + sx.stx_mtime.tv_nsec,
      .mode = sx.stx_mode,
      .uid = sx.stx_uid,
      .gid = sx.stx_gid,
      .links = sx.stx_nlink,
  };
  return 0;
}

int64_t sbx_statfs_type(int32_t fd, int64_t *type) {
  struct statfs fs;
  if (fstatfs(fd, &fs) < 0) return -errno;
  *type = fs.f_type;
  return 0;
}

int64_t sbx_readlinkat(int32_t dir, const char *path, void *buffer, size_t size) {
  CALL(SYS_readlinkat, dir, path, buffer, size);
}
int64_t sbx_read(int32_t fd, void *buffer, size_t size) { CALL(SYS_read, fd, buffer, size); }
int64_t sbx_write(int32_t fd, const void *bytes, size_t size) { CALL(SYS_write, fd, bytes, size); }

int64_t sbx_write_nowait(int32_t fd, const void *bytes, size_t size) {
  struct iovec vector = {.iov_base = (void *)bytes, .iov_len = size};
  ssize_t result = pwritev2(fd, &vector, 1, -1, RWF_NOWAIT);
  return result < 0 ? -errno : result;
}

int64_t sbx_read_nowait(int32_t fd, void *buffer, size_t size) {
  struct iovec vector = {.iov_base = buffer, .iov_len = size};
  ssize_t result = preadv2(fd, &vector, 1, -1, RWF_NOWAIT);
  return result < 0 ? -errno : result;
}

int64_t sbx_set_nonblocking(int32_t fd) {
  long flags = syscall(SYS_fcntl, fd, F_GETFL);
  if (flags < 0) return -errno;
  CALL(SYS_fcntl, fd, F_SETFL, flags | SBX_O_NONBLOCK);
}

int64_t sbx_close(int32_t fd) { CALL(SYS_close, fd); }
int64_t sbx_close_range(uint32_t first, uint32_t last, uint32_t flags) { CALL(SYS_close_range, first, last, flags); }
int64_t sbx_dup3(int32_t from, int32_t to, int32_t flags) { CALL(SYS_dup3, from, to, flags); }
int64_t sbx_duplicate_above(int32_t fd, int32_t least) { CALL(SYS_fcntl, fd, F_DUPFD_CLOEXEC, least); }
int64_t sbx_descriptor_flags(int32_t fd) { CALL(SYS_fcntl, fd, F_GETFD); }
int64_t sbx_status_flags(int32_t fd) { CALL(SYS_fcntl, fd, F_GETFL); }
int64_t sbx_pipe2(int32_t ends[2], int32_t flags) { CALL(SYS_pipe2, ends, flags); }
int64_t sbx_memfd(const char *name) { CALL(SYS_memfd_create, name, MFD_CLOEXEC | MFD_ALLOW_SEALING); }

int64_t sbx_seal_memfd(int32_t fd) {
  CALL(SYS_fcntl, fd, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE);
}

int64_t sbx_rewind(int32_t fd) { CALL(SYS_lseek, fd, 0L, SEEK_SET); }
int64_t sbx_mkdirat(int32_t dir, const char *path, uint32_t mode) { CALL(SYS_mkdirat, dir, path, mode); }
int64_t sbx_mknodat(int32_t dir, const char *path, uint32_t mode) { CALL(SYS_mknodat, dir, path, mode, 0); }
int64_t sbx_symlinkat(const char *target, int32_t dir, const char *path) { CALL(SYS_symlinkat, target, dir, path); }
int64_t sbx_unlinkat(int32_t dir, const char *path, int32_t flags) { CALL(SYS_unlinkat, dir, path, flags); }
int64_t sbx_getdents(int32_t fd, void *buffer, size_t size) { CALL(SYS_getdents64, fd, buffer, size); }
int64_t sbx_chdir(const char *path) { CALL(SYS_chdir, path); }
int64_t sbx_fchdir(int32_t fd) { CALL(SYS_fchdir, fd); }
uint32_t sbx_umask(uint32_t mask) { return (uint32_t)syscall(SYS_umask, mask); }

int64_t sbx_poll(struct sbx_poll *entries, uint32_t count, int64_t timeout_ns) {
  struct timespec timeout = {.tv_sec = timeout_ns / 1000000000, .tv_nsec = timeout_ns % 1000000000};
  CALL(SYS_ppoll, entries, count, timeout_ns < 0 ? NULL : &timeout, NULL, 0);
}

// Mounts.

int64_t sbx_open_tree(int32_t dir, const char *path, uint32_t flags) { CALL(SYS_open_tree, dir, path, flags); }

int64_t sbx_move_mount(int32_t from, int32_t to, const char *path, uint32_t flags) {
  CALL(SYS_move_mount, from, "", to, path, flags | MOVE_MOUNT_F_EMPTY_PATH);
}

int64_t sbx_mount_setattr(int32_t fd, uint32_t flags, uint64_t set, uint64_t clear, uint64_t propagation) {
  struct mount_attr attributes = {.attr_set = set, .attr_clr = clear, .propagation = propagation};
  CALL(SYS_mount_setattr, fd, "", flags | AT_EMPTY_PATH, &attributes, sizeof attributes);
}

int64_t sbx_fsopen(const char *type) { CALL(SYS_fsopen, type, FSOPEN_CLOEXEC); }

int64_t sbx_fsconfig_string(int32_t fd, const char *key, const char *value) {
  CALL(SYS_fsconfig, fd, FSCONFIG_SET_STRING, key, value, 0);
}

int64_t sbx_fsconfig_create(int32_t fd) { CALL(SYS_fsconfig, fd, FSCONFIG_CMD_CREATE, NULL, NULL, 0); }
int64_t sbx_fsmount(int32_t fd, uint32_t attributes) { CALL(SYS_fsmount, fd, FSMOUNT_CLOEXEC, attributes); }
int64_t sbx_pivot_root(const char *root, const char *old) { CALL(SYS_pivot_root, root, old); }
int64_t sbx_detach(const char *path) { CALL(SYS_umount2, path, 2 /* MNT_DETACH */); }

// Namespaces.

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

// Processes.

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

// Rights. Raw calls: glibc's wrappers broadcast to threads, and we have none.

int64_t sbx_setgroups(const uint32_t *groups, size_t count) { CALL(SYS_setgroups, count, groups); }
int64_t sbx_getgroups(uint32_t *groups, size_t count) { CALL(SYS_getgroups, count, groups); }
int64_t sbx_setresgid(uint32_t gid) { CALL(SYS_setresgid, gid, gid, gid); }
int64_t sbx_setresuid(uint32_t uid) { CALL(SYS_setresuid, uid, uid, uid); }

int64_t sbx_capset(uint64_t effective, uint64_t permitted, uint64_t inheritable) {
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  struct __user_cap_data_struct data[2];
  for (int half = 0; half < 2; half++)
    data[half] = (struct __user_cap_data_struct){
        .effective = (uint32_t)(effective >> (32 * half)),
        .permitted = (uint32_t)(permitted >> (32 * half)),
        .inheritable = (uint32_t)(inheritable >> (32 * half)),
    };
  CALL(SYS_capset, &header, data);
}

int64_t sbx_capget(uint64_t *effective, uint64_t *permitted, uint64_t *inheritable) {
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  struct __user_cap_data_struct data[2];
  if (syscall(SYS_capget, &header, data) < 0) return -errno;
  *effective = data[0].effective | (uint64_t)data[1].effective << 32;
  *permitted = data[0].permitted | (uint64_t)data[1].permitted << 32;
  *inheritable = data[0].inheritable | (uint64_t)data[1].inheritable << 32;
  return 0;
}

int64_t sbx_new_session_keyring(void) { CALL(SYS_keyctl, 1 /* KEYCTL_JOIN_SESSION_KEYRING */, NULL); }

int64_t sbx_seccomp_load(const void *program, uint16_t count) {
  struct {
    uint16_t length;
    const void *filter;
  } description = {.length = count, .filter = program};
  CALL(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &description);
}

int64_t sbx_landlock_abi(void) { CALL(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION); }

int64_t sbx_landlock_create(const struct sbx_landlock_ruleset *rules, size_t size) {
  CALL(SYS_landlock_create_ruleset, rules, size, 0);
}

int64_t sbx_landlock_add_path(int32_t ruleset, int32_t path, uint64_t access) {
  struct landlock_path_beneath_attr rule = {.allowed_access = access, .parent_fd = path};
  CALL(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

int64_t sbx_landlock_restrict(int32_t ruleset) { CALL(SYS_landlock_restrict_self, ruleset, 0); }

// Logging.

int64_t sbx_connect_datagram(const char *path) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  size_t length = strlen(path);
  if (length >= sizeof address.sun_path) return -ENAMETOOLONG;
  memcpy(address.sun_path, path, length);
  int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return -errno;
  if (connect(fd, (struct sockaddr *)&address, sizeof address) < 0) {
    int64_t result = -errno;
    close(fd);
    return result;
  }
  return fd;
}

int64_t sbx_send(int32_t fd, const void *bytes, size_t size) {
  ssize_t result = send(fd, bytes, size, MSG_NOSIGNAL | MSG_DONTWAIT);
  return result < 0 ? -errno : result;
}

// Passing descriptors.

int64_t sbx_socketpair(int32_t ends[2]) { CALL(SYS_socketpair, AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends); }

union rights {
  struct cmsghdr header;
  char space[CMSG_SPACE(sizeof(int))];
};

int64_t sbx_send_descriptor(int32_t socket, int32_t fd) {
  char byte = 1;
  struct iovec vector = {.iov_base = &byte, .iov_len = 1};
  union rights control = {.header = {.cmsg_len = CMSG_LEN(sizeof fd), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS}};
  memcpy(CMSG_DATA(&control.header), &fd, sizeof fd);
  struct msghdr message = {
      .msg_iov = &vector, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control.space};
  CALL(SYS_sendmsg, socket, &message, MSG_NOSIGNAL);
}

int64_t sbx_receive_descriptor(int32_t socket) {
  char byte;
  struct iovec vector = {.iov_base = &byte, .iov_len = 1};
  union rights control;
  struct msghdr message = {
      .msg_iov = &vector, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control.space};
  long result = syscall(SYS_recvmsg, socket, &message, MSG_CMSG_CLOEXEC);
  if (result < 0) return -errno;
  if (result == 0) return -EPIPE;
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if (!header || header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) return -EPROTO;
  int fd;
  if (header->cmsg_len != CMSG_LEN(sizeof fd)) return -EPROTO;
  memcpy(&fd, CMSG_DATA(header), sizeof fd);
  return fd;
}

const char *sbx_error_text(int32_t code) {
  const char *text = strerrordesc_np(code);
  return text ? text : "Unknown error";
}
