/// Everything that the kernel will be told for one call, as a pure value: it can be printed, compared and kept.
///
/// The order of the steps is the security argument; ``Planner`` says why each stands where it does.
public struct Plan: Equatable, Sendable {
  /// Which operation.
  public var operation: OperationName
  /// The steps in order.
  public var steps: [Step]
  /// What standard input is.
  public var input: PlannedInput
  /// Where standard output and standard error go.
  public var output: OutputSink
  /// Standard output and standard error together, in bytes.
  public var outputLimit: UInt64
  /// Wall time in milliseconds.
  public var timeout: UInt64
  /// The exit codes that count as success.
  public var success: [UInt8]
  /// The filter of the command.
  public var filter: SeccompFilter
  /// The filter of the launcher's own pid 1.
  public var initFilter: SeccompFilter
  /// Processes that the command was allowed to name, to be checked and held before anything is built.
  public var processes: [ProcessClaim]
  /// What the sandbox lacks on this kernel, in words: the plan says what it cannot promise.
  public var reservations: [String]

  /// The place of the first step that needs an argument's value: a warm cell has done what stands before it.
  ///
  /// Equal to the number of steps where the policy mentions no argument.
  public var preparedSteps: Int
}

/// What standard input is, every template filled in.
public enum PlannedInput: Equatable, Sendable {
  /// Nothing.
  case none
  /// The caller's.
  case caller
  /// This text.
  case text(String, isSecret: Bool)
}

/// A pid with the executable that it has to run.
public struct ProcessClaim: Equatable, Sendable {
  /// The argument that names it.
  public var argument: String
  /// The pid in the host's pid namespace.
  public var pid: Int32
  /// The absolute path of its executable.
  public var executable: String
}

/// Why a call can't be planned.
public enum PlanError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The operation runs a function, which needs the daemon.
  case needsDaemon(function: String)
  /// The launcher is not root, and the operation needs what only root can give.
  case needsRoot([String])
  /// A value makes a path that is not normal.
  case path(String)
  /// Two different things at one place inside.
  case conflict(path: String)
  /// The values put two different things at one place inside, or one over another.
  case overlap(path: String)
  /// The kernel has no place to limit memory and processes.
  case noCgroups
  /// The text for standard input is longer than a pipe holds.
  case inputTooLong(bytes: Int)

  /// The longest text for standard input: what a pipe holds, pipe(7).
  public static let longestInput = 65_536

  /// Whether the caller can mend it by other values: a refusal, not a failure.
  public var isRefusal: Bool {
    switch self {
    case .path, .overlap, .inputTooLong, .needsRoot, .needsDaemon: true
    case .conflict, .noCgroups: false
    }
  }

  /// One line that says what to do.
  public var description: String {
    switch self {
    case .needsDaemon(let function):
      "runs the function \(function), which only the daemon sandboxd can call; start it, or use an operation with run"
    case .needsRoot(let needs): "needs \(needs.joined(separator: ", ")), which only root can give; run it as root"
    case .path(let path): "the arguments make the path \(DisplayText.quoted(Array(path.utf8))), which is not normal"
    case .conflict(let path): "\(path) would be two different things inside; mend the profile"
    case .overlap(let path):
      "the arguments put something at \(DisplayText.quoted(path)) that would hide or contradict what else is there"
    case .noCgroups:
      "memory and processes can't be limited: mount cgroup2 with the controllers memory and pids on /sys/fs/cgroup, "
        + "or cgroup version 1 on /sys/fs/cgroup/memory and /sys/fs/cgroup/pids"
    case .inputTooLong(let bytes): "standard input would be \(bytes) bytes long; at most \(Self.longestInput) fit"
    }
  }
}
