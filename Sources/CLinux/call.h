#pragma once

#define _GNU_SOURCE
#include "clinux.h"

#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

// The body of a function that is one system call: its result, or the negative errno, read on the very next line.
#define CALL(...)                                                                                                      \
  do {                                                                                                                 \
    long result = syscall(__VA_ARGS__);                                                                                \
    return result < 0 ? -errno : result;                                                                               \
  } while (0)
