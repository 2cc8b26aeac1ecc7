import SandboxPolicy

/// Policies and hosts to plan with: each policy shows one feature of the language.
enum PlanSamples {
  static let name = OperationName(profile: "sample", operation: "run")

  /// A host that can do everything that the planner asks for.
  static func host(
    root: Bool = true, cgroups: HostFacts.CgroupLayout? = .version2, landlock: Int = 7
  ) -> HostFacts {
    HostFacts(
      user: root ? 0 : 1000, group: root ? 0 : 100, launcher: 4711, cgroups: root ? cgroups : nil, landlock: landlock)
  }

  static func plan(
    _ policy: OperationPolicy, _ words: [String] = [], on host: HostFacts = host()
  ) throws -> Plan {
    try Planner.plan(
      policy, named: name, initFilter: try PolicySamples.filter(9),
      values: try Call.validate(words, policy.arguments), on: host)
  }

  /// The error of a call that can't be planned; nothing where it can.
  static func refusal(
    _ policy: OperationPolicy, _ words: [String] = [], on host: HostFacts = host()
  ) throws -> PlanError? {
    let values = try Call.validate(words, policy.arguments)
    let filter = try PolicySamples.filter(9)
    do throws(PlanError) {
      _ = try Planner.plan(policy, named: name, initFilter: filter, values: values, on: host)
      return nil
    } catch {
      return error
    }
  }

  /// A command without any argument, and nothing granted but its own file.
  static func plain(_ arguments: [Template]? = nil) throws -> OperationPolicy {
    var policy = OperationPolicy(
      name: "run", summary: "A sample",
      entrypoint: .command(arguments: arguments ?? [Template(literal: "/usr/bin/id")]),
      filter: try PolicySamples.filter(3))
    policy.files.devices = [Template(literal: "null")]
    policy.files.grants = [closure("/usr/bin/id")]
    return policy
  }

  static func closure(_ path: String, from source: String? = nil) -> FileGrant {
    FileGrant(
      access: .execute, path: Template(literal: path),
      origin: .closure(source: source ?? path, identity: FileIdentity(device: 1, inode: 2, size: 3, modified: 4)))
  }

  static func grant(_ access: FileAccess, _ path: String) throws -> FileGrant {
    FileGrant(access: access, path: try Template(parsing: path))
  }

  /// An attribute of a bridge is written: one capability, the host's network, a path with a value in it.
  static func bridge() throws -> OperationPolicy {
    var policy = try plain([Template(literal: "/usr/bin/id"), try Template(parsing: "{bridge}")])
    policy.arguments = [ArgumentDeclaration(name: "bridge", type: .interface)]
    policy.identity.user = 0
    policy.capabilities = [.netAdmin]
    policy.network = .host
    policy.files.grants.append(try grant(.write, "/sys/class/net/{bridge}/bridge/multicast_snooping"))
    return policy
  }

  /// Something is mounted for the host to see.
  static func mount() throws -> OperationPolicy {
    var policy = try plain()
    policy.arguments = [ArgumentDeclaration(name: "name", type: .hostname)]
    policy.identity.user = 0
    policy.capabilities = [.sysAdmin]
    policy.files.propagate = [try Template(parsing: "/mnt/{name}"), Template(literal: "/media")]
    return policy
  }

  /// A process of the host gets a signal.
  static func signal() throws -> OperationPolicy {
    var policy = try plain([Template(literal: "/usr/bin/id"), try Template(parsing: "{pid}")])
    policy.arguments = [ArgumentDeclaration(name: "pid", type: .process(executable: "/usr/sbin/dnsmasq"))]
    policy.identity = Identity(user: 7, group: 8, groups: [9, 10])
    policy.capabilities = CapabilitySet(rawValue: 1 << 5)
    policy.shared = [.pid, .ipc, .uts, .cgroup, .time]
    policy.hasInit = false
    return policy
  }

  /// Lists, optional arguments and secrets.
  static func archive() throws -> OperationPolicy {
    var policy = try plain([
      Template(literal: "/usr/bin/id"), try Template(parsing: "{files}"), try Template(parsing: "--to={target}"),
      try Template(parsing: "{quiet}"),
    ])
    let rule = PathRule(under: "/srv/data", kind: .file)
    policy.arguments = [
      ArgumentDeclaration(name: "key", type: .text(max: 64, pattern: nil, leadingDash: false), isSecret: true),
      ArgumentDeclaration(
        name: "target", type: .path(PathRule(under: "/srv/out", kind: .directory)), isOptional: true),
      ArgumentDeclaration(name: "quiet", type: .flag(text: "-q")),
      ArgumentDeclaration(name: "files", type: .list(of: .path(rule), max: 4)),
    ]
    policy.input = .text(try Template(parsing: "{key}\n"))
    policy.environment = [EnvironmentVariable(name: "TARGET", value: try Template(parsing: "{target}"))]
    policy.directory = Template(literal: "/srv")
    policy.files.grants += [try grant(.read, "{files}"), try grant(.write, "{target}")]
    policy.files.temporary = [TemporaryDirectory(path: "/srv", size: 4096)]
    return policy
  }

  /// The operating system as a whole: the command's files are in it already.
  static func system() throws -> OperationPolicy {
    var policy = try plain()
    policy.files.grants = [
      try grant(.execute, "/usr"), try grant(.read, "/etc/hosts"), try grant(.read, "/sys"),
      try grant(.read, "/proc/version"), closure("/usr/bin/id"),
      closure("/lib64/ld-linux-x86-64.so.2", from: "/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2"),
      closure("/opt/lib/libx.so"),
    ]
    policy.files.links = [
      SymbolicLink(path: "/bin", target: "usr/bin"), SymbolicLink(path: "/lib64", target: "usr/lib64"),
    ]
    policy.files.temporary = [TemporaryDirectory(path: "/tmp", size: 16 << 20)]
    policy.output = .none
    policy.success = [0, 3]
    return policy
  }
}
