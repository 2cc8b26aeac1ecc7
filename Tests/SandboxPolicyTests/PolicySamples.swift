import SandboxPolicy

/// Policies to test with.
enum PolicySamples {
  struct NoFilter: Error {}

  static func filter(_ count: Int = 3) throws -> SeccompFilter {
    guard let filter = SeccompFilter(bytes: (0..<count * 8).map { UInt8(truncatingIfNeeded: $0) }) else {
      throw NoFilter()
    }
    return filter
  }

  /// The least that a policy can be, so that every bit of it can be turned in a short time.
  static func smallest() -> Policy {
    guard let filter = SeccompFilter(bytes: [6, 0, 0, 0, 0, 0, 0xFF, 0x7F]) else { preconditionFailure() }
    let operation = OperationPolicy(
      name: "a", summary: "b", entrypoint: .command(arguments: [Template(literal: "/bin/true")]), filter: filter)
    return Policy(
      profile: "p", summary: "s", architecture: .host, sources: [], initFilter: filter, operations: [operation])
  }

  /// A policy in which no field has its default and every case of every choice occurs; its filters are short where
  /// every byte of it is to be damaged in turn.
  static func everything(filters: Int = 2) throws -> Policy {
    var operation = OperationPolicy(
      name: "everything", summary: "Größe, 数",
      entrypoint: .command(arguments: [
        Template(literal: "/usr/sbin/ip"), try Template(parsing: "{interface}"), try Template(parsing: "a{{{text}}}b"),
        Template(literal: ""),
      ]),
      filter: try filter(filters))
    operation.callers = [.any, .user(0), .user(65534), .group(4_294_967_294)]
    operation.arguments = try arguments()
    operation.input = .text(try Template(parsing: "{text}\n"))
    operation.output = .none
    operation.environment = [
      EnvironmentVariable(name: "PATH", value: Template(literal: "/usr/bin")),
      EnvironmentVariable(name: "HTTP_PROXY", value: try Template(parsing: "{text}")),
    ]
    operation.directory = try Template(parsing: "/srv/{text}")
    operation.identity = Identity(user: 0, group: 7, groups: [1, 2, 3])
    operation.capabilities = [.netAdmin, .sysAdmin, CapabilitySet(rawValue: 1 << 63)]
    operation.network = .named(try Template(parsing: "/run/netns/{text}"))
    operation.shared = [.pid, .time]
    operation.files = try files()
    operation.proc = .own
    operation.limits.memory = .max
    operation.limits.processes = 1
    operation.limits.openFiles = 2
    operation.limits.fileSize = 3
    operation.limits.cpuTime = 4
    operation.limits.output = 5
    operation.timeout = 86_400_000
    operation.success = [0, 1, 123]
    operation.hasInit = false
    operation.missingCommand = MissingCommand(command: "/usr/sbin/ip", need: "libmnl.so.0")

    var function = OperationPolicy(
      name: "function", summary: "",
      entrypoint: .function(
        name: "writeFile", helper: "/usr/libexec/helper",
        input: [NamedTemplate(name: "path", template: try Template(parsing: "/sys/{interface}"))]),
      filter: try filter(filters + 1))
    function.input = .caller
    function.network = .host
    function.identity.user = 1
    var plain = OperationPolicy(
      name: "plain", summary: "x", entrypoint: .function(name: "f", helper: nil, input: []), filter: try filter(1))
    plain.network = .loopback
    plain.identity.group = 1
    plain.missingCommand = MissingCommand(command: "/usr/bin/ping")
    let identity = FileIdentity(device: .max, inode: 1, size: -1, modified: .min)
    return Policy(
      profile: "sample", summary: "A sample", architecture: .host,
      sources: [
        SourceFile(path: "/etc/sandbox-run/profiles/sample.yaml", identity: identity),
        SourceFile(path: "/etc/passwd", identity: FileIdentity(device: 1, inode: 2, size: 3, modified: 4)),
      ],
      initFilter: try filter(9), operations: [operation, function, plain])
  }

  private static func arguments() throws -> [ArgumentDeclaration] {
    let types: [ArgumentType] = [
      .interface, .integer(min: .min, max: .max), .oneOf(["up", "down", ""]),
      .text(max: 64, pattern: try Pattern("[a-z]+é*"), leadingDash: true),
      .text(max: 0, pattern: nil, leadingDash: false),
      .path(PathRule(under: "/srv", kind: .blockDevice, existence: .notExist)),
      .path(PathRule(under: "/", kind: .socket, existence: .either)), .address, .network, .mac, .port, .hostname, .uuid,
      .size, .duration, .signal, .user, .group, .process(executable: "/usr/sbin/dnsmasq"), .flag(text: "--force"),
      .list(of: .text(max: 1, pattern: try Pattern("a"), leadingDash: false), max: 16),
    ]
    var declarations = types.enumerated().map { ArgumentDeclaration(name: "a\($0)", type: $1) }
    declarations[0].isOptional = true
    declarations[1].defaultValue = "-5"
    declarations[2].defaultValue = ""
    declarations[3].isSecret = true
    return declarations
  }

  private static func files() throws -> FileView {
    var view = FileView()
    let identity = FileIdentity(device: 1, inode: 2, size: 3, modified: 4)
    view.grants = [
      FileGrant(access: .read, path: Template(literal: "/etc/hosts")),
      FileGrant(access: .write, path: try Template(parsing: "/srv/{text}")),
      FileGrant(
        access: .execute, path: Template(literal: "/lib64/ld-linux-x86-64.so.2"),
        origin: .closure(source: "/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2", identity: identity)),
    ]
    view.links = [SymbolicLink(path: "/bin", target: "usr/bin")]
    view.temporary = [TemporaryDirectory(path: "/tmp", size: 16 << 20)]
    view.propagate = [try Template(parsing: "/mnt/{text}")]
    view.devices = [Template(literal: "null"), try Template(parsing: "loop{text}")]
    return view
  }
}
