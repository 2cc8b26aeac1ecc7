public import SandboxPolicy

/// Turns a profile into a policy: filters to BPF, the command's closure into the file view.
public enum ProfileCompiler {
  /// What becomes of an operation whose command, or a library of it, is not on this host.
  public enum MissingCommands: Sendable {
    /// It is an error, as for the author of a profile.
    case refused
    /// It stands in the policy with ``OperationPolicy/missingCommand``: the other operations can be used meanwhile.
    case kept
  }

  /// Compiles every operation, or says what stands in the way of any.
  ///
  /// - Parameters:
  ///   - profile: A profile that ``ProfileReader`` accepted.
  ///   - missingCommands: What becomes of operations that this host can't run.
  ///   - architecture: The machine that the policy is for; its commands have to be programs for it.
  public static func compile(
    _ profile: Profile, missingCommands: MissingCommands = .refused, architecture: Architecture = .host
  ) throws(ProfileErrors) -> Policy {
    var diagnostics: [Diagnostic] = []
    var filters = FilterCache(architecture: architecture)
    let finder = ClosureFinder(architecture: architecture)
    var operations: [OperationPolicy] = []
    for operation in profile.operations {
      var files = operation.files
      var missing: MissingCommand?
      if case .command(let arguments) = operation.entrypoint, let command = arguments.first?.literal {
        do throws(CommandClosure.Fault) {
          let closure = try finder.closure(of: command, searchPath: operation.searchPath)
          try ClosureView.add(closure, to: &files)
        } catch {
          if missingCommands == .kept { missing = error.missing }
          if missing == nil {
            let position = operation.commandPosition
            diagnostics.append(Diagnostic(file: profile.file, position: position, message: error.message))
          }
        }
      }
      do throws(FilterError) {
        let filter = try filters.filter(operation.rules, isCommand: operation.isCommand)
        operations.append(operation.policy(filter: filter, files: files, missingCommand: missing))
      } catch {
        let message = "syscalls: \(error)"
        diagnostics.append(Diagnostic(file: profile.file, position: operation.rulesPosition, message: message))
      }
    }
    guard diagnostics.isEmpty else { throw ProfileErrors(diagnostics) }
    do throws(FilterError) {
      return Policy(
        profile: profile.name, summary: profile.summary, architecture: architecture, sources: sources(of: profile),
        initFilter: try FilterCompiler.initFilter(architecture: architecture), operations: operations)
    } catch {
      throw ProfileErrors([Diagnostic(file: profile.file, position: nil, message: "filter of pid 1: \(error)")])
    }
  }

  /// The files whose change makes the policy stale, besides commands and libraries.
  private static func sources(of profile: Profile) -> [SourceFile] {
    var sources = profile.source.map { [$0] } ?? []
    if profile.namesUsers {
      for path in ["/etc/passwd", "/etc/group"] {
        if let status = HostFile.identity(path) { sources.append(SourceFile(path: path, identity: status.identity)) }
      }
    }
    return sources
  }
}

/// Filters that were compiled already: most operations of a profile allow the same calls.
private struct FilterCache {
  let architecture: Architecture
  private var filters: [(rules: [SystemCallRule], isCommand: Bool, filter: SeccompFilter)] = []

  init(architecture: Architecture) { self.architecture = architecture }

  mutating func filter(_ rules: [SystemCallRule], isCommand: Bool) throws(FilterError) -> SeccompFilter {
    if let known = filters.first(where: { $0.isCommand == isCommand && $0.rules == rules }) { return known.filter }
    let filter = try FilterCompiler.compile(rules, isCommand: isCommand, architecture: architecture)
    filters.append((rules, isCommand, filter))
    return filter
  }
}

extension ProfileOperation {
  /// Whether it runs a command.
  var isCommand: Bool { if case .command = entrypoint { true } else { false } }

  /// Where commands are looked for by name.
  var searchPath: [String] {
    let path = environment.first { $0.name == "PATH" }?.value.literal ?? Self.searchPath
    return path.utf8.split(separator: UInt8(ascii: ":")).map { String(decoding: $0, as: UTF8.self) }
  }

  fileprivate func policy(
    filter: SeccompFilter, files: FileView, missingCommand: MissingCommand?
  ) -> OperationPolicy {
    var policy = OperationPolicy(name: name, summary: summary, entrypoint: entrypoint, filter: filter)
    policy.callers = callers
    policy.arguments = arguments
    policy.input = input
    policy.output = output
    policy.environment = environment
    policy.directory = directory
    policy.identity = identity
    policy.capabilities = capabilities
    policy.network = network
    policy.shared = shared
    policy.files = files
    policy.proc = proc
    policy.limits = limits
    policy.timeout = timeout
    policy.success = success
    policy.hasInit = hasInit
    policy.missingCommand = missingCommand
    return policy
  }
}
