import CProbe
import Foundation
import Glibc

/// One call of one process of a set-up, to be made to fail.
struct Fault: Hashable, CustomStringConvertible {
  /// The process by the order in which the set-up made it; 0 is the launcher.
  var process: Int
  var call: Int64
  /// Which of this process's calls of this kind, from 1.
  var occurrence: Int

  var name: String {
    guard let name = unsafe probe_call_name(call) else { return String(call) }
    return unsafe String(cString: name)
  }

  var description: String { "\(name) number \(occurrence) of process \(process)" }

  /// The calls of a set-up, up to the execve of the command and with it, learnt from one traced run.
  static func all(of sandbox: Sandbox, _ operation: String, _ arguments: [String]) throws -> [Fault] {
    let log = sandbox.directory + "/calls"
    try? FileManager.default.removeItem(atPath: log)
    let ended = try Running(sandbox.start(operation, arguments, under: [sandbox.probe, "trace", log])).wait()
    guard ended.status == 0 else { throw HarnessError("the traced run failed: \(ended.message)") }
    var counts: [Fault: Int] = [:]
    var faults: [Fault] = []
    var launches = 0
    let execve = unsafe probe_call_number("execve")
    for line in Host.text(log).split(separator: "\n") {
      let fields = line.split(separator: " ").compactMap { Int64($0) }
      guard fields.count == 2 else { throw HarnessError("the trace holds \(line)") }
      let kind = Fault(process: Int(fields[0]), call: fields[1], occurrence: 0)
      counts[kind, default: 0] += 1
      let fault = Fault(process: kind.process, call: kind.call, occurrence: counts[kind, default: 1])
      if fault.call == execve { launches += 1 }
      // The first execve is that of the launcher itself. A close(2) that is not made leaves the descriptor open, which
      // no kernel does, whatever it answers.
      let isLaunchers = fault.call == execve && launches == 1
      if !isLaunchers, fault.name != "close" { faults.append(fault) }
      if launches > 1 { return faults }
    }
    throw HarnessError("the traced run never came to the command")
  }
}

/// Where a call that fails need not mean status 125, and why. What is not here has to be refused with 125.
struct Leniency {
  /// What may happen.
  enum Ending {
    /// The launcher may be ended by a signal of its runtime; nothing has run.
    case mayCrash
    /// What failed was not needed: the call may be a success, its sandbox whole.
    case maySucceed
    /// The status may be another of those that say that nothing was run.
    case mayBe(Int32)
  }

  var calls: Set<String>
  /// Only in this process; in all where it is nil.
  var process: Int?
  var endings: [Ending]
  var reason: String

  static let all: [Leniency] = [
    Leniency(
      calls: ["brk", "mmap", "munmap", "mremap", "madvise", "mprotect"], process: nil,
      endings: [.mayCrash, .maySucceed],
      reason: "memory: the allocator has a second way, or the runtime ends the process with nothing run"),
    Leniency(
      calls: [
        "arch_prctl", "set_tid_address", "set_robust_list", "rseq", "prlimit64", "readlink", "readlinkat", "getrandom",
        "gettid", "getpid", "futex", "rt_sigaction", "sigaltstack", "uname", "sched_getaffinity",
      ], process: 0, endings: [.mayCrash, .maySucceed],
      reason: "the C library's start-up, before the first instruction of the launcher"),
    Leniency(
      calls: ["getuid", "geteuid", "getgid", "getegid", "getppid", "getpid", "gettid", "umask"], process: nil,
      endings: [.maySucceed, .mayBe(126)], reason: "these have no error: no kernel answers so"),
    Leniency(
      calls: ["ioctl"], process: 0, endings: [.maySucceed], reason: "start-up asks whether it has a terminal"),
    Leniency(
      calls: ["fcntl", "close_range"], process: 0, endings: [.mayBe(126)],
      reason: "a descriptor for the outcome that can't be looked at is refused"),
    Leniency(calls: ["nanosleep"], process: nil, endings: [.maySucceed], reason: "a pause between two tries"),
    Leniency(
      calls: ["read"], process: 2, endings: [.maySucceed],
      reason: "a keeper that can't wait leaves early, and the launcher cleans up after the call"),
    Leniency(
      calls: ["openat2", "openat", "getdents64", "rmdir", "unlinkat", "kill"], process: 2, endings: [.maySucceed],
      reason: "the keeper removes what killed launchers left, which is no part of this call"),
    Leniency(
      calls: ["exit_group", "exit"], process: nil, endings: [.mayCrash, .maySucceed],
      reason: "there is nothing left to do but to try again"),
    Leniency(
      calls: ["openat", "openat2", "statx", "read", "fstat", "newfstatat", "pread64"], process: 0,
      endings: [.maySucceed, .mayBe(126), .mayBe(127)],
      reason: "a policy that can't be read is compiled again; a profile or argument that can't be looked at is refused"),
  ]

  static func endings(of fault: Fault) -> [Ending] {
    all.filter { rule in
      rule.calls.contains(fault.name) && (rule.process == nil || rule.process == fault.process)
    }.flatMap(\.endings)
  }
}
