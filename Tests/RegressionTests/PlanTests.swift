import Foundation
import Testing

/// `--plan` runs nothing and says exactly what a run will enforce; a probe inside confirms it.
@Suite("plan", .asRoot)
struct PlanTests {
  private static let keys = """
    files: { read: [/etc/hostname], write: ["$OUT"], execute: [/usr/bin/true], temporary: { "/tmp": 1MiB } }
    proc: own
    network: loopback
    user: daemon
    group: daemon
    groups: [adm]
    capabilities: [net_admin]
    limits: { open-files: 99, file-size: 2MiB }
    """

  private func steps(_ ended: Ended) throws -> [JSON] {
    #expect(ended.status == 0, "\(ended.message)")
    return try #require(ended.json?["steps"]?.list, "\(ended.text)")
  }

  @Test("plan: nothing is run, made or recorded")
  func runsNothing() throws {
    try Sandbox.with(.mark(keys: "arguments: { link: interface }\nenvironment: { LINK: \"{link}\" }")) { sandbox in
      try sandbox.run("mark", "br0")
      #expect(sandbox.takeMark())
      let records = sandbox.records.count
      let before = HostState.now()
      for options in [["--plan"], ["--plan", "--json"]] {
        let ended = try sandbox.run("mark", "br0", options: options)
        #expect(ended.status == 0, "\(ended.message)")
        #expect(ended.text.contains("test/mark"))
        #expect(!sandbox.takeMark())
      }
      #expect(sandbox.records.count == records)
      #expect(HostState.now() == before)
      let refused = try sandbox.run("mark", "b/0", options: ["--plan"])
      #expect(refused.status == 126)
      #expect(refused.output.isEmpty)
    }
  }

  @Test("plan: identity, capabilities, limits and command are those that the probe finds")
  func confirmed() throws {
    try Sandbox.with(.report(keys: Self.keys)) { sandbox in
      let steps = try steps(sandbox.run("report", options: ["--plan", "--json"]))
      let inside = try report(of: sandbox.run("report"))
      func step(_ name: String) -> JSON? { steps.first { $0["step"]?.text == name } }

      let identity = try #require(step("set-identity"))
      #expect(inside["identity"]?["uid"]?.numbers?.first == identity["user"]?.number)
      #expect(inside["identity"]?["gid"]?.numbers?.first == identity["group"]?.number)
      #expect(inside["identity"]?["groups"] == identity["groups"])
      #expect(step("set-capabilities")?["capabilities"]?.texts == ["net_admin"])
      #expect(inside["capabilities"]?["effective"]?.numbers == [Capability.netAdmin])
      for limit in steps where limit["step"]?.text == "limit" {
        let name = try #require(limit["resource"]?.text).lowercased()
        let value = limit["value"]?.number ?? -1
        #expect(inside["limits"]?[name]?.numbers == [value, value], "\(name)")
      }
      #expect(steps.contains { $0["resource"]?.text == "NOFILE" && $0["value"]?.number == 99 })
      let command = try #require(step("execute"))
      #expect(command["arguments"] == inside["arguments"])
      #expect(command["environment"] == inside["environment"])
      #expect(step("set-hostname")?["name"]?.text == inside["host"]?.text)
    }
  }

  @Test("plan: the mounts are those that the kernel lists, and no others")
  func mounts() throws {
    try Sandbox.with(Operation("sleep", "sleep", "60", keys: Self.keys)) { sandbox in
      let steps = try steps(sandbox.run("sleep", options: ["--plan", "--json"]))
      let staying = try sandbox.stay("sleep")
      var planned: Set<String> = ["/"]
      for step in steps {
        switch step["step"]?.text {
        case "bind", "mount-temporary", "propagate": planned.insert(try #require(step["path"]?.text))
        case "bind-device": planned.insert("/dev/" + (try #require(step["name"]?.text)))
        case "mount-proc": planned.insert("/proc")
        default: break
        }
      }
      #expect(Set(staying.mounts.map(\.place)) == planned)
      for step in steps where step["step"]?.text == "bind" && step["access"]?.text != "write" {
        let mount = staying.mounts.first { $0.place == step["path"]?.text }
        #expect(mount?.isReadOnly == true, "\(step)")
      }
    }
  }

  @Test("plan: the namespaces of the plan are the own ones, the others are the host's")
  func namespaces() throws {
    try Sandbox.with(
      Operation("all", "sleep", "60"),
      Operation("shared", "sleep", "60", keys: "share: [ipc, uts, time]\nnetwork: host")
    ) { sandbox in
      for (operation, shared) in [("all", []), ("shared", ["ipc", "uts", "time", "net"])] {
        let staying = try sandbox.stay(operation)
        for name in ["mnt", "net", "pid", "ipc", "uts", "cgroup", "time"] {
          let isHost = Host.namespace(name, of: String(staying.command)) == Host.namespace(name)
          #expect(isHost == shared.contains(name), "\(operation): \(name)")
        }
      }
    }
  }

  @Test("plan: the filter comes last but for the command, after Landlock, capabilities and no_new_privs")
  func order() throws {
    try Sandbox.with(.report(keys: Self.keys)) { sandbox in
      let names = try steps(sandbox.run("report", options: ["--plan", "--json"])).compactMap { $0["step"]?.text }
      #expect(names.suffix(2) == ["load-filter", "execute"])
      let order = [
        "clone-process", "make-mounts-private", "mount-root", "enter-root", "seal-root", "set-identity",
        "set-capabilities", "set-no-new-privileges", "restrict-files", "load-filter",
      ]
      let places = order.compactMap { names.firstIndex(of: $0) }
      #expect(places == places.sorted())
      #expect(places.count == order.count || !names.contains("restrict-files"))
    }
  }

  @Test("plan: text and JSON have the same steps, and the text is the same each time")
  func text() throws {
    try Sandbox.with(.report(keys: Self.keys)) { sandbox in
      let json = try steps(sandbox.run("report", options: ["--plan", "--json"]))
      let first = try sandbox.run("report", options: ["--plan"])
      #expect(first.status == 0)
      #expect(first.text.contains("/etc/hostname") && first.text.contains("net_admin"))
      let numbered = first.text.split(separator: "\n").filter { line in
        line.trimmingCharacters(in: .whitespaces).first?.isNumber == true
      }
      #expect(numbered.count == json.count)
      #expect(try sandbox.run("report", options: ["--plan"]).output == first.output)
    }
  }
}
