internal import SandboxPolicy

/// Names that an author may have meant.
enum SystemCallSpelling {
  /// What the C library calls functions whose system call has another name.
  private static let libraryNames = [
    "fstatat": "newfstatat", "pread": "pread64", "pwrite": "pwrite64", "prlimit": "prlimit64", "waitpid": "wait4",
    "wait": "wait4", "wait3": "wait4", "umount": "umount2", "send": "sendto", "recv": "recvfrom",
    "sigaction": "rt_sigaction", "sigprocmask": "rt_sigprocmask", "sigsuspend": "rt_sigsuspend",
    "sigqueue": "rt_sigqueueinfo", "sigtimedwait": "rt_sigtimedwait", "posix_fadvise": "fadvise64",
    "fstatvfs": "fstatfs", "statvfs": "statfs", "nice": "setpriority", "sbrk": "brk", "readdir": "getdents64",
    "select": "pselect6", "stime": "clock_settime", "posix_fallocate": "fallocate", "futimens": "utimensat",
    "fexecve": "execveat", "raise": "tgkill", "abort": "tgkill", "sysctl": "_sysctl", "_exit": "exit_group",
    "_Exit": "exit_group", "stat64": "newfstatat", "fstat64": "fstat", "lstat64": "newfstatat",
    "fstatat64": "newfstatat", "open64": "openat", "_llseek": "lseek", "mmap2": "mmap", "sendfile64": "sendfile",
  ]

  /// The call that is spelt most like this, or the one that a library function of this name makes.
  static func closestCall(to name: String) -> String? {
    libraryNames[name] ?? closest(to: name, in: SystemCallTable.names)
  }

  /// The candidate that is spelt most like this.
  static func closest(to name: String, in candidates: [String]) -> String? {
    // Sorted, so that of two that are equally close the same one is named each time.
    Suggestion.closest(to: name, in: candidates.sorted())
  }
}
