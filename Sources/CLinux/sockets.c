#include "call.h"

#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

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
