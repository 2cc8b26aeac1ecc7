// What sandbox-probe needs beyond CLinux: raw system calls by name, calls of foreign ABIs, forking, and the System V,
// socket and key calls whose traces it leaves and looks for. Results are the kernel's; failure is a negative errno.
#pragma once

#include <stddef.h>
#include <stdint.h>

// Raw system calls.
int64_t probe_call(int64_t number, int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, int64_t f);
int64_t probe_call_number(const char *name);  // -1: this machine has no such call
const char *probe_error_name(int64_t error);  // "EPERM" for 1
int64_t probe_i386_getpid(void);              // int $0x80; -ENOSYS where the machine is not x86-64
int64_t probe_x32_getpid(void);               // the x32 bit; -ENOSYS where the machine is not x86-64
int64_t probe_ioctl_wide(int32_t fd, uint64_t request); // the whole register, garbage above bit 31 included
int64_t probe_futex_errno(void);              // a futex call with a bad operation

// What the process was given.
int32_t probe_argument_count(void);
char **probe_arguments(void);
char **probe_environment(void);

// Processes and signals.
int64_t probe_fork(void);
int64_t probe_thread(void); // clone(2) of a thread-like child that exits at once
int64_t probe_signal_mask(uint64_t *mask);
int64_t probe_pending(uint64_t *mask);
int64_t probe_disposition(int32_t signal); // 0 default, 1 ignored, 2 handled
int64_t probe_ignore(int32_t signal);
int64_t probe_alternate_stack(void);       // 1 where there is one
int64_t probe_timer(int32_t which, int64_t *microseconds);
int64_t probe_set_timer(int32_t which, int64_t microseconds);
int64_t probe_ids(uint32_t user[3], uint32_t group[3]);
int64_t probe_affinity(void); // the number of processors in the mask
int64_t probe_pin(void);      // to one processor
int64_t probe_terminal_foreground(int32_t fd);
int64_t probe_push_terminal(int32_t fd); // TIOCSTI
int64_t probe_own_terminal(void);                      // a new session on a new pseudo-terminal, as 0, 1 and 2

// Files.
int64_t probe_mount_flags(const char *path, uint64_t *flags); // ST_… of statvfs(3)
int64_t probe_working_directory(char *buffer, size_t size);
int64_t probe_bind_abstract(const char *name);
int64_t probe_connect_abstract(const char *name);
int64_t probe_connect_tcp(uint32_t address, uint16_t port);
int64_t probe_listen_tcp(void); // on a free port of 127.0.0.1; the port
int64_t probe_touch_pages(uint64_t bytes);

// System V objects and keys: made under a fixed key, or found.
int64_t probe_shared_memory(int32_t key, int32_t create);
int64_t probe_message_queue(int32_t key, int32_t create);
int64_t probe_semaphore(int32_t key, int32_t create);
int64_t probe_add_key(const char *description);
int64_t probe_find_key(const char *description);
int64_t probe_session_keyring(void);

// Starts a program in a process without one thing that it may expect: argv empty when `count` is 0.
int64_t probe_execve(const char *path, char *const *argv, char *const *envp);

// Starts a program in a session of its own with `descriptors[i]` as its descriptor i (-1: closed) and no other; the pid.
int64_t probe_spawn(const char *path, char *const *argv, char *const *envp, const char *directory,
                    const int32_t *descriptors, int32_t count);
int64_t probe_reap(int32_t pid, int32_t nowait, int32_t *status); // waitpid(2)

// Fault injection: runs a program and lets the `occurrence`th call `number` of its `process`th process fail with
// `error` instead of being made. A negative `number` only writes one line "PROCESS CALL" to `log` for each call made.
// Ends with the program's status.
int64_t probe_trace(const char *path, char *const *argv, char *const *envp, int32_t log, int32_t process,
                    int64_t number, int32_t occurrence, int32_t error);
const char *probe_call_name(int64_t number); // NULL where the table has none
