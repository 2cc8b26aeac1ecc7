#include "call.h"

#include <poll.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#include <time.h>

_Static_assert(sizeof(struct open_how) == 24, "openat2(2)");
_Static_assert(sizeof(struct sbx_poll) == 8, "poll(2)");

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
