private import CLinux

/// How a process ended, and what it and the children it waited for have used.
public struct ProcessEnd: Sendable {
  /// The process, 0 where none has ended.
  public let pid: Int32
  /// How: `CLD_EXITED`, `CLD_KILLED` or `CLD_DUMPED` of waitid(2).
  public let code: Int32
  /// The exit code or the signal.
  public let status: Int32
  /// Processor time in user mode, in microseconds.
  public let userTime: Int64
  /// Processor time in the kernel, in microseconds.
  public let systemTime: Int64
  /// The largest resident set, in KiB.
  public let peak: Int64

  fileprivate init(_ raw: sbx_exit) {
    pid = raw.pid
    code = raw.code
    status = raw.status
    userTime = raw.user_us
    systemTime = raw.system_us
    peak = raw.peak_kib
  }

  /// The exit code, where it left by exit(2).
  public var exitCode: UInt8? { code == 1 ? UInt8(truncatingIfNeeded: status) : nil }
}

extension Linux {
  /// Ends this process at once, without any handler. The corresponding call is `exit_group`.
  public static func exit(_ code: Int32) -> Never { sbx_exit(code) }

  /// Replaces the program. Returns only where it fails. The corresponding call is `execve`.
  @unsafe
  public static func execute(
    _ path: UnsafePointer<CChar>, _ arguments: UnsafePointer<UnsafeMutablePointer<CChar>?>,
    _ environment: UnsafePointer<UnsafeMutablePointer<CChar>?>
  ) -> Errno {
    let result = unsafe sbx_execve(path, arguments, environment)
    return Errno(Int32(truncatingIfNeeded: -result))
  }

  /// The pid. The corresponding call is `getpid`.
  public static var processID: Int32 { sbx_getpid() }
  /// The parent's pid, 0 where it is in another pid namespace. The corresponding call is `getppid`.
  public static var parentProcessID: Int32 { sbx_getppid() }
  /// The effective uid. The corresponding call is `geteuid`.
  public static var effectiveUser: UInt32 { sbx_geteuid() }
  /// The real uid. The corresponding call is `getuid`.
  public static var realUser: UInt32 { sbx_getuid() }
  /// The effective gid. The corresponding call is `getegid`.
  public static var effectiveGroup: UInt32 { sbx_getegid() }
  /// The real gid. The corresponding call is `getgid`.
  public static var realGroup: UInt32 { sbx_getgid() }

  /// Starts a new session without a terminal. The corresponding call is `setsid`.
  public static func startSession() throws(Errno) { try checked(sbx_setsid()) }

  /// Calls prctl(2).
  public static func control(_ option: Int32, _ a: UInt64 = 0, _ b: UInt64 = 0) throws(Errno) {
    try checked(sbx_prctl(option, a, b, 0, 0))
  }

  /// Sends a signal to a process held by its pid descriptor. The corresponding call is `pidfd_send_signal`.
  public static func signal(_ descriptor: Int32, _ number: Int32) throws(Errno) {
    try checked(sbx_pidfd_send_signal(descriptor, number))
  }

  /// Sends a signal to a pid; number 0 only asks whether it is there. The corresponding call is `kill`.
  public static func kill(_ pid: Int32, _ number: Int32) throws(Errno) { try checked(sbx_kill(pid, number)) }

  /// Holds a process. The corresponding call is `pidfd_open`.
  public static func holdProcess(_ pid: Int32) throws(Errno) -> Descriptor {
    Descriptor(owning: Int32(try checked(sbx_pidfd_open(pid))))
  }

  /// Waits for the end of a child held by its pid descriptor. The corresponding call is `waitid(P_PIDFD)`.
  public static func waitForEnd(of descriptor: Int32) throws(Errno) -> ProcessEnd {
    var end = sbx_exit()
    // P_PIDFD, WEXITED
    try uninterrupted { unsafe sbx_wait(3, descriptor, 4, &end) }
    return ProcessEnd(end)
  }

  /// The next child that has ended, or nothing where none has; `ECHILD` where there is no child. The corresponding
  /// call is `waitid(P_ALL, WNOHANG)`.
  public static func nextEnd() throws(Errno) -> ProcessEnd? {
    var end = sbx_exit()
    // P_ALL, WEXITED | WNOHANG
    try uninterrupted { unsafe sbx_wait(0, 0, 4 | 1, &end) }
    return end.pid == 0 ? nil : ProcessEnd(end)
  }

  /// Sets the execution domain. The corresponding call is `personality`.
  public static func setPersonality(_ value: UInt64) throws(Errno) { try checked(sbx_personality(value)) }

  /// Sets nice value, scheduling policy and I/O priority to what a new process has. The corresponding calls are
  /// `setpriority`, `sched_setscheduler` and `ioprio_set`.
  public static func scheduleNormally() throws(Errno) {
    try checked(sbx_schedule_normally())
    try checked(sbx_setpriority(0))
    try checked(sbx_io_priority_normal())
  }

  /// Lets this process run on every processor that its cpuset allows. The corresponding call is `sched_setaffinity`.
  public static func useAllProcessors() throws(Errno) { try checked(sbx_all_processors()) }

  /// Sets both the soft and the hard limit of a resource, `RLIMIT_…`. The corresponding call is `prlimit64`.
  public static func setLimit(_ resource: Int32, _ value: UInt64) throws(Errno) {
    try checked(sbx_setrlimit(resource, value, value))
  }

  /// Nanoseconds of a clock that only goes forward. The corresponding call is `clock_gettime(CLOCK_MONOTONIC)`.
  public static var monotonicTime: Int64 { sbx_monotonic() }
  /// Nanoseconds since the epoch. The corresponding call is `clock_gettime(CLOCK_REALTIME)`.
  public static var realTime: Int64 { sbx_realtime() }

  /// Sleeps; a signal ends it early. The corresponding call is `nanosleep`.
  public static func sleep(nanoseconds: Int64) { _ = sbx_sleep(nanoseconds) }
}
