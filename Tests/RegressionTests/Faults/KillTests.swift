import Foundation
import Glibc
import Testing

/// Rules 30 and 38: whatever kills the launcher, at whatever moment, ends everything that the call started.
@Suite("kill-means-all", .asRoot)
struct KillTests {
  private static let keys = """
    files: { write: ["$OUT"], read: [/etc/hostname], temporary: { "/tmp": 1MiB } }
    proc: own
    timeout: 20s
    syscalls: ["@command", setsid]
    """

  @Test(
    "kill-means-all: TERM, INT, HUP and KILL of the launcher at 50 random moments leave nothing",
    arguments: [SIGTERM, SIGINT, SIGHUP, SIGKILL])
  func atRandomMoments(signal: Int32) throws {
    try Sandbox.with(
      Operation("daemonize", "daemonize", "$OUT/heartbeat", "stay", keys: Self.keys), Operation("exit", "exit", "0")
    ) { sandbox in
      // How long it takes to come to the command, so that the moments fall into the set-up and shortly after.
      try sandbox.run("exit")
      let before = HostState.now()
      let whole = try sandbox.run("exit").seconds
      var generator = SystemRandomNumberGenerator()
      for round in 0..<50 {
        let moment = Double.random(in: 0...(whole * 1.5), using: &generator)
        let running = try Running(sandbox.start("daemonize"))
        usleep(UInt32(moment * 1_000_000))
        running.signal(signal)
        let ended = try running.wait(seconds: 15)
        let place = "round \(round), after \(moment) s: \(ended.status) \(ended.message)"
        #expect([-signal, 128 + signal, 125].contains(ended.status), "\(place)")
        #expect(Host.settles { sandbox.processes.isEmpty }, "\(place): \(sandbox.processes) live")
        #expect(before.returns(), "\(place)")
      }
      // No daemon beats any more, and the next call works.
      let size = Host.bytes(sandbox.out + "/heartbeat").count
      usleep(50_000)
      #expect(Host.bytes(sandbox.out + "/heartbeat").count == size)
      expectRan(try sandbox.run("exit"))
      #expect(sandbox.records.allSatisfy { $0["event"] != nil }, "a torn record")
    }
  }

  @Test("kill-means-all: the launcher's parent may die without harm to what is promised")
  func parentDies() throws {
    try Sandbox.with(Operation("daemonize", "daemonize", "$OUT/heartbeat", keys: Self.keys)) { sandbox in
      let before = HostState.now()
      var start = sandbox.start(
        "daemonize", under: ["/bin/sh", "-c", "\"$@\" & exit 0", "sh"])
      start.environment = ["PATH=/usr/bin:/bin"]
      _ = try Running(start).wait()
      #expect(Host.settles(within: 10) { sandbox.processes.isEmpty })
      #expect(before.returns())
      #expect(sandbox.records.last?["event"]?.text == "ended")
    }
  }

  @Test("kill-means-all: the command's pid 1 being killed ends the call as what it is")
  func initDies() throws {
    try Sandbox.with(Operation("sleep", "sleep", "60")) { sandbox in
      let before = HostState.now()
      let staying = try sandbox.stay("sleep")
      kill(staying.initProcess, SIGKILL)
      let ended = try staying.running.wait(seconds: 10)
      #expect(ended.status == 137, "\(ended.message)")
      #expect(before.returns())
    }
  }

  @Test("a launcher that is stopped for a while goes on as if nothing had been")
  func stoppedLauncher() throws {
    try Sandbox.with(Operation("sleep", "sleep", "1")) { sandbox in
      let running = try Running(sandbox.start("sleep"))
      usleep(2000)
      running.signal(SIGSTOP)
      usleep(100_000)
      running.signal(SIGCONT)
      expectRan(try running.wait())
    }
  }
}
