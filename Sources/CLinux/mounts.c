#include "call.h"

_Static_assert(sizeof(struct mount_attr) == 32, "mount_setattr(2)");

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
