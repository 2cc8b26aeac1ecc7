internal import CLinux
internal import CProbe

/// Ways to end, and not to end.
enum Endings {
  /// `sleep SECONDS [WORD…]`: says `ready`, then sleeps; more words only mark the process.
  static func sleep(_ words: [String]) -> Int32 {
    Output.write("ready\n", to: 1)
    doze(words.first.flatMap { Int64($0) } ?? 1)
    return 0
  }

  /// `ignore-term SECONDS`: the same with every signal ignored that can be.
  static func ignoreTerm(_ words: [String]) -> Int32 {
    for number: Int32 in 1...64 where number != 9 && number != 19 { _ = probe_ignore(number) }
    return sleep(words)
  }

  /// `daemonize HEARTBEAT [stay]`: leaves a child in a session of its own, which keeps touching the file HEARTBEAT;
  /// with `stay` the first process sleeps on.
  static func daemonize(_ words: [String]) -> Int32 {
    guard let heartbeat = words.first else { return 64 }
    let first = probe_fork()
    guard first >= 0 else { return FileVerbs.failed(first) }
    if first == 0 {
      _ = sbx_setsid()
      guard probe_fork() == 0 else { Output.leave(0) }
      for number: Int32 in [1, 2, 3, 15] { _ = probe_ignore(number) }
      while true {
        let descriptor = unsafe sbx_open(heartbeat, SBX_O_WRONLY | SBX_O_CREAT | SBX_O_APPEND, 0o666)
        if descriptor >= 0 {
          _ = unsafe sbx_write(Int32(descriptor), [46], 1)
          _ = sbx_close(Int32(descriptor))
        }
        _ = sbx_sleep(5_000_000)
      }
    }
    var information = sbx_stat()
    while unsafe sbx_stat(-100, heartbeat, 0, &information) < 0 { _ = sbx_sleep(1_000_000) }
    return words.count > 1 ? sleep(["60"]) : 0
  }

  /// `exit N`.
  static func exit(_ words: [String]) -> Int32 { words.first.flatMap { Int32($0) } ?? 64 }

  /// `signal N`: sends it to itself, with its default action.
  static func signal(_ words: [String]) -> Int32 {
    guard let number = words.first.flatMap({ Int32($0) }) else { return 64 }
    _ = sbx_kill(sbx_getpid(), number)
    doze(2)
    return 3
  }

  /// `handle N STATUS`: says `ready`, waits for the signal N, then exits with STATUS.
  static func handle(_ words: [String]) -> Int32 {
    guard words.count == 2, let number = UInt64(words[0]), let status = Int32(words[1]) else { return 64 }
    _ = sbx_block_only(1 << (number - 1))
    Output.write("ready\n", to: 1)
    let received = sbx_wait_signal(1 << (number - 1), 20_000_000_000)
    return received == Int64(number) ? status : 1
  }

  private static func doze(_ seconds: Int64) {
    let end = sbx_monotonic() + seconds * 1_000_000_000
    while sbx_monotonic() < end { _ = sbx_sleep(50_000_000) }
  }
}
