import Foundation
import Glibc
import Testing

/// What stands behind every "it is not there inside": outside, the probe sees it. And the harness sees what it should.
@Suite("the probe outside any sandbox", .asRoot)
struct ProbeTests {
  private func probe(_ words: String...) throws -> Ended {
    var start = Start(try Machine.programs.get() + "/sandbox-probe", words)
    start.hasOutcome = false
    return try Running(start).wait()
  }

  @Test("reports the identity, capabilities and namespaces that /proc tells")
  func reportsWhatProcTells() throws {
    let report = try #require(try probe("report").json)
    #expect(report["identity"]?["uid"]?.numbers == [0, 0, 0])
    let effective = try #require(report["capabilities"]?["effective"]?.numbers)
    let mask = effective.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    let told = try #require(Host.status(getpid(), "CapEff").flatMap { UInt64($0, radix: 16) })
    #expect(mask == told)
    for name in ["mnt", "net", "pid", "ipc", "uts", "user", "cgroup"] {
      #expect(report["namespaces"]?[name]?.number == Host.namespace(name))
    }
    #expect(report["capabilities"]?["no_new_privs"]?.number == 0)
    #expect(report["capabilities"]?["seccomp"]?.number == 0)
  }

  @Test("gets exactly the descriptors, environment and arguments that the harness gives")
  func getsWhatIsGiven() throws {
    var start = Start(try Machine.programs.get() + "/sandbox-probe", ["report", "descriptors", "environment"])
    start.words.append([0x61, 0xFF])
    start.words[2] += []
    start.environment = ["A=b"]
    let report = try #require(try Running(start).wait().json)
    #expect(report["descriptors"]?.list?.compactMap { $0["descriptor"]?.number } == [0, 1, 2, 3])
    #expect(report["environment"]?.texts == ["A=b"])
  }

  @Test("reaches calls that a sandbox filters")
  func reachesCalls() throws {
    let answers = try #require(try probe("try", "ptrace", "bpf", "add_key", "unshare:0").json)
    for (call, answer) in try #require(answers.members) { #expect(answer.text != "EPERM", "\(call)") }
    #expect(answers["unshare:0"]?.number == 0)
  }

  @Test("makes and finds each kind of trace on the host, so that not finding one means something")
  func findsTraces() throws {
    let name = "/run/sandbox-run-test-traces.\(getpid())"
    unsafe mkdir(name, 0o755)
    defer { try? FileManager.default.removeItem(atPath: name) }
    defer {
      _ = try? Host.run("/usr/bin/ipcrm", "-M", "0x5b0c0001", "-Q", "0x5b0c0001", "-S", "0x5b0c0001")
      unsafe unlink("/dev/mqueue/sandbox-probe-trace")
    }
    let probe = try Machine.programs.get() + "/sandbox-probe"
    var start = Start(probe, ["as", "keyring", "--", probe, "leave", name])
    start.hasOutcome = false
    let left = try #require(try Running(start).wait().json?.members)
    for (kind, answer) in left { #expect((answer.number ?? -1) >= 0, "\(kind)") }
    let found = try #require(try self.probe("find", name).json)
    for kind in ["shared-memory", "message-queue", "semaphore", name] {
      #expect((found[kind]?.number ?? -1) >= 0, "\(kind)")
    }
  }

  @Test("a hostile parent passes on what it was told to")
  func hostileParent() throws {
    let probe = try Machine.programs.get() + "/sandbox-probe"
    var start = Start(
      probe,
      [
        "as", "umask=0777", "nice=5", "ignore=13", "block=10", "limit=nofile:64", "inherit=9", "close=0", "pin",
        "environment=LD_PRELOAD=x", "argv0=", "--", probe, "report",
      ])
    start.hasOutcome = false
    let report = try #require(try Running(start).wait().json)
    #expect(report["process"]?["umask"]?.number == 0o777)
    #expect(report["scheduling"]?["nice"]?.number == 5)
    #expect(report["scheduling"]?["processors"]?.number == 1)
    #expect(report["signals"]?["ignored"]?.numbers?.contains(13) == true)
    #expect(report["signals"]?["blocked"]?.numbers == [10])
    #expect(report["limits"]?["nofile"]?.numbers == [64, 64])
    #expect(report["descriptors"]?.list?.compactMap { $0["descriptor"]?.number } == [1, 2, 9])
    #expect(report["environment"]?.texts == ["LD_PRELOAD=x"])
  }
}
