/// How a call ended.
public enum Outcome: Equatable, Sendable {
  /// The command left with this exit code.
  case exited(code: UInt8)
  /// The command was ended by this signal.
  case signalled(Int32)
  /// The call took longer than its time-out.
  case timedOut(milliseconds: UInt64)
  /// The command wrote more than its limit.
  case outputLimit(bytes: UInt64)
  /// The sandbox could not be built; nothing was run.
  case setUpFailed(String)
  /// The caller or an argument was refused; nothing was run.
  case refused(String)
  /// There is no such profile, operation or command; nothing was run.
  case notFound(String)

  /// The exit status of `sandbox-run`.
  ///
  /// Codes from 124 on have meanings of their own, so a command that leaves with one of them is reported as 123; the
  /// outcome itself keeps the code.
  public var exitStatus: Int32 {
    switch self {
    case .exited(let code): Int32(min(code, 123))
    case .signalled(let number): 128 + number
    case .timedOut: 124
    case .outputLimit: 128 + 9
    case .setUpFailed: 125
    case .refused: 126
    case .notFound: 127
    }
  }

  /// The outcome's word in JSON.
  public var word: String {
    switch self {
    case .exited: "exited"
    case .signalled: "signalled"
    case .timedOut: "timed-out"
    case .outputLimit: "output-limit"
    case .setUpFailed: "set-up-failed"
    case .refused: "refused"
    case .notFound: "not-found"
    }
  }

  /// What the user is told besides the exit status, in one line; nothing where the status says it all.
  public var message: String? {
    switch self {
    case .exited(let code): code > 123 ? "the command left with \(code), reported as 123" : nil
    case .signalled(let number): "the command was ended by signal \(number)"
    case .timedOut(let limit): "took longer than \(limit) ms and was ended"
    case .outputLimit(let bytes): "wrote more than \(bytes) bytes and was ended; raise limits.output if that is due"
    case .setUpFailed(let reason), .refused(let reason), .notFound(let reason): reason
    }
  }

  /// Members of the outcome's JSON object.
  public func jsonMembers(success: [UInt8]) -> [JSONText.Member] {
    var members: [JSONText.Member] = [.init("outcome", .string(word))]
    var isSuccess = false
    switch self {
    case .exited(let code):
      members.append(.init("code", .integer(Int64(code))))
      isSuccess = success.contains(code)
    case .signalled(let number): members.append(.init("signal", .integer(Int64(number))))
    default: break
    }
    members.append(.init("success", .bool(isSuccess)))
    if let message { members.append(.init("message", .string(message))) }
    return members
  }
}

/// What one call has used.
public struct ResourceUse: Equatable, Sendable {
  /// Wall time in microseconds.
  public var duration: Int64
  /// Processor time in user mode, in microseconds.
  public var user: Int64
  /// Processor time in the kernel, in microseconds.
  public var system: Int64
  /// The largest resident set of one process, in KiB.
  public var peak: Int64

  /// Puts the figures together.
  public init(duration: Int64, user: Int64, system: Int64, peak: Int64) {
    self.duration = duration
    self.user = user
    self.system = system
    self.peak = peak
  }

  /// Members of a JSON object.
  public var jsonMembers: [JSONText.Member] {
    [
      .init("duration_us", .integer(duration)), .init("user_us", .integer(user)), .init("system_us", .integer(system)),
      .init("peak_kib", .integer(peak)),
    ]
  }
}
