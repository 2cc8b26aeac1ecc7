import SandboxPolicy
import Testing

@Suite("Calls that can't be planned")
struct PlannerRefusalTests {
  private static let text = ArgumentType.text(max: 4096, pattern: nil, leadingDash: true)

  private func policy(_ change: (inout OperationPolicy) throws -> Void) throws -> OperationPolicy {
    var policy = try PlanSamples.plain()
    policy.arguments = [
      ArgumentDeclaration(name: "x", type: Self.text),
      ArgumentDeclaration(name: "y", type: Self.text, isOptional: true),
    ]
    try change(&policy)
    return policy
  }

  private static let crooked = [
    "..", ".", "a/../b", "../../etc/shadow", "a//b", "a/", "/a", "a/.", String(repeating: "n", count: 256),
  ]

  @Test("a value makes no path that is not normal, wherever the path stands", arguments: crooked)
  func paths(value: String) throws {
    let policies = [
      try policy { $0.files.grants.append(try PlanSamples.grant(.read, "/srv/{x}")) },
      try policy { $0.files.propagate = [try Template(parsing: "/srv/{x}")] },
      try policy { $0.directory = try Template(parsing: "/srv/{x}") },
      try policy { $0.network = .named(try Template(parsing: "/srv/{x}")) },
    ]
    for policy in policies { #expect(try PlanSamples.refusal(policy, ["--x", value]) == .path("/srv/\(value)")) }
    let device = try policy { $0.files.devices.append(try Template(parsing: "{x}")) }
    #expect(try PlanSamples.refusal(device, ["--x", value]) == .path("/dev/\(value)"))
  }

  @Test("a path that is too long for the kernel is refused")
  func longPath() throws {
    let policy = try policy { $0.files.grants.append(try PlanSamples.grant(.read, "/srv/{x}")) }
    let value = Array(repeating: "component", count: 410).joined(separator: "/")
    #expect(try PlanSamples.refusal(policy, ["--x", String(value.prefix(4089)) + "n"]) == nil)
    #expect(try PlanSamples.refusal(policy, ["--x", String(value.prefix(4089)) + "nn"]) != nil)
  }

  @Test("two different things at one place are the profile's mistake")
  func conflicts() throws {
    let policies: [(String, OperationPolicy)] = [
      (
        "/srv/a",
        try policy {
          $0.files.grants += [try PlanSamples.grant(.read, "/srv/a"), try PlanSamples.grant(.write, "/srv/a")]
        }
      ),
      ("/usr/bin/id", try policy { $0.files.grants.append(try PlanSamples.grant(.write, "/usr/bin/id")) }),
      (
        "/proc",
        try policy {
          $0.proc = .own
          $0.files.temporary = [TemporaryDirectory(path: "/proc", size: 4096)]
        }
      ),
      ("/dev/null", try policy { $0.files.grants.append(try PlanSamples.grant(.write, "/dev/null")) }),
      (
        "/media",
        try policy {
          $0.files.propagate = [Template(literal: "/media")]
          $0.files.grants.append(try PlanSamples.grant(.read, "/media"))
        }
      ),
      (
        "/bin",
        try policy {
          $0.files.links = [SymbolicLink(path: "/bin", target: "a"), SymbolicLink(path: "/bin", target: "b")]
        }
      ),
    ]
    for (path, policy) in policies {
      let error = try PlanSamples.refusal(policy, ["--x", "a"])
      #expect(error == .conflict(path: path))
      #expect(error?.isRefusal == false)
    }
  }

  @Test("values that put one thing over another are refused, and the profile is not blamed")
  func overlaps() throws {
    let twice = try policy {
      $0.files.grants += [try PlanSamples.grant(.read, "/srv/{x}"), try PlanSamples.grant(.write, "/srv/{y}")]
    }
    #expect(try PlanSamples.refusal(twice, ["a", "b"]) == nil)
    let error = try PlanSamples.refusal(twice, ["a", "a"])
    #expect(error == .overlap(path: "/srv/a"))
    #expect(error?.isRefusal == true)

    let hiding = try policy {
      $0.files.grants.append(try PlanSamples.grant(.read, "/usr/{x}"))
    }
    #expect(try PlanSamples.refusal(hiding, ["bin"]) == .overlap(path: "/usr/bin"))
    #expect(try PlanSamples.refusal(hiding, ["lib"]) == nil)

    let more = try policy { $0.files.grants.append(try PlanSamples.grant(.write, "/usr/bin/{x}")) }
    #expect(try PlanSamples.refusal(more, ["id"]) == .overlap(path: "/usr/bin/id"))
    // To read what may be executed already is nothing more.
    let less = try policy { $0.files.grants.append(try PlanSamples.grant(.read, "/usr/bin/{x}")) }
    #expect(try PlanSamples.refusal(less, ["id"]) == nil)
    #expect(
      try PlanSamples.plan(less, ["id"]).steps.contains { $0.order.contains("/usr/bin/id read-only, nosuid, nodev,") }
        == false)
  }

