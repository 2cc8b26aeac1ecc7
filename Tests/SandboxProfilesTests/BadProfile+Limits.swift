extension BadProfile {
  /// Mistakes in system calls, limits.
  static let limits: [BadProfile] = [
    BadProfile(
      "an unknown system call is refused with a suggestion",
      operation: """
        summary: s
        run: [/usr/bin/true]
        syscalls: ["@command", opennat]
        """,
      [
        "6:28: unknown system call opennat; did you mean openat?"
      ]),
    BadProfile(
      "an unknown group is refused with a suggestion",
      operation: """
        summary: s
        run: [/usr/bin/true]
        syscalls: ["@comand"]
        """,
      [
        "6:17: unknown group of system calls @comand; did you mean @command?"
      ]),
    BadProfile(
      "a condition's place is exact",
      operation: """
        summary: s
        run: [/usr/bin/true]
        syscalls: ["socket(domain == AF_NETLINKS)"]
        """,
      [
        "6:34: unknown constant AF_NETLINKS; did you mean AF_NETLINK?"
      ]),
    BadProfile(
      "syscalls are not empty",
      operation: """
        summary: s
        run: [/usr/bin/true]
        syscalls: []
        """,
      [
        "6:15: syscalls is empty; nothing could run. Leave it out for the default"
      ]),
    BadProfile(
      "a limit is not zero",
      operation: """
        summary: s
        run: [/usr/bin/true]
        limits: { memory: 0, processes: 0, open-files: 0, cpu-time: 0s }
        """,
      [
        "6:23: memory is 0; it has to be 1MiB to 1024TiB",
        "6:37: processes is 0; it has to be 1 to 4194304",
        "6:52: open-files is 0; it has to be 4 to 1048576",
        "6:65: cpu-time is 0s; it has to be 1s to 168h",
      ]),
    BadProfile(
      "a limit has the right unit",
      operation: """
        summary: s
        run: [/usr/bin/true]
        limits: { memory: 1MB, cpu-time: 5, file-size: -1 }
        """,
      [
        "6:23: memory has to be a size such as 16MiB (KiB, MiB, GiB, TiB), not 1MB",
        "6:38: cpu-time has to be a duration such as 5s (ms, s, min, h), not 5",
        "6:52: file-size has to be a size such as 16MiB (KiB, MiB, GiB, TiB), not -1",
      ]),
    BadProfile(
      "a limit's name is known",
      operation: """
        summary: s
        run: [/usr/bin/true]
        limits: { open_files: 5 }
        """,
      [
        "6:15: unknown key open_files in limits; did you mean open-files?"
      ]),
    BadProfile(
      "a timeout is in range",
      operation: """
        summary: s
        run: [/usr/bin/true]
        timeout: 25h
        """,
      [
        "6:14: timeout is 25h; it has to be 1ms to 24h"
      ]),
    BadProfile(
      "a timeout has a unit",
      operation: """
        summary: s
        run: [/usr/bin/true]
        timeout: 30
        """,
      [
        "6:14: timeout has to be a duration such as 5s (ms, s, min, h), not 30"
      ]),
    BadProfile(
      "a timeout is a number without sign or leading zero",
      operation: """
        summary: s
        run: [/usr/bin/true]
        timeout: +1s
        """,
      [
        "6:14: timeout has to be a duration such as 5s (ms, s, min, h), not \"+1s\""
      ]),
    BadProfile(
      "success is a list of exit codes",
      operation: """
        summary: s
        run: [/usr/bin/true]
        success: [0, 124, x, 0]
        """,
      [
        "6:18: an exit code of success is 124; it has to be 0 to 123",
        "6:23: an exit code of success has to be a whole number, not x",
        "6:26: 0 is in the list already",
      ]),
    BadProfile(
      "success is not empty",
      operation: """
        summary: s
        run: [/usr/bin/true]
        success: []
        """,
      [
        "6:14: success is empty; no call could ever succeed"
      ]),
  ]
}
