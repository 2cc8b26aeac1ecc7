import Testing

@testable import SandboxPolicy

@Suite("The file view of one call")
struct FilePlanTests {
  private func binds(_ policy: OperationPolicy, _ words: [String] = []) throws -> [BindMount] {
    try PlanSamples.plan(policy, words).steps.compactMap { if case .bind(let bind) = $0 { bind } else { nil } }
  }

  private func names(_ policy: OperationPolicy, _ words: [String] = []) throws -> [String] {
    GoldenPlan.names(try PlanSamples.plan(policy, words))
  }

  @Test("a path that a caller gives is opened beneath its directory, without a symbolic link")
  func beneath() throws {
    var policy = try PlanSamples.plain()
    policy.arguments = [
      ArgumentDeclaration(name: "disk", type: .path(PathRule(under: "/srv/disks", kind: .blockDevice)))
    ]
    policy.files.grants = [try PlanSamples.grant(.write, "{disk}"), try PlanSamples.grant(.read, "{disk}/meta")]
    #expect(
      try binds(policy, ["/srv/disks/a/b"]) == [
        BindMount(
          source: .beneath(root: "/srv/disks", relative: "a/b", kind: .blockDevice), path: "/srv/disks/a/b",
          access: .write),
        BindMount(
          source: .beneath(root: "/srv/disks", relative: "a/b/meta", kind: .any), path: "/srv/disks/a/b/meta",
          access: .read),
      ])
  }

  @Test("a path beneath the root directory keeps its first letter")
  func beneathRoot() throws {
    var policy = try PlanSamples.plain()
    policy.arguments = [ArgumentDeclaration(name: "file", type: .path(PathRule(under: "/", kind: .file)))]
    policy.files.grants = [try PlanSamples.grant(.read, "{file}")]
    let source = BindSource.beneath(root: "/", relative: "etc/hosts", kind: .file)
    #expect(try binds(policy, ["/etc/hosts"]) == [BindMount(source: source, path: "/etc/hosts", access: .read)])
    #expect(source.path == "/etc/hosts")
    // The call's own /sys and not the host's, though the profile does not name it.
    #expect(try names(policy, ["/sys/kernel/uevent_seqnum"]).contains("mount-own-sys"))
    #expect(try names(policy, ["/proc/version"]).contains("mount-own-proc"))
    #expect(try !names(policy, ["/etc/hosts"]).contains("mount-own-sys"))
  }

  @Test("a path that may be missing can't be mounted")
  func mayBeMissing() throws {
    for existence in [PathRule.Existence.either, .notExist] {
      var policy = try PlanSamples.plain()
      policy.arguments = [
        ArgumentDeclaration(name: "file", type: .path(PathRule(under: "/srv", existence: existence)))
      ]
      policy.files.grants = [try PlanSamples.grant(.read, "{file}")]
      #expect(try PlanSamples.refusal(policy, ["/srv/a"]) == .path("/srv/a"))
    }
  }

  @Test(
    "whoever reads of /sys or /proc reads the call's own",
    arguments: [
      ("/sys", true, false), ("/sys/class/net", true, false), ("/proc", false, true), ("/proc/sys", false, true),
      ("/system", false, false), ("/srv/sys", false, false),
    ])
  func ownFileSystems(path: String, sys: Bool, proc: Bool) throws {
    var policy = try PlanSamples.plain()
    policy.files.grants.append(try PlanSamples.grant(.read, path))
    let names = try names(policy)
    #expect(names.contains("mount-own-sys") == sys)
    #expect(names.contains("mount-own-proc") == proc)
  }

  @Test("a file of the command is mounted as it was when the policy was made")
  func pinned() throws {
    var policy = try PlanSamples.plain()
    policy.files.grants = [
      try PlanSamples.grant(.execute, "/usr/bin/id"), PlanSamples.closure("/usr/bin/id", from: "/usr/bin/real-id"),
    ]
    let identity = FileIdentity(device: 1, inode: 2, size: 3, modified: 4)
    #expect(
      try binds(policy) == [
        BindMount(
          source: .file(path: "/usr/bin/real-id", identity: identity), path: "/usr/bin/id", access: .execute)
      ])
    policy.files.grants.reverse()
    #expect(try binds(policy).first?.source == .file(path: "/usr/bin/real-id", identity: identity))
  }

  @Test("only a directory that may be executed covers the files of the command")
  func coverage() throws {
    var policy = try PlanSamples.plain()
    policy.files.grants = [try PlanSamples.grant(.read, "/usr"), PlanSamples.closure("/usr/bin/id")]
    #expect(try binds(policy).map(\.path) == ["/usr", "/usr/bin/id"])
    policy.files.grants[0].access = .execute
    #expect(try binds(policy).map(\.path) == ["/usr"])
    // /usr-local is no part of /usr.
    policy.files.grants.append(PlanSamples.closure("/usr-local/id"))
    #expect(try binds(policy).map(\.path) == ["/usr", "/usr-local/id"])
  }

  @Test("a link leads to the directory that covers a file, and only to that one")
  func links() throws {
    var policy = try PlanSamples.plain()
    policy.files.grants = [
      try PlanSamples.grant(.execute, "/usr"), PlanSamples.closure("/lib/libc.so.6"), PlanSamples.closure("/opt/x"),
    ]
    #expect(try binds(policy).map(\.path) == ["/lib/libc.so.6", "/opt/x", "/usr"])
    for target in ["usr/lib", "/usr/lib"] {
      policy.files.links = [SymbolicLink(path: "/lib", target: target)]
      #expect(try binds(policy).map(\.path) == ["/opt/x", "/usr"])
    }
  }

  @Test("a directory comes right before what is in it, whatever letters the names begin with")
  func order() throws {
    var policy = try PlanSamples.plain()
    policy.files.grants = try ["/a-b", "/a/b", "/a", "/a!/c", "/a/b/c", "/a.d", "/B"].map {
      try PlanSamples.grant(.read, $0)
    }
    #expect(try binds(policy).map(\.path) == ["/B", "/a", "/a/b", "/a/b/c", "/a!/c", "/a-b", "/a.d"])
  }

  @Test("names that are equal to a reader and not to the kernel are two")
  func bytes() throws {
    var policy = try PlanSamples.plain()
    policy.files.grants = [
      try PlanSamples.grant(.read, "/srv/caf\u{E9}"), try PlanSamples.grant(.write, "/srv/cafe\u{301}"),
    ]
    #expect(try binds(policy).map { Array($0.path.utf8).count } == [11, 10])
  }

  @Test("an optional argument that is left out leaves out its device, its grant and its propagation")
  func optional() throws {
    var policy = try PlanSamples.mount()
    policy.arguments = [ArgumentDeclaration(name: "name", type: .hostname, isOptional: true)]
    policy.files.grants.append(try PlanSamples.grant(.read, "/srv/{name}"))
    policy.files.devices.append(try Template(parsing: "{name}"))
    let without = try names(policy)
    let with = try names(policy, ["loop0"])
    for step in ["keep-propagation", "propagate", "bind", "bind-device"] {
      let (less, more) = (without.filter { $0 == step }.count, with.filter { $0 == step }.count)
      #expect(more == less + 1, "\(step)")
    }
  }

  @Test("Landlock allows what is mounted, and nothing else")
  func landlock() throws {
    let plan = try PlanSamples.plan(try PlanSamples.system())
    let rules = plan.steps.compactMap { step -> LandlockRules? in
      if case .restrictFiles(let rules) = step { rules } else { nil }
    }
    #expect(
      rules == [
        LandlockRules(
          version: 7,
          rules: [
            .init(path: "/dev/null", access: .write), .init(path: "/etc/hosts", access: .read),
            .init(path: "/opt/lib/libx.so", access: .execute), .init(path: "/proc/version", access: .read),
            .init(path: "/sys", access: .read), .init(path: "/tmp", access: .write),
            .init(path: "/usr", access: .execute),
          ], refusesTCP: true, keepsSignals: true)
      ])
  }

  @Test("Landlock is asked for no more than its version knows and the policy allows")
  func landlockVersions() throws {
    func rules(_ version: Int, _ change: (inout OperationPolicy) -> Void = { _ in }) throws -> LandlockRules? {
      var policy = try PlanSamples.plain()
      change(&policy)
      for case .restrictFiles(let rules) in try PlanSamples.plan(policy, on: PlanSamples.host(landlock: version)).steps
      {
        return rules
      }
      return nil
    }
    #expect(try rules(0) == nil)
    #expect(try [rules(3)?.refusesTCP, rules(4)?.refusesTCP] == [false, true])
    #expect(try [rules(5)?.keepsSignals, rules(6)?.keepsSignals] == [false, true])
    #expect(try rules(7) { $0.network = .loopback }?.refusesTCP == false)
    #expect(try rules(7) { $0.shared = [.pid] }?.keepsSignals == false)
  }
}
