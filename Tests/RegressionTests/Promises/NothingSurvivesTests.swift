import Foundation
import Testing

/// Promise 3: when a call ends, however it ends, every process it started is dead and every mount, cgroup and temporary
/// directory is gone.
@Suite("nothing-survives", .asRoot)
struct NothingSurvivesTests {
  private static let write = "files: { write: [\"$OUT\"] }\nsyscalls: [\"@command\", setsid]\n"

  /// Expects that the daemon which keeps touching a file has stopped.
  private func expectQuiet(_ sandbox: Sandbox, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(Host.settles { sandbox.processes.isEmpty }, "\(sandbox.processes) live", sourceLocation: sourceLocation)
    let size = Host.bytes(sandbox.out + "/heartbeat").count
    #expect(size > 0, "the daemon never lived: nothing was proved", sourceLocation: sourceLocation)
    usleep(50_000)
    #expect(Host.bytes(sandbox.out + "/heartbeat").count == size, sourceLocation: sourceLocation)
  }

  @Test("nothing-survives: a daemon that left its session dies when the command exits")
  func daemonAtExit() throws {
    try Sandbox.with(Operation("daemonize", "daemonize", "$OUT/heartbeat", keys: Self.write)) { sandbox in
      let before = HostState.now()
      let ended = try sandbox.run("daemonize")
      expectRan(ended)
      #expect(ended.seconds < 5)
      expectQuiet(sandbox)
      #expect(before.returns())
    }
  }

  @Test("nothing-survives: a daemon that left its session dies at the time-out")
  func daemonAtTimeout() throws {
    let keys = Self.write + "timeout: 300ms"
    try Sandbox.with(Operation("daemonize", "daemonize", "$OUT/heartbeat", "stay", keys: keys)) { sandbox in
      let before = HostState.now()
      let ended = try sandbox.run("daemonize")
      #expect(ended.status == 124)
      #expect(ended.outcome?["outcome"]?.text == "timed-out")
      expectQuiet(sandbox)
      #expect(before.returns())
    }
  }

  @Test("nothing-survives: a daemon that left its session dies with the launcher", arguments: [1, 2, 9, 15] as [Int32])
  func daemonAtKill(signal: Int32) throws {
    let keys = Self.write + "timeout: 20s"
    try Sandbox.with(
      Operation("daemonize", "daemonize", "$OUT/heartbeat", "stay", keys: keys), Operation("exit", "exit", "0")
    ) { sandbox in
      let before = HostState.now()
      let staying = try sandbox.stay("daemonize")
      staying.running.signal(signal)
      let ended = try staying.running.wait()
      #expect(ended.status == (signal == 9 ? -9 : 128 + signal))
      expectQuiet(sandbox)
      // A launcher that was killed outright can't remove its cgroup; the next call does.
      if signal == 9 { expectRan(try sandbox.run("exit")) }
      #expect(before.returns())
    }
  }

  @Test("nothing-survives: no trace of a call remains on the host, however it ends")
  func hostState() throws {
    try Sandbox.with(
      Operation("exit", "exit", "3"), .signal("signal", 11),
      Operation("flood", "flood", "stdout", "100000", keys: "limits: { output: 1KiB }"),
      Operation("late", "sleep", "60", keys: "timeout: 100ms"),
      Operation("nowhere", "exit", "0", keys: "files: { read: [/nonexistent/file] }"),
      Operation("argument", "exit", "0", keys: "arguments: { link: interface }\nfiles: { read: [\"/run/{link}\"] }")
    ) { (sandbox) throws in
      let before = HostState.now()
      #expect(try sandbox.run("exit").status == 3)
      #expect(try sandbox.run("signal").status == 139)
      #expect(try sandbox.run("flood").outcome?["outcome"]?.text == "output-limit")
      #expect(try sandbox.run("late").status == 124)
      #expect(try sandbox.run("nowhere").status == 125)
      #expect(try sandbox.run("argument", "../x").status == 126)
      #expect(before.returns())
      #expect(Host.settles { sandbox.processes.isEmpty })
    }
  }
}
