public import SandboxPolicy

/// One line of the audit trail.
///
/// A refusal leaves one record. A call leaves one before its launch, so that a launcher that is killed has left its
/// line, and one with the outcome; both carry the same call identifier.
public struct AuditRecord: Equatable, Sendable {
  /// What is recorded.
  public enum Event: Equatable, Sendable {
    /// The call was allowed and is about to be launched; the kernel's version of Landlock, 0 without.
    case granted(landlock: Int)
    /// The call was refused, and nothing was run.
    case refused(Outcome)
    /// The call has ended.
    case ended(Outcome, ResourceUse, success: [UInt8])
  }

  /// When, in nanoseconds since the epoch.
  public var time: Int64
  /// Which call.
  public var call: String
  /// Who asked, as the kernel says.
  public var caller: Caller
  /// What was asked for: PROFILE/OPERATION, as far as it was given.
  public var operation: String
  /// The arguments, secrets left out; nothing where they were not understood.
  public var arguments: ArgumentValues?
  /// What is recorded.
  public var event: Event

  /// Puts the parts together.
  public init(
    time: Int64, call: String, caller: Caller, operation: String, arguments: ArgumentValues?, event: Event
  ) {
    self.time = time
    self.call = call
    self.caller = caller
    self.operation = operation
    self.arguments = arguments
    self.event = event
  }

  /// The record as one line of JSON with its line break.
  public var line: String {
    var members: [JSONText.Member] = [
      .init("time", .string(Timestamp.text(time))),
      .init("call", .string(call)),
    ]
    switch event {
    case .granted: members.append(.init("event", "granted"))
    case .refused: members.append(.init("event", "refused"))
    case .ended: members.append(.init("event", "ended"))
    }
    members.append(
      .init(
        "caller",
        .object([
          .init("uid", .integer(Int64(caller.user))), .init("gid", .integer(Int64(caller.group))),
          .init("pid", .integer(Int64(caller.process))),
        ])))
    members.append(.init("operation", .string(operation)))
    if let arguments {
      members.append(.init("arguments", .object(arguments.entries.compactMap(Self.member))))
    }
    switch event {
    case .granted(let landlock): members.append(.init("landlock", .integer(Int64(landlock))))
    case .refused(let outcome):
      members += outcome.jsonMembers(success: [])
      members.append(.init("status", .integer(Int64(outcome.exitStatus))))
    case .ended(let outcome, let use, let success):
      members += outcome.jsonMembers(success: success)
      members.append(.init("status", .integer(Int64(outcome.exitStatus))))
      members += use.jsonMembers
    }
    return JSONText.object(members).line + "\n"
  }

  private static func member(_ entry: ArgumentValues.Entry) -> JSONText.Member? {
    if entry.value == .absent { return nil }
    if entry.declaration.isSecret { return .init(entry.declaration.name, "(secret)") }
    switch entry.value {
    case .text(let text), .flag(let text): return .init(entry.declaration.name, .string(text))
    case .list(let items): return .init(entry.declaration.name, .strings(items))
    case .absent: return nil
    }
  }
}

/// Who asked for a call.
public struct Caller: Equatable, Sendable {
  /// The real uid.
  public var user: UInt32
  /// The real gid.
  public var group: UInt32
  /// The pid that started the launcher.
  public var process: Int32

  /// Puts the three together.
  public init(user: UInt32, group: UInt32, process: Int32) {
    self.user = user
    self.group = group
    self.process = process
  }
}
