import Foundation
import Glibc
import Testing

/// What an ordinary user may run without the daemon: operations that need no privilege of the host.
@Suite("rootless", .asRoot, .needs("/usr/bin/setpriv"))
struct RootlessTests {
  private static let user: UInt32 = 65534
  private static let wrapper = [
    "/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all",
    "--",
  ]

  /// A place whose profiles, policies and audit file are the user's own.
  private func with<Result>(_ operations: Operation..., body: (Sandbox) throws -> Result) throws -> Result {
    try Sandbox.with { sandbox in
      try sandbox.write(operations)
      for path in [sandbox.profiles, sandbox.profiles + "/test.yaml", sandbox.policies] {
        unsafe chown(path, Self.user, Self.user)
      }
      try sandbox.put([], at: sandbox.audit)
      unsafe chown(sandbox.audit, Self.user, Self.user)
      return try body(sandbox)
    }
  }

  @Test("rootless: an operation without host privilege runs in a user namespace, with everything else that holds")
  func runs() throws {
    let keys = "files: { temporary: { \"/tmp\": 1MiB } }\nproc: own"
    try with(.report(keys: keys), Operation("sleep", "sleep", "60", keys: keys)) { sandbox in
      let inside = try report(of: sandbox.run("report", under: Self.wrapper))
      for set in ["effective", "permitted", "inheritable", "bounding", "ambient"] {
        #expect(inside["capabilities"]?[set]?.numbers == [], "\(set)")
      }
      #expect(inside["capabilities"]?["no_new_privs"]?.number == 1)
      #expect(inside["capabilities"]?["seccomp"]?.number == 2)
      #expect(inside["descriptors"]?.list?.compactMap { $0["descriptor"]?.number } == [0, 1, 2])
      let staying = try sandbox.stay("sleep", under: Self.wrapper)
      for name in ["mnt", "net", "pid", "ipc", "uts", "cgroup", "user"] {
        #expect(Host.namespace(name, of: String(staying.command)) != Host.namespace(name), "\(name)")
      }
      #expect(Host.status(staying.command, "Uid")?.split(separator: "\t").allSatisfy { $0 == "65534" } == true)
      let files = staying.view().filter { $0.value == "file" }
      #expect(files == [sandbox.probe: "file"])
    }
  }

  @Test(
    "rootless: what needs the host's privilege is refused, and the message says what is missing",
    arguments: [
      ("capabilities: [net_admin]", "net_admin"), ("user: root", "uid 0"), ("group: daemon", "gid 1"),
      ("network: { namespace: /run/netns/some }", "network namespace"),
      ("capabilities: [sys_admin]\nfiles: { propagate: [/mnt] }", "sys_admin"),
    ])
  func refuses(keys: String, missing: String) throws {
    try with(Operation("exit", "exit", "0", keys: keys)) { sandbox in
      expectNotRun(try sandbox.run("exit", under: Self.wrapper), 126, naming: missing, in: sandbox)
    }
  }

  @Test("rootless: profiles of another ordinary user are not used, those of root are")
  func owners() throws {
    try with(Operation("exit", "exit", "4")) { sandbox in
      expectRan(try sandbox.run("exit", under: Self.wrapper), 4)
      unsafe chown(sandbox.profiles + "/test.yaml", 1, 1)
      #expect(try sandbox.run("exit", under: Self.wrapper).status == 125)
      unsafe chown(sandbox.profiles + "/test.yaml", 0, 0)
      unsafe chown(sandbox.profiles, 0, 0)
      expectRan(try sandbox.run("exit", under: Self.wrapper), 4)
      // And root does not use an ordinary user's.
      unsafe chown(sandbox.profiles + "/test.yaml", Self.user, Self.user)
      #expect(try sandbox.run("exit").status == 125)
    }
  }

  @Test("rootless: nothing survives, whatever ends the launcher", arguments: [SIGTERM, SIGKILL])
  func nothingSurvives(signal: Int32) throws {
    try with(
      Operation(
        "daemonize", "daemonize", "$OUT/heartbeat", "stay",
        keys: "files: { write: [\"$OUT\"] }\nsyscalls: [\"@command\", setsid]")
    ) { sandbox in
      let before = HostState.now()
      let staying = try sandbox.stay("daemonize", under: Self.wrapper)
      staying.running.signal(signal)
      _ = try staying.running.wait()
      #expect(Host.settles { sandbox.processes.isEmpty }, "\(sandbox.processes)")
      #expect(before.returns())
    }
  }

  @Test("rootless: limits and time-out hold")
  func limits() throws {
    try with(
      Operation("late", "sleep", "60", keys: "timeout: 200ms"),
      Operation("files", "open-many", "5000", keys: "limits: { open-files: 16 }"),
      Operation("memory", "allocate", "536870912")
    ) { sandbox in
      #expect(try sandbox.run("late", under: Self.wrapper).status == 124)
      let files = try sandbox.run("files", under: Self.wrapper)
      #expect(files.json?["open"]?.number == 13, "\(files)")
      let memory = try sandbox.run("memory", under: Self.wrapper)
      #expect(memory.status == 137 || memory.json?["result"]?.text == "ENOMEM", "\(memory.status) \(memory.text)")
    }
  }

  @Test("rootless: a path that the caller may not reach himself stays out of reach")
  func reach() throws {
    try with(Operation("read", "read", "/etc/shadow", keys: "files: { read: [/etc/shadow] }")) { sandbox in
      let ended = try sandbox.run("read", under: Self.wrapper)
      #expect(ended.status != 0)
      #expect(ended.output.isEmpty)
    }
  }

  @Test("rootless: the audit record names the caller")
  func audited() throws {
    try with(Operation("exit", "exit", "0")) { sandbox in
      expectRan(try sandbox.run("exit", under: Self.wrapper))
      #expect(sandbox.records.map { $0["event"]?.text } == ["granted", "ended"])
      #expect(sandbox.records.first?["caller"]?["uid"]?.number == Int(Self.user))
    }
  }
}
