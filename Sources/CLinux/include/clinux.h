// System calls and constants that Swift cannot see. One function each; every function returns what the kernel
// returns, so failure is a negative errno and there is no errno variable to read too late.
//
// Only kernel headers and our own prototypes here: libc headers in a public module header break with the import order.
#pragma once

#include <linux/capability.h>
#include <linux/fcntl.h>
#include <linux/landlock.h>
#include <linux/magic.h>
#include <linux/mount.h>
#include <linux/openat2.h>
#include <linux/prctl.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <linux/securebits.h>
#include <linux/signalfd.h>
#include <linux/stat.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// Constants with casts or conflicts that Swift does not import, and those newer than Debian's kernel headers.
enum : uint64_t {
  SBX_CLONE_NEWTIME = 0x00000080,
  SBX_CLONE_NEWNS = 0x00020000,
  SBX_CLONE_NEWCGROUP = 0x02000000,
  SBX_CLONE_NEWUTS = 0x04000000,
  SBX_CLONE_NEWIPC = 0x08000000,
  SBX_CLONE_NEWUSER = 0x10000000,
  SBX_CLONE_NEWPID = 0x20000000,
  SBX_CLONE_NEWNET = 0x40000000,
  SBX_CLONE_INTO_CGROUP = 0x200000000,

  SBX_LANDLOCK_FS_TRUNCATE = 1u << 14,    // ABI 3, Linux 6.2
  SBX_LANDLOCK_NET_BIND_TCP = 1u << 0,    // ABI 4, Linux 6.7
  SBX_LANDLOCK_NET_CONNECT_TCP = 1u << 1, // ABI 4
  SBX_LANDLOCK_FS_IOCTL_DEV = 1u << 15,   // ABI 5, Linux 6.10
  SBX_LANDLOCK_SCOPE_ABSTRACT = 1u << 0,  // ABI 6, Linux 6.12
  SBX_LANDLOCK_SCOPE_SIGNAL = 1u << 1,    // ABI 6
};

enum : int32_t {
  SBX_O_RDONLY = 0,
  SBX_O_WRONLY = 1,
  SBX_O_RDWR = 2,
  SBX_O_CREAT = 0100,
  SBX_O_EXCL = 0200,
  SBX_O_APPEND = 02000,
  SBX_O_NONBLOCK = 04000,
  SBX_O_CLOEXEC = 02000000,
  SBX_O_PATH = 010000000,
#if defined(__aarch64__)
  SBX_O_DIRECTORY = 040000,
  SBX_O_NOFOLLOW = 0100000,
#else
  SBX_O_DIRECTORY = 0200000,
  SBX_O_NOFOLLOW = 0400000,
#endif
};

// The fields of statx(2) that we read.
struct sbx_stat {
  uint64_t device, inode, rdev;
  int64_t size, modified; // bytes, nanoseconds since the epoch
  uint32_t mode, uid, gid, links;
};

// How a process ended (waitid(2)) and what it and its reaped children used.
struct sbx_exit {
  int32_t pid, code, status;             // si_pid, si_code, si_status
  int64_t user_us, system_us, peak_kib;  // getrusage(2)
};

struct sbx_signal {
  int32_t number, pid;
};

// struct landlock_ruleset_attr up to ABI 6: Debian's header stops at ABI 2.
struct sbx_landlock_ruleset {
  uint64_t fs, net, scoped;
};

struct sbx_poll {
  int32_t fd;
  int16_t events, revents;
};

// Files.
int64_t sbx_open(const char *path, int32_t flags, uint32_t mode);
int64_t sbx_openat2(int32_t dir, const char *path, uint64_t flags, uint64_t mode, uint64_t resolve);
int64_t sbx_stat(int32_t dir, const char *path, int32_t flags, struct sbx_stat *out);
int64_t sbx_statfs_type(int32_t fd, int64_t *type);
int64_t sbx_readlinkat(int32_t dir, const char *path, void *buffer, size_t size);
int64_t sbx_read(int32_t fd, void *buffer, size_t size);
int64_t sbx_write(int32_t fd, const void *bytes, size_t size);
int64_t sbx_write_nowait(int32_t fd, const void *bytes, size_t size); // pwritev2(RWF_NOWAIT) at the file's offset
int64_t sbx_read_nowait(int32_t fd, void *buffer, size_t size); // preadv2(RWF_NOWAIT) at the file's offset
int64_t sbx_set_nonblocking(int32_t fd);                       // fcntl(F_SETFL)
int64_t sbx_close(int32_t fd);
int64_t sbx_close_range(uint32_t first, uint32_t last, uint32_t flags);
int64_t sbx_dup3(int32_t from, int32_t to, int32_t flags);
int64_t sbx_duplicate_above(int32_t fd, int32_t least); // fcntl(F_DUPFD_CLOEXEC)
int64_t sbx_descriptor_flags(int32_t fd);               // fcntl(F_GETFD)
int64_t sbx_status_flags(int32_t fd);                   // fcntl(F_GETFL)
int64_t sbx_pipe2(int32_t ends[2], int32_t flags);
int64_t sbx_mkdirat(int32_t dir, const char *path, uint32_t mode);
int64_t sbx_mknodat(int32_t dir, const char *path, uint32_t mode);
int64_t sbx_symlinkat(const char *target, int32_t dir, const char *path);
int64_t sbx_unlinkat(int32_t dir, const char *path, int32_t flags);
int64_t sbx_getdents(int32_t fd, void *buffer, size_t size);
int64_t sbx_chdir(const char *path);
int64_t sbx_fchdir(int32_t fd);
uint32_t sbx_umask(uint32_t mask);
int64_t sbx_poll(struct sbx_poll *entries, uint32_t count, int64_t timeout_ns); // negative: no time-out

