import Foundation
import Glibc
import Testing

/// Rules 10–15: identity and capabilities.
@Suite("identity and capabilities", .asRoot)
struct IdentityRulesTests {
  @Test("all-five-sets: each capability that this kernel knows can be had alone, and is then alone in all five sets")
  func eachAlone() throws {
    let known = try #require(Host.status(getpid(), "CapBnd").flatMap { UInt64($0, radix: 16) })
    let names = [
      "chown", "dac_override", "fowner", "kill", "setuid", "net_bind_service", "net_admin", "net_raw", "sys_chroot",
      "sys_ptrace", "sys_admin", "sys_nice", "sys_time", "mknod", "setfcap", "bpf", "checkpoint_restore",
    ]
    let numbers = [0, 1, 3, 5, 7, 10, 12, 13, 18, 19, 21, 23, 25, 27, 31, 39, 40]
    let operations = names.map { name in
      Operation.report(name.replacing("_", with: "-"), parts: "capabilities", keys: "capabilities: [\(name)]")
    }
    try Sandbox.with(operations[0]) { sandbox in
      try sandbox.write(operations)
      for (operation, number) in zip(operations, numbers) where known & 1 << UInt64(number) != 0 {
        let sets = try #require(try report(of: sandbox.run(operation.name))["capabilities"])
        for set in ["effective", "permitted", "inheritable", "bounding", "ambient"] {
          #expect(sets[set]?.numbers == [number], "\(operation.name): \(set)")
        }
      }
    }
  }

  @Test("capability errors are fatal: a launcher without a capability that is asked for runs nothing")
  func missingCapability() throws {
    try Sandbox.with(.mark("asks", keys: "capabilities: [net_admin]"), .mark("asks-not")) { sandbox in
      let wrapper = ["/usr/bin/setpriv", "--bounding-set=-net_admin", "--inh-caps=-net_admin"]
      expectNotRun(try sandbox.run("asks", under: wrapper), 125, in: sandbox)
      // Each capability that the set-up itself needs, taken away: refused or intact, nothing between.
      for name in ["sys_admin", "setpcap", "setuid", "setgid", "dac_override", "chown", "net_admin"] {
        let ended = try sandbox.run(
          "asks-not", under: ["/usr/bin/setpriv", "--bounding-set=-\(name)", "--inh-caps=-\(name)"])
        if ended.status == 0 {
          #expect(sandbox.takeMark(), "\(name)")
        } else {
          expectNotRun(ended, 125, in: sandbox)
        }
      }
    }
  }

  @Test("groups-dropped: no supplementary group of the caller remains, with any identity")
  func groups() throws {
    try Sandbox.with(
      .report("private", parts: "identity"), .report("root", parts: "identity", keys: "user: root"),
      .report("named", parts: "identity", keys: "user: daemon\ngroup: daemon\ngroups: [adm, \"12345\"]")
    ) { sandbox in
      let wrapper = [sandbox.probe, "as", "groups=4,24,27", "--"]
      for operation in ["private", "root"] {
        let identity = try #require(try report(of: sandbox.run(operation, under: wrapper))["identity"])
        #expect(identity["groups"]?.numbers == [], "\(operation)")
        #expect(Set(identity["uid"]?.numbers ?? []).count == 1)
        #expect(Set(identity["gid"]?.numbers ?? []).count == 1)
      }
      let named = try #require(try report(of: sandbox.run("named", under: wrapper))["identity"])
      #expect(named["uid"]?.numbers == [1, 1, 1])
      #expect(named["gid"]?.numbers == [1, 1, 1])
      #expect(Set(named["groups"]?.numbers ?? []) == [4, 12345])
    }
  }

  @Test("securebits-locked: no root privilege, no setuid fix-up, no raising of ambient ones; each with its lock")
  func securebits() throws {
    try Sandbox.with(
      .report("private"), .report("root", keys: "user: root"), .report("capable", keys: "capabilities: [net_admin]")
    ) { sandbox in
      for operation in ["private", "root", "capable"] {
        let bits = try #require(try report(of: sandbox.run(operation))["capabilities"]?["securebits"]?.number)
        // <linux/securebits.h>: NOROOT, NO_SETUID_FIXUP, their locks, KEEP_CAPS clear and locked, AMBIENT_RAISE and lock.
        #expect(bits & 0b1111 == 0b1111, "\(operation): \(bits)")
        #expect(bits & 0b11_0000 == 0b10_0000, "\(operation): \(bits)")
        #expect(bits & 0b1100_0000 == 0b1100_0000, "\(operation): \(bits)")
      }
    }
  }

  @Test(
    "unknown names are errors",
    arguments: [
      ("capabilities: [net_admn]", "net_admn"), ("capabilities: [CAP_NET_ADMIN]", "CAP_NET_ADMIN"),
      ("syscalls: [\"@command\", opnat]", "opnat"), ("syscalls: [\"@comand\"]", "@comand"),
      ("user: no-such-user-here", "no-such-user-here"), ("group: no-such-group", "no-such-group"),
      ("netwrok: host", "netwrok"), ("network: hots", "hots"), ("share: [pids]", "pids"),
      ("limits: { memry: 1MiB }", "memry"), ("files: { reed: [/etc] }", "reed"), ("callers: [everyone]", "everyone"),
    ])
  func unknownNames(keys: String, name: String) throws {
    try Sandbox.with(.mark("good")) { sandbox in
      try sandbox.write([Operation("bad", "exit", "0", keys: keys)], profile: "bad")
      expectNotRun(try sandbox.run("bad", profile: "bad"), 125, naming: name, in: sandbox)
    }
  }
}
