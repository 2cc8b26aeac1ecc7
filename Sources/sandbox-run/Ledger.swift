import LinuxSystem
import SandboxAudit
import SandboxPolicy

/// Says how a call went, to everybody who has to know: the user, the audit trail, and whoever holds the outcome's
/// descriptor.
struct Ledger: ~Copyable {
  let call: String
  let caller: Caller
  var name: String
  var arguments: ArgumentValues?
  /// Where records go; nothing for a plan, which is no call.
  var log: AuditLog?
  private let outcomeDescriptor: Int32?

  init(name: String, outcomeDescriptor: Int32?) {
    call = "\(Linux.processID).\(Linux.realTime)"
    caller = Caller(user: Linux.realUser, group: Linux.realGroup, process: Linux.parentProcessID)
    self.name = name
    self.outcomeDescriptor = outcomeDescriptor
  }

  func grant(landlock: Int) throws(AuditError) { try record(.granted(landlock: landlock)) }

  /// The call has not been launched. Ends the launcher.
  func refuse(_ outcome: Outcome) -> Never {
    do throws(AuditError) {
      try record(.refused(outcome))
    } catch {
      warn(error.description)
    }
    Linux.exit(tell(outcome, use: nil, success: []))
  }

  /// The call has been launched and is over; the launcher's exit status.
  func close(_ result: Outcome, use: ResourceUse, success: [UInt8]) -> Int32 {
    do throws(AuditError) {
      try record(.ended(result, use, success: success))
    } catch {
      warn(error.description)
    }
    return tell(result, use: use, success: success)
  }

  func warn(_ text: String) { Console.complain("\(name): \(text)") }

  private func record(_ event: AuditRecord.Event) throws(AuditError) {
    let record = AuditRecord(
      time: Linux.realTime, call: call, caller: caller, operation: name, arguments: arguments, event: event)
    switch log {
    case .some(let log): try log.write(record)
    case .none: return
    }
  }

  private func tell(_ outcome: Outcome, use: ResourceUse?, success: [UInt8]) -> Int32 {
    if let message = outcome.message { warn(message) }
    if let outcomeDescriptor {
      var members: [JSONText.Member] = [.init("operation", .string(name)), .init("call", .string(call))]
      members += outcome.jsonMembers(success: success)
      members.append(.init("status", .integer(Int64(outcome.exitStatus))))
      if let use { members += use.jsonMembers }
      do throws(Errno) {
        try Linux.writeWhole(Array((JSONText.object(members).line + "\n").utf8), to: outcomeDescriptor)
      } catch .badDescriptor {
        // That is what the call was refused for.
      } catch {
        warn("could not write the outcome to descriptor \(outcomeDescriptor): \(error)")
      }
    }
    return outcome.exitStatus
  }
}

/// Lines for the user.
enum Console {
  static func complain(_ text: String) {
    // Nobody is left to be told of an error here.
    try? Linux.writeWhole(Array("sandbox-run: \(text)\n".utf8), to: 2)
  }

  /// Prints on standard output and ends the launcher.
  static func print(_ text: String) -> Never {
    var rest = Array(text.utf8)[...]
    do throws(Errno) {
      while !rest.isEmpty { rest = rest.dropFirst(try Linux.writeOnce(rest, to: 1)) }
    } catch {
      complain("could not write to standard output: \(error)")
      Linux.exit(125)
    }
    Linux.exit(0)
  }
}
