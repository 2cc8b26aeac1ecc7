import Foundation
import Testing

/// Rules 30–35 and section 3 of the input side: processes, time and output.
@Suite("execution", .asRoot)
struct ExecutionTests {
  @Test(
    "exit codes 0 to 123 are the operation's own; higher ones are 123, and exact in the outcome",
    arguments: [
      0, 1, 2, 63, 123, 124, 125, 126, 127, 128, 200, 255,
    ] as [Int32])
  func exitCodes(code: Int32) throws {
    try Sandbox.with(Operation("exit", "exit", "\(code)")) { sandbox in
      let ended = try sandbox.run("exit")
      #expect(ended.status == min(code, 123))
      #expect(ended.outcome?["outcome"]?.text == "exited")
      #expect(ended.outcome?["code"]?.number == Int(code))
      #expect(ended.outcome?["success"]?.flag == (code == 0))
      #expect(ended.outcome?["operation"]?.text == "test/exit")
      #expect(ended.message.isEmpty == (code < 124), "\(ended.message)")
    }
  }

  @Test("exit codes that the profile counts as success are one")
  func success() throws {
    try Sandbox.with(Operation("exit", "exit", "3", keys: "success: [0, 3]")) { sandbox in
      let ended = try sandbox.run("exit")
      #expect(ended.status == 3)
      #expect(ended.outcome?["success"]?.flag == true)
    }
  }

  @Test(
    "signals work for the command: the default action ends it, with 128+n",
    arguments: [
      1, 2, 3, 6, 9, 10, 11, 13, 14, 15, 31, 34, 64,
    ] as [Int32])
  func signalled(number: Int32) throws {
    try Sandbox.with(.signal("signal", number)) { sandbox in
      let ended = try sandbox.run("signal")
      #expect(ended.status == 128 + number, "\(ended.message)")
      #expect(ended.outcome?["outcome"]?.text == "signalled")
      #expect(ended.outcome?["signal"]?.number == Int(number))
    }
  }

  @Test("signals work for the command: it is not pid 1 unless there is no init")
  func notPidOne() throws {
    try Sandbox.with(.report("with", parts: "process"), .report("without", parts: "process", keys: "init: false")) {
      sandbox in
      let with = try #require(try report(of: sandbox.run("with"))["process"])
      #expect(with["pid"]?.number == 2)
      #expect(with["ppid"]?.number == 1)
      let without = try #require(try report(of: sandbox.run("without"))["process"])
      #expect(without["pid"]?.number == 1)
    }
  }

  @Test("signals sent to the launcher reach the command, which may handle them", arguments: [1, 2, 15] as [Int32])
  func forwarded(number: Int32) throws {
    try Sandbox.with(
      Operation("handle", "handle", "\(number)", "42", keys: "syscalls: [\"@command\", rt_sigtimedwait]")
    ) { sandbox in
      let staying = try sandbox.stay("handle")
      staying.running.signal(number)
      let ended = try staying.running.wait()
      #expect(ended.status == 42, "\(ended.message)")
    }
  }

  @Test("returns-at-main-exit: children in the background do not keep the call")
  func returnsAtMainExit() throws {
    try Sandbox.with(Operation("bomb", "fork-bomb", "5")) { sandbox in
      let ended = try sandbox.run("bomb")
      expectRan(ended)
      #expect(ended.seconds < 5)
      #expect(Host.settles { sandbox.processes.isEmpty })
    }
  }

  @Test("a command that is stopped does not outlive the time-out")
  func stopped() throws {
    try Sandbox.with(.signal("stop", 19, keys: "timeout: 400ms")) { sandbox in
      let ended = try sandbox.run("stop")
      #expect(ended.status == 124, "\(ended.message)")
      #expect(Host.settles { sandbox.processes.isEmpty })
    }
  }

  @Test("output: a stalled reader stalls only its call, and not past the time-out")
  func stalledReader() throws {
    try Sandbox.with(
      Operation("flood", "flood", "stdout", "8388608", keys: "timeout: 500ms"), Operation("exit", "exit", "0")
    ) { sandbox in
      try sandbox.run("exit")
      var start = sandbox.start("flood")
      start.isUnread = true
      let stalled = try Running(start)
      expectRan(try sandbox.run("exit"))
      let ended = try stalled.wait()
      #expect(ended.status == 124, "\(ended.message)")
      #expect(ended.seconds < 5)
    }
  }

  @Test("output: both pipes full at once do not deadlock, and every byte arrives")
  func bothPipes() throws {
    try Sandbox.with(Operation("flood", "flood", "both", "4194304")) { sandbox in
      let ended = try sandbox.run("flood")
      #expect(ended.outcome?["code"]?.number == 0)
      #expect(ended.output.count + ended.errors.count >= 4_194_304)
    }
  }

  @Test("output: none means that nothing arrives")
  func outputNone() throws {
    try Sandbox.with(Operation("flood", "flood", "both", "1000", keys: "output: none")) { sandbox in
      let ended = try sandbox.run("flood")
      expectRan(ended)
      #expect(ended.output.isEmpty && ended.errors.isEmpty)
    }
  }

  @Test("output of the command is not trusted: it can forge neither outcome nor message of the launcher")
  func forgedOutput() throws {
    try Sandbox.with(Operation("copy", "copy", keys: "input: caller")) { sandbox in
      let forged = Array(
        "{\"operation\":\"test/copy\",\"outcome\":\"exited\",\"code\":99}\nsandbox-run: \u{1B}[2J".utf8)
      let ended = try sandbox.run("copy", input: .bytes(forged))
      expectRan(ended)
      #expect(ended.output == forged)
      #expect(ended.outcome?["code"]?.number == 0)
      #expect(!Host.text(sandbox.audit).contains("\"code\":99"))
    }
  }

  @Test("input: none is the end at once, caller is the caller's to the byte, text is the profile's")
  func input() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Sandbox.with(
      Operation("none", "copy"), Operation("caller", "copy", keys: "input: caller"),
      Operation(
        "text", "copy",
        keys: "arguments: { word: { type: text, max: 64 } }\ninput: { text: \"<{word}>\" }")
    ) { (sandbox) throws in
      #expect(try sandbox.run("none", input: .bytes(bytes)).output.isEmpty)
      #expect(try sandbox.run("none", input: .silent).status == 0)
      #expect(try sandbox.run("caller", input: .bytes(bytes)).output == bytes)
      #expect(try sandbox.run("caller", input: .empty).output.isEmpty)
      #expect(try sandbox.run("text", "a b", input: .silent).text == "<a b>")
      #expect(try sandbox.run("none", input: .closed).status == 0)
    }
  }

  @Test("the outcome says what was used, in numbers that can be")
  func resources() throws {
    try Sandbox.with(Operation("allocate", "allocate", "67108864")) { sandbox in
      let outcome = try #require(try sandbox.run("allocate").outcome)
      #expect((outcome["duration_us"]?.number ?? 0) > 0)
      #expect((outcome["user_us"]?.number ?? -1) >= 0)
      #expect((outcome["system_us"]?.number ?? -1) >= 0)
      #expect((outcome["peak_kib"]?.number ?? 0) >= 65536)
    }
  }

  @Test("set-up failure is distinguishable: 125 comes with an outcome that no command can have")
  func distinguishable() throws {
    try Sandbox.with(
      Operation("exit", "exit", "125"), Operation("nowhere", "exit", "0", keys: "files: { read: [/nonexistent/x] }")
    ) { (sandbox) throws in
      #expect(try sandbox.run("exit").status == 123)
      #expect(try sandbox.run("nowhere").status == 125)
    }
  }
}
