internal import CLinux
internal import CProbe

/// Fault injection, where strace's counters do not reach: see `probe_trace`.
enum FaultTracer {
  /// `trace LOG PROGRAM [WORD…]`: runs the program and writes `PROCESS CALL` to LOG for each call that it makes.
  static func trace(_ words: [String]) -> Int32 {
    guard words.count >= 2 else { return 64 }
    let log = unsafe sbx_open(words[0], SBX_O_WRONLY | SBX_O_CREAT | SBX_O_APPEND | SBX_O_CLOEXEC, 0o600)
    guard log >= 0 else { return FileVerbs.failed(log) }
    return run(Array(words.dropFirst()), log: Int32(log), process: -1, number: -1, occurrence: 0, error: 0)
  }

  /// `inject PROCESS CALL OCCURRENCE ERROR PROGRAM [WORD…]`: the same, and one call fails. CALL is a number.
  static func inject(_ words: [String]) -> Int32 {
    guard words.count >= 5, let process = Int32(words[0]), let number = Int64(words[1]),
      let occurrence = Int32(words[2]), let error = Int32(words[3])
    else { return 64 }
    return run(
      Array(words.dropFirst(4)), log: -1, process: process, number: number, occurrence: occurrence, error: error)
  }

  private static func run(
    _ program: [String], log: Int32, process: Int32, number: Int64, occurrence: Int32, error: Int32
  ) -> Int32 {
    let result = unsafe Program.withVectors(program, []) { argv, envp in
      unsafe probe_trace(program[0], argv, envp, log, process, number, occurrence, error)
    }
    return result < 0 ? FileVerbs.failed(result) : Int32(truncatingIfNeeded: result)
  }
}
