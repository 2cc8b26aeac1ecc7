internal import LinuxSystem
public import SandboxPolicy

/// Checks arguments against the host: files are what they have to be, processes run what they have to run.
///
/// Before anything is built, so that a caller hears of it as a refusal. What is mounted later is opened and checked
/// once more, on the descriptor that is mounted.
public struct ArgumentCheck: ~Copyable {
  /// The processes that arguments name, held so that their pids are not given to others unnoticed.
  private var held: [Int32] = []

  /// Checks the arguments of one call; throws ``HostArgumentError``.
  public init(_ values: ArgumentValues, of plan: Plan) throws(HostArgumentError) {
    for entry in values.entries {
      let rule: PathRule
      switch entry.declaration.type {
      case .path(let declared), .list(of: .path(let declared), _): rule = declared
      default: continue
      }
      for path in entry.value.words {
        do throws(StepError) {
          try Self.check(path, rule)
        } catch {
          throw HostArgumentError(argument: entry.declaration.name, reason: Self.reason(path, rule, error))
        }
      }
    }
    for claim in plan.processes { held.append(try Self.hold(claim)) }
  }

  deinit { for process in held { try? Linux.close(process) } }

  private static func check(_ path: String, _ rule: PathRule) throws(StepError) {
    let owner = Linux.effectiveUser
    let root = try SourceOpener.openTrusted(rule.under, owner: owner)
    let relative = rule.relative(path)
    do throws(Errno) {
      let file = try Linux.open(
        relative, in: root.number, [.path, .noFollow], resolving: [.beneath, .noSymbolicLinks, .noMagicLinks])
      guard rule.existence != .notExist else { throw .fileExists }
      let status = try Linux.status(of: file.number)
      // A handle of a link itself is what openat2(2) gives where the link is the last component.
      guard !status.isSymbolicLink else { throw .tooManyLinks }
      guard status.matches(rule.kind) else { throw .invalidArgument }
    } catch .noSuchFile where rule.existence != .exist {
      // Its directory has to be there all the same.
      let parent = relative.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(relative[..<$0]) } ?? "."
      try attempt { () throws(Errno) in
        _ = try Linux.open(
          parent, in: root.number, [.path, .directory], resolving: [.beneath, .noSymbolicLinks, .noMagicLinks])
      }
    } catch {
      throw StepError(error)
    }
  }

  private static func reason(_ path: String, _ rule: PathRule, _ error: StepError) -> String {
    let name = DisplayText.quoted(path)
    switch error.errno {
    case .noSuchFile: return "there is no \(name)"
    case .fileExists: return "\(name) is there already, and must not be"
    case .tooManyLinks: return "\(name) has a symbolic link in it; name what it points to"
    case .invalidArgument: return "\(name) is not a \(rule.kind.word)"
    case .notDirectory: return "a part of \(name) is not a directory"
    default: return "\(name): \(error.errno)"
    }
  }

  /// The process is held first and asked for last, so that what was read in between is about it and no other.
  private static func hold(_ claim: ProcessClaim) throws(HostArgumentError) -> Int32 {
    do throws(Errno) {
      let process = try Linux.holdProcess(claim.pid)
      let running = try Linux.status(of: "/proc/\(claim.pid)/exe", followingLinks: true)
      let declared = try Linux.status(of: claim.executable, followingLinks: true)
      try Linux.signal(process.number, 0)
      guard running.device == declared.device, running.inode == declared.inode else {
        throw .invalidArgument
      }
      return process.release()
    } catch {
      let reason =
        switch error {
        case .noSuchFile, .noSuchProcess, .invalidArgument:
          "process \(claim.pid) does not run \(claim.executable)"
        default: "process \(claim.pid): \(error)"
        }
      throw HostArgumentError(argument: claim.argument, reason: reason)
    }
  }
}

extension PathRule.Kind {
  fileprivate var word: String {
    switch self {
    case .any: "file that may be named"
    case .file: "regular file"
    case .directory: "directory"
    case .blockDevice: "block device"
    case .socket: "socket"
    }
  }
}

/// An argument that this host makes wrong.
public struct HostArgumentError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The argument's name.
  public let argument: String
  /// What is wrong with its value.
  public let reason: String

  /// One line.
  public var description: String { "argument \(argument): \(reason)" }
}
