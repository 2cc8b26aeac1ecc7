#include <seccomp.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

// An anonymous file that exec closes (MFD_CLOEXEC), to export filters to: libseccomp before 2.6 writes to descriptors
// only. glibc declares memfd_create under _GNU_SOURCE alone, and that macro may not stand in a header that Swift reads.
static inline int sbx_filter_file(void) {
  return (int)syscall(SYS_memfd_create, "filter", 1U);
}
