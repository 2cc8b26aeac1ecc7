/// One operation after validation and compilation: no name left to resolve, its filter already BPF.
public struct OperationPolicy: Equatable, Sendable {
  /// The operation's name within its profile.
  public var name: String
  /// One line of description.
  public var summary: String
  /// Who may call the operation through the daemon; root always may.
  public var callers: [CallerRule] = []
  /// The declared arguments in order.
  public var arguments: [ArgumentDeclaration] = []
  /// What the operation runs.
  public var entrypoint: Entrypoint
  /// What standard input is.
  public var input: InputSource = .none
  /// Where standard output and standard error go.
  public var output: OutputSink = .caller
  /// The whole environment.
  public var environment: [EnvironmentVariable] = []
  /// The working directory inside.
  public var directory = Template(literal: "/")
  /// Who the entrypoint runs as.
  public var identity = Identity()
  /// The capabilities in all five sets.
  public var capabilities: CapabilitySet = []
  /// The network that the entrypoint sees.
  public var network: NetworkView = .none
  /// The namespaces that stay the host's.
  public var shared: SharedNamespaces = []
  /// The whole file view.
  public var files = FileView()
  /// Whether there is a /proc.
  public var proc: ProcView = .none
  /// The compiled system-call filter.
  public var filter: SeccompFilter
  /// Bounds on what one call may use.
  public var limits = Limits()
  /// Wall time of one call in milliseconds, at least 1.
  public var timeout: UInt64 = 30_000
  /// The exit codes that count as success.
  public var success: [UInt8] = [0]
  /// Whether a minimal init is pid 1.
  public var hasInit = true
  /// What the host lacks to run it, in which case the command's closure is not in ``files``; nothing where it can run.
  public var missingCommand: MissingCommand?

  /// An operation with the defaults of the profile language.
  public init(name: String, summary: String, entrypoint: Entrypoint, filter: SeccompFilter) {
    self.name = name
    self.summary = summary
    self.entrypoint = entrypoint
    self.filter = filter
  }
}

/// Who may call an operation through the daemon.
public enum CallerRule: Equatable, Sendable {
  /// Every user of the host.
  case any
  /// The user of this uid.
  case user(UInt32)
  /// The members of the group of this gid.
  case group(UInt32)
}

/// What an operation runs.
public enum Entrypoint: Equatable, Sendable {
  /// A command: argv with an absolute path first.
  case command(arguments: [Template])
  /// A registered Swift function of a helper executable, and its input by parameter name.
  case function(name: String, helper: String?, input: [NamedTemplate])
}

/// A name with a template: a function's parameter.
public struct NamedTemplate: Equatable, Sendable {
  /// The name.
  public var name: String
  /// What it stands for.
  public var template: Template

  /// Puts the two together.
  public init(name: String, template: Template) {
    self.name = name
    self.template = template
  }
}

/// What standard input is.
public enum InputSource: Equatable, Sendable {
  /// Nothing: reading finds the end at once.
  case none
  /// The caller's own standard input.
  case caller
  /// This text, at most 64 KiB.
  case text(Template)
}

/// Where standard output and standard error go.
public enum OutputSink: UInt8, Equatable, Sendable {
  /// Nowhere.
  case none = 0
  /// To the caller's own, bounded by ``Limits/output``.
  case caller = 1
}

/// One variable of the environment.
public struct EnvironmentVariable: Equatable, Sendable {
  /// The variable's name, `[A-Za-z_][A-Za-z0-9_]*`.
  public var name: String
  /// Its value; a variable whose template names an absent argument is left out.
  public var value: Template

  /// Puts the two together.
  public init(name: String, value: Template) {
    self.name = name
    self.value = value
  }
}

/// Who the entrypoint runs as; what is absent is a number of this call alone.
public struct Identity: Equatable, Sendable {
  /// The uid, or nothing for a private one.
  public var user: UInt32?
  /// The gid, or nothing for a private one.
  public var group: UInt32?
  /// The supplementary groups.
  public var groups: [UInt32] = []

  /// An identity; the default is wholly private.
  public init(user: UInt32? = nil, group: UInt32? = nil, groups: [UInt32] = []) {
    self.user = user
    self.group = group
    self.groups = groups
  }

  /// Whether nothing of it belongs to the host.
  public var isPrivate: Bool { user == nil && group == nil && groups.isEmpty }
}

/// The network that the entrypoint sees.
public enum NetworkView: Equatable, Sendable {
  /// An own network namespace with nothing up.
  case none
  /// An own network namespace with the loopback interface up.
  case loopback
  /// The launcher's own network namespace.
  case host
  /// The network namespace that this file names.
  case named(Template)
}

/// Namespaces that stay the host's.
public struct SharedNamespaces: OptionSet, Sendable {
  /// The bits.
  public var rawValue: UInt8

  /// The set with these bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// pid_namespaces(7).
  public static let pid = SharedNamespaces(rawValue: 1)
  /// ipc_namespaces(7).
  public static let ipc = SharedNamespaces(rawValue: 2)
  /// uts_namespaces(7).
  public static let uts = SharedNamespaces(rawValue: 4)
  /// cgroup_namespaces(7).
  public static let cgroup = SharedNamespaces(rawValue: 8)
  /// time_namespaces(7).
  public static let time = SharedNamespaces(rawValue: 16)

  /// The words of the profile language, in order of their bits.
  public static let words: [(word: String, namespace: SharedNamespaces)] = [
    ("pid", .pid), ("ipc", .ipc), ("uts", .uts), ("cgroup", .cgroup), ("time", .time),
  ]
}

/// Whether there is a /proc.
public enum ProcView: UInt8, Equatable, Sendable {
  /// There is none.
  case none = 0
  /// That of the own pid namespace, processes only (`subset=pid`), read-only.
  case own = 1
}

/// Bounds on what one call may use; every one is finite.
public struct Limits: Equatable, Sendable {
  /// Memory of all its processes together, in bytes.
  public var memory: UInt64 = 256 << 20
  /// Processes and threads at one time.
  public var processes: UInt32 = 64
  /// Open descriptors of each process.
  public var openFiles: UInt32 = 256
  /// The largest file that it may write, in bytes.
  public var fileSize: UInt64 = 1 << 30
  /// Processor time of each process, in milliseconds; the kernel counts whole seconds.
  public var cpuTime: UInt64 = 30_000
  /// Standard output and standard error together, in bytes.
  public var output: UInt64 = 16 << 20

  /// The defaults.
  public init() {}
}
