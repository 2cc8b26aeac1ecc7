import Foundation
import Glibc
import Testing

/// Rules 22–29 and section 2 of the input side: what a process inherits from its caller.
@Suite("inheritance", .asRoot)
struct InheritanceTests {
  /// Runs `report` under a hostile parent.
  private func inside(_ conditions: String..., keys: String = "") throws -> JSON {
    try Sandbox.with(.report(keys: keys)) { sandbox in
      try report(of: sandbox.run("report", under: [sandbox.probe, "as"] + conditions + ["--"]))
    }
  }

  @Test("umask, nice, scheduling, affinity, io priority and timers are set, not inherited")
  func scheduling() throws {
    let report = try inside(
      "umask=0777", "nice=19", "policy=3", "io=24576", "alarm=60000000", "oom=1000", "personality=262144",
      "death=10")
    #expect(report["process"]?["umask"]?.number == 0o022)
    #expect(report["process"]?["personality"]?.number == 0)
    #expect(report["process"]?["pdeathsig"]?.number != 10)
    let scheduling = try #require(report["scheduling"])
    #expect(scheduling["nice"]?.number == 0)
    #expect(scheduling["policy"]?.number == 0)
    #expect(scheduling["io"]?.number != 24576)
    #expect(scheduling["timers"]?.numbers == [0, 0, 0])
  }

  @Test("processor affinity is not the caller's")
  func affinity() throws {
    let plain = try inside()["scheduling"]?["processors"]?.number
    #expect(try inside("pin")["scheduling"]?["processors"]?.number == plain)
  }

  @Test("oom_score_adj is not the caller's")
  func outOfMemoryScore() throws {
    try Sandbox.with(Operation("sleep", "sleep", "60")) { sandbox in
      let staying = try sandbox.stay("sleep", under: [sandbox.probe, "as", "oom=1000", "--"])
      #expect(Host.text("/proc/\(staying.command)/oom_score_adj") == "0\n")
    }
  }

  @Test("signals: the mask, ignored and pending signals and the alternate stack are reset")
  func signals() throws {
    let ignored = (1...64).filter { ![9, 19].contains($0) }.map { "ignore=\($0)" }
    try Sandbox.with(.report(parts: "signals")) { sandbox in
      let wrapper = [sandbox.probe, "as"] + ignored + ["block-all", "--"]
      let signals = try #require(try report(of: sandbox.run("report", under: wrapper))["signals"])
      #expect(signals["blocked"]?.numbers == [])
      #expect(signals["ignored"]?.numbers == [])
      #expect(signals["pending"]?.numbers == [])
      #expect(signals["alternate_stack"]?.number == 0)
    }
  }