  @Test("a function is left to the daemon")
  func function() throws {
    let policy = try policy { $0.entrypoint = .function(name: "writeFile", helper: nil, input: []) }
    let error = try PlanSamples.refusal(policy, ["a"])
    #expect(error == .needsDaemon(function: "writeFile"))
    #expect(error?.isRefusal == true)
  }

  @Test("root without cgroups is told where they have to be")
  func noCgroups() throws {
    let error = try PlanSamples.refusal(try PlanSamples.plain(), on: PlanSamples.host(cgroups: nil))
    #expect(error == .noCgroups)
    #expect(error?.isRefusal == false)
  }

  @Test("text for standard input is left out, not cut, where an argument of it is")
  func absentInput() throws {
    var policy = try PlanSamples.plain()
    let type = ArgumentType.text(max: 64, pattern: nil, leadingDash: false)
    policy.arguments = [ArgumentDeclaration(name: "key", type: type, isOptional: true, isSecret: true)]
    policy.input = .text(try Template(parsing: "key={key}\n"))
    #expect(try PlanSamples.plan(policy).input == .text("", isSecret: true))
    #expect(try PlanSamples.plan(policy, ["x"]).input == .text("key=x\n", isSecret: true))
  }

  @Test("text for standard input is what a pipe holds, and no byte more")
  func input() throws {
    let fixed = try policy { $0.input = .text(Template(literal: String(repeating: "a", count: 65_536))) }
    #expect(try PlanSamples.refusal(fixed, ["a"]) == nil)
    let long = try policy { $0.input = .text(try Template(parsing: String(repeating: "a", count: 65_535) + "{x}")) }
    #expect(try PlanSamples.refusal(long, ["b"]) == nil)
    #expect(try PlanSamples.refusal(long, ["é"]) == .inputTooLong(bytes: 65_537))
  }

  @Test("the largest numbers that a policy can hold make a plan")
  func extremes() throws {
    let policy = try policy {
      $0.limits.processes = .max
      $0.limits.cpuTime = .max
      $0.limits.memory = .max
      $0.limits.output = .max
      $0.timeout = .max
    }
    let lines = try PlanSamples.plan(policy, ["a"]).text
    #expect(lines.contains("at most 4294967295 processes\n"))
    #expect(lines.contains("limit CPU to 18446744073709552\n"))
    let rootless = try PlanSamples.plan(policy, ["a"], on: PlanSamples.host(root: false)).text
    #expect(rootless.contains("limit NPROC to 4294967296\n"))
  }

  @Test("each error is one line that says what to do")
  func descriptions() {
    let errors: [(PlanError, String)] = [
      (
        .needsDaemon(function: "f"),
        "runs the function f, which only the daemon sandboxd can call; start it, or use an operation with run"
      ),
      (.needsRoot(["uid 0", "b"]), "needs uid 0, b, which only root can give; run it as root"),
      (.path("/a/../\u{202E}"), "the arguments make the path \"/a/../\\u{202e}\", which is not normal"),
      (.conflict(path: "/a"), "/a would be two different things inside; mend the profile"),
      (
        .overlap(path: "/a\n"),
        "the arguments put something at \"/a\\n\" that would hide or contradict what else is there"
      ),
      (.inputTooLong(bytes: 65_537), "standard input would be 65537 bytes long; at most 65536 fit"),
      (
        .noCgroups,
        "memory and processes can't be limited: mount cgroup2 with the controllers memory and pids on "
          + "/sys/fs/cgroup, or cgroup version 1 on /sys/fs/cgroup/memory and /sys/fs/cgroup/pids"
      ),
    ]
    for (error, text) in errors { #expect(error.description == text) }
  }
}
