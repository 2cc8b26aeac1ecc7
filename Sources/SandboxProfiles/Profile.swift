public import SandboxPolicy

/// A profile that was read and checked: every name is known, every contradiction refused, nothing compiled yet.
public struct Profile: Sendable {
  /// The profile's name.
  public var name: String
  /// One line of description.
  public var summary: String
  /// The file as the user named it, for messages.
  public var file: String
  /// The file as it was read; nothing for a profile that came from no file.
  public var source: SourceFile?
  /// Whether users or groups were looked up by name.
  public var namesUsers: Bool
  /// The operations in the order of the file.
  public var operations: [ProfileOperation]
}

/// One operation of a profile, as its author wrote it, with the defaults filled in.
public struct ProfileOperation: Sendable {
  /// The operation's name.
  public var name: String
  /// Where its name stands.
  public var position: SourcePosition
  /// One line of description.
  public var summary = ""
  /// Who may call it through the daemon.
  public var callers: [CallerRule] = []
  /// The declared arguments in order.
  public var arguments: [ArgumentDeclaration] = []
  /// What it runs.
  public var entrypoint = Entrypoint.command(arguments: [])
  /// Where the command, the first element of `run`, stands.
  public var commandPosition = SourcePosition.start
  /// What standard input is.
  public var input = InputSource.none
  /// Where its output goes.
  public var output = OutputSink.caller
  /// The whole environment.
  public var environment = [EnvironmentVariable(name: "PATH", value: Template(literal: Self.searchPath))]
  /// The working directory inside.
  public var directory = Template(literal: "/")
  /// Who it runs as.
  public var identity = Identity()
  /// The capabilities in all five sets.
  public var capabilities: CapabilitySet = []
  /// The network that it sees.
  public var network = NetworkView.none
  /// The namespaces that stay the host's.
  public var shared: SharedNamespaces = []
  /// The file view, without what the command needs by itself.
  public var files = FileView()
  /// Whether there is a /proc.
  public var proc = ProcView.none
  /// The system calls that it may make.
  public var rules: [SystemCallRule] = []
  /// Where the list of system calls stands, or else the operation.
  public var rulesPosition = SourcePosition.start
  /// Bounds on what one call may use.
  public var limits = Limits()
  /// Wall time of one call in milliseconds.
  public var timeout: UInt64 = 30_000
  /// The exit codes that count as success.
  public var success: [UInt8] = [0]
  /// Whether a minimal init is pid 1.
  public var hasInit = true
  /// Calls with their expected verdict.
  public var examples: [ProfileExample] = []

  /// Where a command without an own `PATH` looks for others.
  public static let searchPath = "/usr/sbin:/usr/bin:/sbin:/bin"

  init(name: String, position: SourcePosition) {
    self.name = name
    self.position = position
    rulesPosition = position
  }
}

/// A call that has to succeed, or to be refused.
public struct ProfileExample: Equatable, Sendable {
  /// What a caller gives for one argument.
  public enum Value: Equatable, Sendable {
    /// One value.
    case one(String)
    /// The values of a list.
    case several([String])
  }

  /// An argument with what is given for it.
  public struct Argument: Equatable, Sendable {
    /// The argument's name; need not be declared where the call is to be refused.
    public var name: String
    /// What is given.
    public var value: Value
  }

  /// The arguments in the order of the file.
  public var arguments: [Argument]
  /// What standard input holds.
  public var input: String?
  /// Whether the call has to succeed; otherwise it has to be refused.
  public var succeeds: Bool
  /// Where the example stands.
  public var position: SourcePosition
}
