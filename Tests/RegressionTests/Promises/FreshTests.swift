import Foundation
import Testing

/// Promise 1: no process, mount, IPC object, descriptor, key or file of one call is visible to another.
@Suite("fresh", .asRoot)
struct FreshTests {
  private static let calls = """
    syscalls: ["@command", shmget, msgget, semget, socket, bind, listen, connect, add_key, keyctl, mq_open]
    files: { temporary: { "/tmp": 1MiB }, write: ["$OUT"] }
    """
  /// Where Landlock has no rule for a POSIX message queue none can be made, which is as good.
  private static let mayBeRefused: Set<String> = ["mqueue"]
  private static let kinds = [
    "shared-memory", "message-queue", "semaphore", "abstract-socket", "key", "mqueue", "/tmp",
  ]

  @Test("fresh: what one call leaves, the next does not find")
  func nextCallFindsNothing() throws {
    try Sandbox.with(
      Operation("leave", "leave", "/tmp", "$OUT", keys: Self.calls),
      Operation("find", "find", "/tmp", "$OUT", keys: Self.calls)
    ) { sandbox in
      let left = try report(of: sandbox.run("leave"))
      let found = try report(of: sandbox.run("find"))
      for kind in Self.kinds {
        let isLeft = (left[kind]?.number ?? -1) >= 0
        #expect(isLeft || Self.mayBeRefused.contains(kind), "\(kind) could not be left: \(left)")
        #expect(found[kind]?.text != nil, "\(kind) was found: \(found)")
      }
      // The guard: a file in a directory of the host is found, so the search works.
      #expect((found[sandbox.out]?.number ?? -1) >= 0)
    }
  }

  @Test("fresh: what a running call holds, another does not find")
  func neighbourFindsNothing() throws {
    try Sandbox.with(
      Operation("leave", "leave", "/tmp", "stay", keys: Self.calls),
      Operation("find", "find", "/tmp", keys: Self.calls)
    ) { sandbox in
      let staying = try sandbox.stay("leave")
      let found = try report(of: sandbox.run("find"))
      for kind in Self.kinds { #expect(found[kind]?.text != nil, "\(kind) was found: \(found)") }
      staying.running.signal(15)
      #expect(try staying.running.wait().status == 143)
    }
  }

  @Test("fresh: every namespace is neither the host's nor that of a call beside it")
  func namespacesDiffer() throws {
    try Sandbox.with(Operation("sleep", "sleep", "60")) { sandbox in
      let first = try sandbox.stay("sleep")
      let second = try sandbox.stay("sleep")
      for name in ["mnt", "net", "pid", "ipc", "uts", "cgroup", "time", "user"] {
        let own = try #require(Host.namespace(name, of: String(first.command)))
        let other = try #require(Host.namespace(name, of: String(second.command)))
        #expect(own != Host.namespace(name), "\(name) is the host's")
        #expect(own != other, "\(name) is shared by two calls")
      }
    }
  }

  @Test("fresh: two calls at one time have neither uid nor gid in common with each other or with a user of the host")
  func identitiesDiffer() throws {
    try Sandbox.with(Operation("sleep", "sleep", "60")) { sandbox in
      let first = try sandbox.stay("sleep")
      let second = try sandbox.stay("sleep")
      let users = Host.text("/etc/passwd").split(separator: "\n").compactMap { line in
        line.split(separator: ":", omittingEmptySubsequences: false).dropFirst(2).first.map(String.init)
      }
      for field in ["Uid", "Gid"] {
        let own = Set(try #require(Host.status(first.command, field)).split(separator: "\t"))
        let other = Set(try #require(Host.status(second.command, field)).split(separator: "\t"))
        #expect(own.count == 1 && other.count == 1)
        #expect(own.isDisjoint(with: other))
        #expect(!own.contains { users.contains(String($0)) })
      }
    }
  }

  @Test("fresh: /proc of the own pid namespace shows no process but those of the call, and nothing but processes")
  func procShowsOwnProcesses() throws {
    let keys = "proc: own\nsyscalls: [\"@command\", statfs, getdents64]"
    try Sandbox.with(Operation("files", "files", "/proc", keys: keys)) { sandbox in
      let entries = try #require(try report(of: sandbox.run("files")).list)
      let top = entries.compactMap { $0["path"]?.text }.filter { $0.split(separator: "/").count == 2 }
        .compactMap { $0.split(separator: "/").last.map(String.init) }
      let processes = top.compactMap { Int($0) }
      #expect(!processes.isEmpty && processes.allSatisfy { $0 <= 4 }, "\(top)")
      for name in ["sys", "kcore", "kallsyms", "sysrq-trigger", "mounts", "keys", "cmdline", "config.gz"] {
        #expect(!top.contains(name), "\(name)")
      }
    }
  }

  @Test("fresh: a hundred calls at once share nothing and all succeed")
  func crowd() throws {
    try Sandbox.with(Operation("find", "find", "/tmp", keys: Self.calls)) { sandbox in
      try sandbox.run("find")
      let all = try (0..<100).map { _ in try Running(sandbox.start("find")) }
      for one in all {
        let found = try report(of: one.wait())
        #expect(found["/tmp"]?.text == "ENOENT")
      }
      #expect(Set(sandbox.records.compactMap { $0["call"]?.text }).count == 101)
    }
  }
}