// Mounts.
int64_t sbx_open_tree(int32_t dir, const char *path, uint32_t flags);
int64_t sbx_move_mount(int32_t from, int32_t to, const char *path, uint32_t flags);
int64_t sbx_mount_setattr(int32_t fd, uint32_t flags, uint64_t set, uint64_t clear, uint64_t propagation);
int64_t sbx_fsopen(const char *type);
int64_t sbx_fsconfig_string(int32_t fd, const char *key, const char *value);
int64_t sbx_fsconfig_create(int32_t fd);
int64_t sbx_fsmount(int32_t fd, uint32_t attributes);
int64_t sbx_pivot_root(const char *root, const char *old);
int64_t sbx_detach(const char *path); // umount2(MNT_DETACH)

// Namespaces.
int64_t sbx_clone3(uint64_t flags, int32_t *pidfd, int32_t cgroup); // cgroup: descriptor, or -1
int64_t sbx_unshare(uint64_t flags);
int64_t sbx_setns(int32_t fd, uint64_t kind);
int64_t sbx_sethostname(const char *name, size_t length);
int64_t sbx_loopback_up(void);

// Processes.
int64_t sbx_execve(const char *path, char *const *argv, char *const *envp);
_Noreturn void sbx_exit(int32_t code); // exit_group(2): no atexit handlers, no flushing
int32_t sbx_getpid(void);
int32_t sbx_getppid(void);
uint32_t sbx_getuid(void);
uint32_t sbx_geteuid(void);
uint32_t sbx_getgid(void);
uint32_t sbx_getegid(void);
int64_t sbx_setsid(void);
int64_t sbx_prctl(int32_t option, uint64_t a, uint64_t b, uint64_t c, uint64_t d);
int64_t sbx_kill(int32_t pid, int32_t signal);
int64_t sbx_pidfd_open(int32_t pid);
int64_t sbx_pidfd_send_signal(int32_t fd, int32_t signal);
int64_t sbx_wait(int32_t kind, int32_t id, int32_t options, struct sbx_exit *out); // waitid(2); pid 0: nobody yet
int64_t sbx_personality(uint64_t value);
int64_t sbx_setpriority(int32_t value);
int64_t sbx_getpriority(void); // -20…19 shifted to 0…39, so that an error stays negative
int64_t sbx_schedule_normally(void);
int64_t sbx_io_priority_normal(void);
int64_t sbx_all_processors(void); // sched_setaffinity(2): those that the cpuset allows
int64_t sbx_setrlimit(int32_t resource, uint64_t soft, uint64_t hard);
int64_t sbx_getrlimit(int32_t resource, uint64_t *soft, uint64_t *hard);
int64_t sbx_sleep(int64_t nanoseconds);
int64_t sbx_monotonic(void); // nanoseconds
int64_t sbx_realtime(void);  // nanoseconds since the epoch
void *sbx_shared_pages(size_t size); // NULL where there is no memory
int64_t sbx_unmap(void *pages, size_t size);

// Signals.
int64_t sbx_block_all_signals(void);
int64_t sbx_block_only(uint64_t mask); // bit n-1 is signal n
int64_t sbx_unblock_all_signals(void);
int64_t sbx_default_all_signals(void);
int64_t sbx_signalfd(uint64_t mask, int32_t flags);
int64_t sbx_read_signal(int32_t fd, struct sbx_signal *out);
int64_t sbx_wait_signal(uint64_t mask, int64_t timeout_ns); // rt_sigtimedwait(2); the signal, or -EAGAIN

// Rights.
int64_t sbx_setgroups(const uint32_t *groups, size_t count);
int64_t sbx_getgroups(uint32_t *groups, size_t count);
int64_t sbx_setresgid(uint32_t gid);
int64_t sbx_setresuid(uint32_t uid);
int64_t sbx_capset(uint64_t effective, uint64_t permitted, uint64_t inheritable);
int64_t sbx_capget(uint64_t *effective, uint64_t *permitted, uint64_t *inheritable);
int64_t sbx_new_session_keyring(void);
int64_t sbx_seccomp_load(const void *program, uint16_t count);
int64_t sbx_landlock_abi(void);
int64_t sbx_landlock_create(const struct sbx_landlock_ruleset *rules, size_t size);
int64_t sbx_landlock_add_path(int32_t ruleset, int32_t path, uint64_t access);
int64_t sbx_landlock_restrict(int32_t ruleset);

// Logging.
int64_t sbx_connect_datagram(const char *path); // AF_UNIX, SOCK_DGRAM
int64_t sbx_send(int32_t fd, const void *bytes, size_t size);

// Passing descriptors, unix(7).
int64_t sbx_socketpair(int32_t ends[2]); // AF_UNIX, SOCK_SEQPACKET
int64_t sbx_send_descriptor(int32_t socket, int32_t fd);
int64_t sbx_receive_descriptor(int32_t socket); // -EPIPE where the other end is gone

// Text of an errno, in English whatever the locale.
const char *sbx_error_text(int32_t code);
