// Empties the environment before any constructor runs. The Swift runtime reads SWIFT_* and glibc reads LOCPATH and the
// like on the way to `main`; a launcher that root runs must not be steered by either.
#include "cscrub.h"

#include <stddef.h>

int sbx_scrubbed = 0;

static void scrub(int argc, char **argv, char **envp) {
  (void)argc;
  (void)argv;
  if (envp) envp[0] = NULL;
  sbx_scrubbed = 1;
}

__attribute__((section(".preinit_array"), used)) static void (*const first)(int, char **, char **) = scrub;
