internal import CLinux
internal import CProbe

/// Single system calls, told apart by their error: filtered (EPERM, ENOSYS) or reached (anything else).
enum RawCall {
  /// Makes the call of this name; `-ENOSYS` where the machine has no such call.
  static func call(
    _ name: String, _ a: Int64 = 0, _ b: Int64 = 0, _ c: Int64 = 0, _ d: Int64 = 0, _ e: Int64 = 0, _ f: Int64 = 0
  ) -> Int64 {
    let number = unsafe probe_call_number(name)
    return number < 0 ? -38 : probe_call(number, a, b, c, d, e, f)
  }

  /// `try SPEC…`: each SPEC is `CALL` or `CALL:ARGUMENT,…` or a bare number; arguments that are not given are -1, a bad
  /// descriptor and a bad address at once. Prints an object SPEC -> error name, or result.
  static func tryEach(_ words: [String]) -> Int32 {
    Output.line(.object(words.map { ($0, .answer(make($0))) }))
    return 0
  }

  private static func make(_ spec: String) -> Int64 {
    let parts = spec.split(separator: ":", maxSplits: 1)
    guard let first = parts.first else { return -22 }
    let name = String(first)
    let number = unsafe Int64(name) ?? probe_call_number(name)
    // No such call on this machine: the number that no machine has.
    guard number >= 0 else { return -38 }
    var arguments = parts.count > 1 ? parts[1].split(separator: ",").map { parse($0) } : []
    while arguments.count < 6 { arguments.append(-1) }
    return probe_call(
      number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5])
  }

  private static func parse(_ word: Substring) -> Int64 {
    if word.hasPrefix("0x") { return Int64(bitPattern: UInt64(word.dropFirst(2), radix: 16) ?? UInt64.max) }
    return Int64(word) ?? -1
  }

  /// `foreign i386|x32`: getpid of another ABI of this machine.
  static func foreign(_ words: [String]) -> Int32 {
    let result = words.first == "x32" ? probe_x32_getpid() : probe_i386_getpid()
    Output.line(.object([("result", .answer(result))]))
    return 0
  }

  /// `tiocsti`: pushes a byte into the terminal on descriptor 0, also with garbage in the upper half of the request.
  static func pushTerminal(_ words: [String]) -> Int32 {
    let request: UInt64 = 0x5412
    Output.line(
      .object([
        ("plain", .answer(probe_push_terminal(0))),
        ("wide", .answer(probe_ioctl_wide(0, request | 0x1_0000_0000))),
        ("linux", .answer(probe_ioctl_wide(0, 0x541c))),
      ]))
    return 0
  }

  /// `unshare-user`: whether a user namespace of its own can be had, by each of the three calls.
  static func unshareUser(_ words: [String]) -> Int32 {
    let user = Int64(SBX_CLONE_NEWUSER)
    var results: [(String, Value)] = [("unshare", .answer(sbx_unshare(UInt64(SBX_CLONE_NEWUSER))))]
    let cloned = call("clone", user | 17)
    if cloned == 0 { Output.leave(0) }
    results.append(("clone", .answer(cloned)))
    var descriptor: Int32 = -1
    let cloned3 = unsafe sbx_clone3(UInt64(SBX_CLONE_NEWUSER), &descriptor, -1)
    if cloned3 == 0 { Output.leave(0) }
    results.append(("clone3", .answer(cloned3)))
    Output.line(.object(results))
    return 0
  }
}
