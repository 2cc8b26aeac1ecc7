// What has to happen before any constructor or `main` of a launcher that root runs.
//
// The environment is emptied: the Swift runtime reads SWIFT_* and glibc reads LOCPATH and the like on the way to
// `main`, and neither may steer us. And the heap is made large enough for a whole launch at once: Swift ends the
// program where memory runs out, so it must run out here, where that is a clean refusal, and not in the middle.
#include "cscrub.h"

#include <malloc.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

// Less than a huge page: one would be zeroed whole, and split again by every fork.
enum { heap = 1 << 20 };

static int scrubbed = 0;

int sbx_is_scrubbed(void) { return scrubbed; }

static void scrub(int argc, char **argv, char **envp) {
  (void)argc;
  (void)argv;
  // The bytes as well: pid 1 of a sandbox is this program, and /proc/1/environ shows what was there.
  for (char **variable = envp; variable && *variable; variable++)
    for (volatile char *byte = *variable; *byte; byte++) *byte = 0;
  if (envp) envp[0] = NULL;
  scrubbed = 1;
}

__attribute__((section(".preinit_array"), used)) static void (*const first)(int, char **, char **) = scrub;

__attribute__((constructor(101))) static void reserve(void) {
  // Never back to the kernel, never from a mapping of its own: no system call for memory from here on, but for a policy
  // that is larger than all of this.
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TOP_PAD, heap);
  void *memory = malloc(heap / 2);
  if (!memory) {
    static const char message[] = "sandbox-run: out of memory before the call began\n";
    if (write(STDERR_FILENO, message, sizeof message - 1) < 0) _exit(125);
    _exit(125);
  }
  free(memory);
}
