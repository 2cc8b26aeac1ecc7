internal import CLinux
internal import CProbe

/// What /proc/self/status would say, asked by system calls: there may be no /proc.
enum Status {
  @Sendable static func identity() -> Value {
    var user = [UInt32](repeating: 0, count: 3)
    var group = [UInt32](repeating: 0, count: 3)
    var groups = [UInt32](repeating: 0, count: 65536)
    guard unsafe probe_ids(&user, &group) == 0 else { return .null }
    let count = unsafe sbx_getgroups(&groups, groups.count)
    return .object([
      ("uid", .list(user.map { .number(Int64($0)) })),
      ("gid", .list(group.map { .number(Int64($0)) })),
      (
        "groups",
        count < 0 ? .answer(count) : .list(groups.prefix(Int(count)).map { .number(Int64($0)) })
      ),
    ])
  }

  @Sendable static func capabilities() -> Value {
    var effective: UInt64 = 0
    var permitted: UInt64 = 0
    var inheritable: UInt64 = 0
    let result = unsafe sbx_capget(&effective, &permitted, &inheritable)
    let known: [UInt64] = (0..<64).filter { sbx_prctl(PR_CAPBSET_READ, $0, 0, 0, 0) >= 0 }
    let bounding = known.filter { sbx_prctl(PR_CAPBSET_READ, $0, 0, 0, 0) == 1 }
    let ambient = known.filter { sbx_prctl(PR_CAP_AMBIENT, UInt64(PR_CAP_AMBIENT_IS_SET), $0, 0, 0) == 1 }
    return .object([
      ("effective", result < 0 ? .answer(result) : .bits(effective)),
      ("permitted", result < 0 ? .answer(result) : .bits(permitted)),
      ("inheritable", result < 0 ? .answer(result) : .bits(inheritable)),
      ("bounding", .list(bounding.map { .number(Int64($0)) })),
      ("ambient", .list(ambient.map { .number(Int64($0)) })),
      ("known", .number(Int64(known.count))),
      ("securebits", .answer(sbx_prctl(PR_GET_SECUREBITS, 0, 0, 0, 0))),
      ("no_new_privs", .answer(sbx_prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0))),
      ("seccomp", .answer(sbx_prctl(PR_GET_SECCOMP, 0, 0, 0, 0))),
    ])
  }

  @Sendable static func process() -> Value {
    var death: Int32 = 0
    let deathResult = unsafe withUnsafeMutablePointer(to: &death) { pointer in
      sbx_prctl(PR_GET_PDEATHSIG, UInt64(UInt(bitPattern: pointer)), 0, 0, 0)
    }
    let mask = sbx_umask(0)
    _ = sbx_umask(mask)
    return .object([
      ("pid", .number(Int64(sbx_getpid()))),
      ("ppid", .number(Int64(sbx_getppid()))),
      ("sid", .answer(RawCall.call("getsid", 0))),
      ("pgid", .answer(RawCall.call("getpgid", 0))),
      ("dumpable", .answer(sbx_prctl(PR_GET_DUMPABLE, 0, 0, 0, 0))),
      ("pdeathsig", deathResult < 0 ? .answer(deathResult) : .number(Int64(death))),
      ("umask", .number(Int64(mask))),
      ("personality", .answer(sbx_personality(0xffff_ffff))),
      ("terminal", .answer(unsafe sbx_open("/dev/tty", SBX_O_RDWR, 0))),
      ("subreaper", .answer(subreaper())),
    ])
  }

  private static func subreaper() -> Int64 {
    var value: Int32 = 0
    let result = unsafe withUnsafeMutablePointer(to: &value) { pointer in
      sbx_prctl(PR_GET_CHILD_SUBREAPER, UInt64(UInt(bitPattern: pointer)), 0, 0, 0)
    }
    return result < 0 ? result : Int64(value)
  }

  @Sendable static func scheduling() -> Value {
    let nice = sbx_getpriority()
    var timers: [Value] = []
    for which: Int32 in 0..<3 {
      var left: Int64 = 0
      let result = unsafe probe_timer(which, &left)
      timers.append(result < 0 ? .answer(result) : .number(left))
    }
    return .object([
      ("nice", nice < 0 ? .answer(nice) : .number(nice - 20)),
      ("policy", .answer(RawCall.call("sched_getscheduler", 0))),
      ("io", .answer(RawCall.call("ioprio_get", 1, 0))),
      ("processors", .answer(probe_affinity())),
      ("timers", .list(timers)),
      ("timer_slack", .answer(sbx_prctl(PR_GET_TIMERSLACK, 0, 0, 0, 0))),
    ])
  }

  @Sendable static func signals() -> Value {
    var mask: UInt64 = 0
    var pending: UInt64 = 0
    let masked = unsafe probe_signal_mask(&mask)
    let waiting = unsafe probe_pending(&pending)
    let dispositions = (1...64).map { ($0, probe_disposition(Int32($0))) }
    return .object([
      ("blocked", masked < 0 ? .answer(masked) : .bits(mask, from: 1)),
      ("pending", waiting < 0 ? .answer(waiting) : .bits(pending, from: 1)),
      ("ignored", .list(dispositions.filter { $0.1 == 1 }.map { .number(Int64($0.0)) })),
      ("handled", .list(dispositions.filter { $0.1 == 2 }.map { .number(Int64($0.0)) })),
      ("alternate_stack", .answer(probe_alternate_stack())),
    ])
  }

  /// By the numbers of <asm-generic/resource.h>, which both machines use.
  static let limitNames = [
    "cpu", "fsize", "data", "stack", "core", "rss", "nproc", "nofile", "memlock", "as", "locks", "sigpending",
    "msgqueue", "nice", "rtprio", "rttime",
  ]

  @Sendable static func limits() -> Value {
    .object(
      limitNames.enumerated().map { number, name in
        var soft: UInt64 = 0
        var hard: UInt64 = 0
        let result = unsafe sbx_getrlimit(Int32(number), &soft, &hard)
        // Unlimited is -1: JSON has no unsigned 64-bit number.
        return (
          name,
          result < 0
            ? .answer(result) : .list([.number(Int64(bitPattern: soft)), .number(Int64(bitPattern: hard))])
        )
      })
  }
}
