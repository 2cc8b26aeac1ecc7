// A static Swift program looks for swift-backtrace beside itself through /proc/self/exe when it starts, and aborts where
// there is no /proc. The probe has to run without one, so its runtime is told that the search is over. What the process
// was really given stays where it is, on the stack, and is what the probe reports; the runtime itself looks for argv
// before `environ`, and would not find it any more.
#include "cprobe.h"

#include <stddef.h>
#include <unistd.h>

extern char **environ;

static int32_t count;
static char **arguments, **environment;

int32_t probe_argument_count(void) { return count; }
char **probe_arguments(void) { return arguments; }
char **probe_environment(void) { return environment; }

static void quieten(int argc, char **argv, char **envp) {
  static char setting[] = "SWIFT_BACKTRACE=enable=no,swift-backtrace=/";
  static char *only[] = {setting, NULL};
  count = argc;
  arguments = argv;
  environment = envp;
  environ = only;
}

__attribute__((section(".preinit_array"), used)) static void (*const first)(int, char **, char **) = quieten;
