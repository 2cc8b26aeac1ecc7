internal import CLinux
internal import CProbe

/// `as [CONDITION…] -- PROGRAM [WORD…]`: becomes a program under conditions that a caller may have set up on purpose.
///
/// Conditions: `umask=OCTAL nice=N policy=N io=N pin ignore=SIGNAL block=SIGNAL block-all pending=SIGNAL alarm=µS
/// limit=NAME:N close=FD open=FD:PATH handle=FD:PATH inherit=FD death=SIGNAL personality=N directory=PATH gone-directory=PATH
/// keyring terminal no-new-privs undumpable subreaper environment=ENTRY no-environment argv0=WORD no-arguments
/// oom=N groups=N,N`.
enum HostileParent {
  struct Refusal: Error {
    var condition: String
    var result: Int64
  }

  static func run(_ words: [String]) -> Int32 {
    guard let end = words.firstIndex(of: "--"), end + 1 < words.count else { return 64 }
    var program = Array(words[(end + 1)...])
    let path = program[0]
    var environment: [String] = []
    do throws(Refusal) {
      for word in words[..<end] {
        let pair = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let value = pair.count > 1 ? pair[1] : ""
        switch pair[0] {
        case "environment": environment.append(value)
        case "argv0": program[0] = value
        case "no-arguments": program = []
        default: try check(apply(pair[0], value), word)
        }
      }
    } catch {
      Output.complain("sandbox-probe: \(error.condition): \(errorName(error.result))")
      return 70
    }
    return FileVerbs.failed(Program.become(path, program, environment: environment))
  }

  private static func check(_ result: Int64, _ condition: String) throws(Refusal) {
    guard result >= 0 else { throw Refusal(condition: condition, result: result) }
  }

  private static func apply(_ condition: String, _ value: String) -> Int64 {
    let number = Int32(value) ?? 0
    return switch condition {
    case "umask": Int64(sbx_umask(UInt32(value, radix: 8) ?? 0))
    case "nice": sbx_setpriority(number)
    case "policy": setPolicy(number)
    case "io": RawCall.call("ioprio_set", 1, 0, Int64(number))
    case "pin": probe_pin()
    case "ignore": probe_ignore(number)
    case "block": sbx_block_only(1 << UInt64(max(number, 1) - 1))
    case "block-all": sbx_block_all_signals()
    case "pending": sbx_kill(sbx_getpid(), number)
    case "alarm": probe_set_timer(0, Int64(value) ?? 0)
    case "limit": limit(value)
    case "close": sbx_close(number)
    case "open": open(value, SBX_O_RDONLY | SBX_O_NONBLOCK)
    case "handle": open(value, SBX_O_PATH)
    case "inherit": sbx_dup3(1, number, 0)
    case "death": sbx_prctl(PR_SET_PDEATHSIG, UInt64(number), 0, 0, 0)
    case "personality": sbx_personality(UInt64(value) ?? 0)
    case "directory": unsafe sbx_chdir(value)
    case "gone-directory": goneDirectory(value)
    case "keyring": joinKeyring()
    case "terminal": probe_own_terminal()
    case "no-new-privs": sbx_prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    case "undumpable": sbx_prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    case "subreaper": sbx_prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    case "stack": probe_alternate_stack()
    case "oom": writeOwn("/proc/self/oom_score_adj", value)
    case "groups": groups(value)
    default: -22
    }
  }

  private static func setPolicy(_ policy: Int32) -> Int64 {
    var priority: Int32 = 0
    return unsafe withUnsafeMutablePointer(to: &priority) { pointer in
      RawCall.call("sched_setscheduler", 0, Int64(policy), Int64(Int(bitPattern: pointer)))
    }
  }

  private static func limit(_ value: String) -> Int64 {
    let parts = value.split(separator: ":")
    guard parts.count == 2, let number = Status.limitNames.firstIndex(of: String(parts[0])),
      let amount = UInt64(parts[1])
    else { return -22 }
    return sbx_setrlimit(Int32(number), amount, amount)
  }

  private static func open(_ value: String, _ flags: Int32) -> Int64 {
    let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let target = Int32(parts[0]) else { return -22 }
    let descriptor = unsafe sbx_open(parts[1], flags, 0)
    guard descriptor >= 0, descriptor != Int64(target) else { return descriptor }
    defer { _ = sbx_close(Int32(descriptor)) }
    return sbx_dup3(Int32(descriptor), target, 0)
  }

  private static func goneDirectory(_ path: String) -> Int64 {
    let made = unsafe sbx_mkdirat(-100, path, 0o755)
    guard made == 0 else { return made }
    let entered = unsafe sbx_chdir(path)
    guard entered == 0 else { return entered }
    return unsafe sbx_unlinkat(-100, path, 0x200)
  }

  private static func joinKeyring() -> Int64 {
    let joined = sbx_new_session_keyring()
    guard joined >= 0 else { return joined }
    return unsafe probe_add_key(Traces.name)
  }

  private static func writeOwn(_ path: String, _ text: String) -> Int64 {
    let descriptor = unsafe sbx_open(path, SBX_O_WRONLY | SBX_O_CLOEXEC, 0)
    guard descriptor >= 0 else { return descriptor }
    defer { _ = sbx_close(Int32(descriptor)) }
    let bytes = Array(text.utf8)
    return unsafe sbx_write(Int32(descriptor), bytes, bytes.count)
  }

  private static func groups(_ value: String) -> Int64 {
    let numbers = value.split(separator: ",").compactMap { UInt32($0) }
    return unsafe sbx_setgroups(numbers, numbers.count)
  }
}
