import Foundation
import Testing

/// Promise 2: exactly the declared capabilities, no_new_privs, seccomp, the declared paths and no others, descriptors
/// 0–2 only.
@Suite("nothing-extra", .asRoot)
struct NothingExtraTests {
  private static let sets = ["effective", "permitted", "inheritable", "bounding", "ambient"]
  private static let fields = ["CapEff", "CapPrm", "CapInh", "CapBnd", "CapAmb"]

  @Test(
    "nothing-extra: all five capability sets are exactly the declared ones",
    arguments: [
      ("", []), ("capabilities: [net_admin]", [Capability.netAdmin]),
      ("user: root", []), ("user: root\ncapabilities: [chown, sys_admin]", [Capability.chown, Capability.sysAdmin]),
      ("user: daemon\ngroup: daemon\ncapabilities: [chown]", [Capability.chown]),
    ])
  func capabilities(keys: String, expected: [Int]) throws {
    try Sandbox.with(.report(keys: keys), Operation("sleep", "sleep", "60", keys: keys)) { sandbox in
      let inside = try #require(try report(of: sandbox.run("report"))["capabilities"])
      for set in Self.sets { #expect(inside[set]?.numbers == expected, "\(set)") }
      #expect(inside["no_new_privs"]?.number == 1)
      #expect(inside["seccomp"]?.number == 2)

      // The same, as the kernel tells it to the host.
      let staying = try sandbox.stay("sleep")
      let mask = expected.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
      for field in Self.fields {
        #expect(Host.status(staying.command, field).flatMap { UInt64($0, radix: 16) } == mask, "\(field)")
      }
      #expect(Host.status(staying.command, "NoNewPrivs") == "1")
      #expect(Host.status(staying.command, "Seccomp") == "2")
    }
  }

  @Test("nothing-extra: the launcher's own pid 1 has no capability, no_new_privs and a filter, too")
  func initProcess() throws {
    try Sandbox.with(Operation("sleep", "sleep", "60", keys: "capabilities: [net_admin]")) { sandbox in
      let staying = try sandbox.stay("sleep")
      let one = staying.initProcess
      #expect(one != staying.running.pid, "there is no init")
      for field in ["CapPrm", "CapEff", "CapBnd", "CapAmb", "CapInh"] {
        #expect(Host.status(one, field).flatMap { UInt64($0, radix: 16) } == 0, "\(field)")
      }
      #expect(Host.status(one, "NoNewPrivs") == "1")
      #expect(Host.status(one, "Seccomp") == "2")
      #expect(Host.names(in: "/proc/\(one)/fd").count <= 4, "\(Host.names(in: "/proc/\(one)/fd"))")
    }
  }

  @Test("nothing-extra: the view holds the declared paths, the command and the default devices, and no others")
  func view() throws {
    let keys = """
      files: { read: [/etc/hostname], write: ["$OUT"], temporary: { "/tmp": 1MiB } }
      """
    try Sandbox.with(Operation("sleep", "sleep", "60", keys: keys)) { sandbox in
      try sandbox.put(Array("x".utf8), at: sandbox.out + "/inner")
      let staying = try sandbox.stay("sleep")
      var expected: [String: String] = [
        "/etc": "directory", "/etc/hostname": "file", "/tmp": "directory", "/dev": "directory", "/run": "directory",
        sandbox.directory: "directory", sandbox.directory + "/programs": "directory", sandbox.probe: "file",
        sandbox.out: "directory", sandbox.out + "/inner": "file",
      ]
      for name in ["null", "zero", "full", "random", "urandom"] { expected["/dev/" + name] = "character-device" }
      #expect(staying.view() == expected)
      #expect(Host.names(in: "/proc/\(staying.command)/root/proc").isEmpty)
    }
  }

  @Test("nothing-extra: with only a command, nothing but it and the devices exists")
  func emptyView() throws {
    try Sandbox.with(Operation("sleep", "sleep", "60", keys: "files: { devices: [] }")) { sandbox in
      let staying = try sandbox.stay("sleep")
      let files = staying.view().filter { $0.value != "directory" }
      #expect(files == [sandbox.probe: "file"])
    }
  }

  @Test("nothing-extra: descriptors 0 to 2 and no other, whatever the caller has open")
  func descriptors() throws {
    try Sandbox.with(.report(parts: "descriptors")) { sandbox in
      let wrapper = [sandbox.probe, "as", "inherit=4", "open=5:/", "open=77:/etc/passwd", "inherit=1500", "--"]
      let open = try #require(try report(of: sandbox.run("report", under: wrapper))["descriptors"]?.list)
      #expect(open.compactMap { $0["descriptor"]?.number } == [0, 1, 2])
      #expect(!open.contains { $0["kind"]?.text == "directory" })
    }
  }

  @Test("nothing-extra: the environment is PATH only, and the working directory the new root")
  func surroundings() throws {
    try Sandbox.with(.report(parts: "environment", "directory", "host", "identity")) { sandbox in
      let wrapper = [sandbox.probe, "as", "environment=SECRET=1", "environment=LD_PRELOAD=/x", "--"]
      let inside = try report(of: sandbox.run("report", under: wrapper))
      let variables = try #require(inside["environment"]?.texts)
      #expect(variables.count == 1 && variables[0].hasPrefix("PATH="), "\(variables)")
      #expect(inside["directory"]?.text == "/")
      #expect(inside["host"]?.text != Host.text("/proc/sys/kernel/hostname").trimmingCharacters(in: .newlines))
      #expect(inside["identity"]?["groups"]?.numbers == [])
    }
  }

  @Test("nothing-extra: no network but an own, empty one; loopback only where it is declared")
  func network() throws {
    let calls = "syscalls: [\"@command\", socket, ioctl, bind, listen, getsockname, connect]"
    try Sandbox.with(
      Operation("none", "interfaces", keys: calls),
      Operation("loopback", "interfaces", keys: "network: loopback\n\(calls)"),
      Operation("listen", "listen", keys: "network: loopback\n\(calls)"),
      Operation("listen-none", "listen", keys: calls)
    ) { sandbox in
      let none = try report(of: sandbox.run("none"))
      for (name, state) in try #require(none.members) { #expect(state["up"]?.flag == false, "\(name)") }
      #expect(none["eth0"] == nil)
      let loopback = try report(of: sandbox.run("loopback"))
      #expect(loopback["lo"]?["up"]?.flag == true)
      #expect(try report(of: sandbox.run("listen"))["result"]?.number == 0)
      #expect(try report(of: sandbox.run("listen-none"))["result"]?.text != nil)
    }
  }

  @Test("nothing-extra: a dynamic command finds its loader and libraries, and no others")
  func closure() throws {
    try Sandbox.with(
      Operation("env", command: ["/usr/bin/env"]),
      Operation("cat", command: ["/usr/bin/cat", "/etc/passwd"])
    ) { sandbox in
      let ended = try sandbox.run("env")
      expectRan(ended)
      #expect(ended.text.hasPrefix("PATH=") && ended.text.split(separator: "\n").count == 1, "\(ended.text)")
      let cat = try sandbox.run("cat")
      expectRan(cat, 1)
      #expect(cat.message.contains("No such file"), "\(cat.message)")
    }
  }
}
