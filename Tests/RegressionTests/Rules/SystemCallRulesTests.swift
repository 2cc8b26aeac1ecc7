import Foundation
import Testing

/// Rules 16–21: system calls.
@Suite("system calls", .asRoot)
struct SystemCallRulesTests {
  /// An operation that tries each of these calls.
  private static func attempts(_ calls: [String], keys: String = "") -> Operation {
    var operation = Operation("try", keys: keys)
    operation.words += ["try"] + calls
    return operation
  }

  @Test("new-calls-are-ENOSYS: a call newer than the table says ENOSYS, a refused one EPERM")
  func newCalls() throws {
    try Sandbox.with(Self.attempts(["ptrace", "bpf", "1000", "9999", "0x7fff", "clone3"])) { sandbox in
      let answers = try report(of: sandbox.run("try"))
      for call in ["ptrace", "bpf"] { #expect(answers[call]?.text == "EPERM", "\(call)") }
      for call in ["1000", "9999", "clone3"] { #expect(answers[call]?.text == "ENOSYS", "\(call)") }
    }
  }

  @Test("no-way-round: none of the calls that lead round a filter is reachable unless named")
  func noWayRound() throws {
    let dangerous = [
      "io_uring_setup", "io_uring_enter", "io_uring_register", "ptrace", "process_vm_readv", "process_vm_writev",
      "pidfd_getfd", "userfaultfd", "bpf", "keyctl", "add_key", "request_key", "open_by_handle_at", "name_to_handle_at",
      "perf_event_open", "kexec_load", "kexec_file_load", "init_module", "finit_module", "delete_module", "reboot",
      "mount", "umount2", "pivot_root", "chroot", "unshare", "setns", "move_mount", "open_tree", "fsopen", "fsmount",
      "fsconfig", "fspick", "mount_setattr", "swapon", "swapoff", "acct", "settimeofday", "clock_settime", "adjtimex",
      "sethostname", "setdomainname", "quotactl", "syslog", "setuid", "setgid", "setgroups", "setresuid", "capset",
      "seccomp", "mknodat", "process_madvise", "kcmp", "fanotify_init", "lookup_dcookie", "personality:8",
      "clone:0x10000000,0,0,0,0", "clone:0x20000,0,0,0,0", "prctl:22,0,0,0,0", "prctl:38,0,0,0,0", "prctl:47,2,0,0,0",
      "ioctl:0,0x5412,0", "ioctl:0,0x100005412,0", "ioctl:0,0x541c,0", "socket:16,3,0", "socket:2,3,0", "socket:40,1,0",
    ]
    let intel = Machine.isIntel ? ["modify_ldt", "iopl", "ioperm", "uselib", "ustat", "_sysctl"] : []
    try Sandbox.with(Self.attempts(dangerous + intel)) { sandbox in
      let answers = try #require(try report(of: sandbox.run("try")).members)
      for (call, answer) in answers {
        #expect(["EPERM", "ENOSYS"].contains(answer.text), "\(call) answered \(answer)")
      }
      #expect(answers.count == dangerous.count + intel.count)
    }
  }

  @Test("arguments are compared in the width the kernel uses: garbage above bit 31 of an int does not slip by")
  func widths() throws {
    let keys = """
      syscalls:
        - "@command"
        - "socket(domain == AF_UNIX && type & SOCK_STREAM)"
        - "ioctl(request == 0x5401)"
        - "unshare(flags == 0)"
        - "lseek(offset == 7)"
      """
    try Sandbox.with(
      Self.attempts(
        [
          "socket:1,1,0", "socket:0x100000001,0x100000001,0", "socket:16,1,0", "socket:0x100000010,1,0", "socket:1,2,0",
          "ioctl:-1,0x5401,0", "ioctl:-1,0x500005401,0", "ioctl:-1,0x5412,0", "ioctl:-1,0x100005412,0",
        ],
        keys: keys)
    ) { sandbox in
      let answers = try report(of: sandbox.run("try"))
      #expect((answers["socket:1,1,0"]?.number ?? -1) > 2)
      // The kernel takes an int: the same call, and allowed as such.
      #expect((answers["socket:0x100000001,0x100000001,0"]?.number ?? -1) > 2)
      for call in ["socket:16,1,0", "socket:0x100000010,1,0", "socket:1,2,0"] {
        #expect(answers[call]?.text == "EPERM", "\(call)")
      }
      #expect(answers["ioctl:-1,0x5401,0"]?.text == "EBADF")
      #expect(answers["ioctl:-1,0x500005401,0"]?.text == "EBADF")
      for call in ["ioctl:-1,0x5412,0", "ioctl:-1,0x100005412,0"] { #expect(answers[call]?.text == "EPERM", "\(call)") }
    }
  }

  @Test("launcher-not-under-its-filter: an author names what the command needs and nothing for the launcher")
  func bareFilter() throws {
    // What a static program of the C library does from its first instruction to its exit.
    let calls = """
      execve, brk, arch_prctl, set_tid_address, set_robust_list, rseq, prlimit64, readlink, readlinkat, getrandom,
      mprotect, mmap, munmap, write, exit_group, gettid, futex, rt_sigaction, sigaltstack, rt_sigprocmask
      """
    try Sandbox.with(
      Operation("exit", "exit", "9", keys: "syscalls: [\(calls)]\nproc: own\ncapabilities: [net_admin]"),
      Operation("exit-plain", "exit", "9", keys: "syscalls: [\(calls)]\ninit: false")
    ) { sandbox in
      expectRan(try sandbox.run("exit"), 9)
      expectRan(try sandbox.run("exit-plain"), 9)
    }
  }

  @Test("no-preload-tricks: the filter holds for a static and for a dynamic program alike")
  func dynamicPrograms() throws {
    try Sandbox.with(
      Self.attempts(["ptrace", "unshare:0"]),
      Operation("dynamic", command: ["/usr/bin/unshare", "--uts", "/usr/bin/true"], keys: "user: root")
    ) { sandbox in
      #expect(try report(of: sandbox.run("try"))["unshare:0"]?.text == "EPERM")
      let dynamic = try sandbox.run("dynamic")
      expectRan(dynamic, 1)
      #expect(dynamic.message.contains("Operation not permitted"), "\(dynamic.message)")
    }
  }

  @Test("a call that the profile names is reached, one that it does not name is not")
  func named() throws {
    try Sandbox.with(
      Self.attempts(["ptrace", "mount:0,0,0,0,0", "add_key"], keys: "syscalls: [\"@command\", ptrace, mount]")
    ) { sandbox in
      let answers = try report(of: sandbox.run("try"))
      #expect(answers["ptrace"]?.text != "EPERM")
      #expect(answers["add_key"]?.text == "EPERM")
    }
  }
}