  @Test("signals: one that was pending when the launcher started is not lost and does not make half a call")
  func pendingSignal() throws {
    try Sandbox.with(.report(parts: "signals")) { sandbox in
      let ended = try sandbox.run("report", under: [sandbox.probe, "as", "block-all", "pending=15", "--"])
      #expect([0, 143].contains(ended.status), "\(ended.message)")
      if let signals = ended.json?["signals"] { #expect(signals["pending"]?.numbers == []) }
    }
  }

  @Test("rlimits are the profile's, not the caller's")
  func limits() throws {
    let report = try inside("limit=nofile:512", "limit=fsize:4294967296", "limit=core:1000000", "limit=stack:65536000")
    #expect(report["limits"]?["nofile"]?.numbers == [256, 256])
    #expect(report["limits"]?["fsize"]?.numbers == [1 << 30, 1 << 30])
    #expect(report["limits"]?["core"]?.numbers == [0, 0])
  }

  @Test(
    "an rlimit of 0 for any resource is a clean refusal or no matter; nothing half done",
    arguments: [
      "cpu:1", "fsize:0", "data:0", "stack:65536", "core:0", "nproc:0", "nofile:0", "nofile:3", "nofile:8", "memlock:0",
      "as:0", "as:8388608", "locks:0", "sigpending:0", "msgqueue:0", "nice:0", "rtprio:0", "rttime:0",
    ])
  func zeroLimits(limit: String) throws {
    try Sandbox.with(.mark()) { sandbox in
      try sandbox.run("mark")
      #expect(sandbox.takeMark())
      let before = HostState.now()
      var start = sandbox.start("mark", under: [sandbox.probe, "as", "limit=\(limit)", "--"])
      start.words.removeAll { $0.isEmpty }
      let ended = try Running(start).wait(seconds: 20)
      if ended.status == 0 {
        #expect(sandbox.takeMark(), "success without a run")
      } else {
        #expect(!sandbox.takeMark(), "it ran, and answered \(ended.status): \(ended.message)")
        // Where not even the launcher could be started, nobody is left to say so.
        #expect([125, 126, 127, 1, -11, -6, -9, 139, 134].contains(ended.status), "\(ended.status) \(ended.message)")
      }
      #expect(before.returns())
      #expect(Host.settles { sandbox.processes.isEmpty })
    }
  }

  @Test(
    "descriptors: 0 to 2 closed in all eight ways leave the command three descriptors and no other", arguments: 0..<8)
  func closedDescriptors(mask: Int) throws {
    try Sandbox.with(.report(parts: "descriptors", keys: "files: { write: [\"$OUT\"] }"), .mark()) { sandbox in
      let closed = (0..<3).filter { mask & 1 << $0 != 0 }.map { "close=\($0)" }
      let ended = try sandbox.run("mark", under: [sandbox.probe, "as"] + closed + ["--"])
      #expect(ended.status == 0, "\(ended.message)")
      #expect(sandbox.takeMark())
      guard mask & 2 == 0 else { return }
      let report = try #require(try sandbox.run("report", under: [sandbox.probe, "as"] + closed + ["--"]).json)
      #expect(report["descriptors"]?.list?.compactMap { $0["descriptor"]?.number } == [0, 1, 2])
    }
  }

  @Test("descriptors: a directory on 0 to 2 is refused", arguments: 0..<3)
  func directoryDescriptors(descriptor: Int) throws {
    try Sandbox.with(.mark(keys: "input: caller")) { sandbox in
      let ended = try sandbox.run("mark", under: [sandbox.probe, "as", "open=\(descriptor):/", "--"])
      #expect([125, 126].contains(ended.status), "\(ended.status) \(ended.message)")
      #expect(!sandbox.takeMark())
    }
  }

  @Test("descriptors: a handle that can't be read or written on 0 to 2 is refused", arguments: 0..<3)
  func handleDescriptors(descriptor: Int) throws {
    try Sandbox.with(.mark(keys: "input: caller")) { sandbox in
      let ended = try sandbox.run("mark", under: [sandbox.probe, "as", "handle=\(descriptor):/dev/null", "--"])
      #expect(ended.status == 126, "\(ended.status) \(ended.message)")
      #expect(!sandbox.takeMark())
    }
  }

  @Test("descriptors: the number for the outcome has to be open and above 2")
  func outcomeDescriptor() throws {
    try Sandbox.with(.mark()) { sandbox in
      for number in ["0", "2", "9", "-1", "x", "4294967299", "3x", "", " 3", "+3"] {
        var start = Start(
          sandbox.launcher,
          [
            "--profiles", sandbox.profiles, "--policies", sandbox.policies, "--audit", sandbox.audit, "--outcome-fd",
            number, Sandbox.profile, "mark",
          ])
        start.hasOutcome = false
        let ended = try Running(start).wait()
        #expect(ended.status == 126 || ended.status == 125, "\(number): \(ended.status)")
        #expect(!sandbox.takeMark(), "\(number)")
        #expect(ended.message.hasPrefix("sandbox-run: "))
      }
    }
  }

  @Test("working directory: deleted, unreadable or in /proc, it does not matter and is not looked up")
  func workingDirectory() throws {
    try Sandbox.with(.report(parts: "directory")) { sandbox in
      let gone = sandbox.directory + "/gone"
      for condition in ["gone-directory=\(gone)", "directory=/proc/self/fd", "directory=/proc/self/ns"] {
        let report = try report(of: sandbox.run("report", under: [sandbox.probe, "as", condition, "--"]))
        #expect(report["directory"]?.text == "/", "\(condition)")
      }
    }
  }

  @Test("argv[0] of any kind, or none at all, has no effect on what is run")
  func argumentZero() throws {
    try Sandbox.with(Operation("report", "report", "arguments")) { sandbox in
      for name in ["../../x", "%n%n%s", "a\nb", String(repeating: "x", count: 100_000), "sandbox-profile"] {
        var start = sandbox.start("report")
        start.words[0] = Array(name.utf8)
        let ended = try Running(start).wait()
        #expect(try report(of: ended)["arguments"]?.texts == [sandbox.probe, "report", "arguments"])
      }
      for condition in ["no-arguments", "argv0="] {
        var start = Start(sandbox.probe, ["as", condition, "--", sandbox.launcher])
        start.hasOutcome = false
        let ended = try Running(start).wait()
        #expect(ended.status == 126, "\(ended.status) \(ended.message)")
        #expect(ended.errors.filter { $0 == 0x0A }.count == 1)
      }
    }
  }

  @Test("a caller's no_new_privs, undumpable state and subreaper bit do no harm")
  func processBits() throws {
    let report = try inside("no-new-privs", "undumpable", "subreaper")
    #expect(report["capabilities"]?["no_new_privs"]?.number == 1)
    #expect(report["process"]?["subreaper"]?.number == 0)
  }

  @Test("launcher's binary: what runs inside has no way to it, and it is what it was")
  func launcherBinary() throws {
    try Sandbox.with(Operation("open", "open", "$LAUNCHER", "/proc/1/exe", keys: "proc: own")) {
      sandbox in
      let before = Host.bytes(sandbox.launcher)
      let answers = try report(of: sandbox.run("open"))
      #expect(answers[sandbox.launcher]?["exists"]?.text == "ENOENT")
      #expect(Host.bytes(sandbox.launcher) == before)
    }
  }
}
