#include "call.h"

_Static_assert(sizeof(struct sbx_landlock_ruleset) == 24, "landlock_create_ruleset(2)");

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
