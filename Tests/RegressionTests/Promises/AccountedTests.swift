import Foundation
import Glibc
import Testing

/// Promise 9: every call and every refusal leaves one audit record, also when the caller is gone.
@Suite("accounted", .asRoot)
struct AccountedTests {
  private static let argument = "arguments: { word: { type: text, max: 8 } }\nenvironment: { WORD: \"{word}\" }"

  @Test("accounted: a call that ran leaves its grant and its end, under one id, with who, what and how")
  func ran() throws {
    try Sandbox.with(Operation("exit", "exit", "3", keys: Self.argument)) { sandbox in
      try sandbox.run("exit", "hello")
      let records = sandbox.records
      #expect(records.map { $0["event"]?.text } == ["granted", "ended"])
      #expect(records[0]["call"] != nil && records[0]["call"] == records[1]["call"])
      for record in records {
        #expect(record["operation"]?.text == "test/exit")
        #expect(record["time"] != nil)
      }
      #expect(records[0]["caller"]?["uid"]?.number == 0)
      #expect(records[0]["caller"]?["gid"]?.number == 0)
      #expect((records[0]["caller"]?["pid"]?.number ?? 0) > 0)
      #expect(records[0]["arguments"]?["word"]?.text == "hello")
      #expect(records[1]["outcome"]?.text == "exited")
      #expect((records[1]["duration_us"]?.number ?? 0) > 0)
    }
  }

  @Test("accounted: each way to end has its record, and each refusal exactly one")
  func everyEnding() throws {
    try Sandbox.with(
      .signal("signal", 11), Operation("late", "sleep", "60", keys: "timeout: 100ms"),
      Operation("flood", "flood", "stdout", "100000", keys: "limits: { output: 1KiB }"),
      Operation("argument", "exit", "0", keys: Self.argument),
      Operation("nowhere", "exit", "0", keys: "files: { read: [/nonexistent/file] }")
    ) { sandbox in
      let cases: [(String, [String], String)] = [
        ("signal", [], "signalled"), ("late", [], "timed-out"), ("flood", [], "output-limit"),
        ("argument", ["much too long"], "refused"), ("missing", [], "not-found"), ("nowhere", [], "set-up-failed"),
      ]
      for (operation, arguments, outcome) in cases {
        let before = sandbox.records.count
        let ended = try Running(sandbox.start(operation, arguments)).wait()
        let records = sandbox.records.dropFirst(before)
        #expect(ended.outcome?["outcome"]?.text == outcome, "\(ended.message)")
        if ["refused", "not-found"].contains(outcome) {
          #expect(records.count == 1, "\(operation)")
          #expect(records.first?["event"]?.text == "refused")
        } else {
          #expect(records.last?["outcome"]?.text == outcome, "\(operation)")
        }
        #expect(records.last?["operation"]?.text == "test/\(operation)")
      }
    }
  }

  @Test("accounted: a launcher that is killed has left its grant")
  func killed() throws {
    try Sandbox.with(Operation("sleep", "sleep", "60")) { sandbox in
      let staying = try sandbox.stay("sleep")
      #expect(sandbox.records.map { $0["event"]?.text } == ["granted"])
      staying.running.signal(9)
      _ = try staying.running.wait()
      #expect(sandbox.records.map { $0["event"]?.text } == ["granted"])
    }
  }

  @Test("accounted: a call whose grant can't be recorded is refused")
  func unrecorded() throws {
    try Sandbox.with(.mark()) { sandbox in
      unsafe mkdir(sandbox.directory + "/folder", 0o755)
      for audit in ["/dev/full", sandbox.directory + "/folder", "/nonexistent/audit.jsonl"] {
        let start = Start(
          sandbox.launcher,
          [
            "--profiles", sandbox.profiles, "--policies", sandbox.policies, "--audit", audit, "--outcome-fd", "3",
            Sandbox.profile, "mark",
          ])
        let ended = try Running(start).wait()
        #expect([125, 126].contains(ended.status), "\(audit): \(ended.message)")
        #expect(!sandbox.takeMark(), "the command ran without a record")
        #expect(ended.message.contains(audit), "\(ended.message)")
        #expect(ended.errors.filter { $0 == 0x0A }.count == 1, "\(ended.message)")
      }
    }
  }

  @Test("accounted: a secret is in no record, plan, message or process title")
  func secrets() throws {
    let keys = """
      arguments: { key: { type: text, max: 16, secret: true } }
      input: { text: "{key}" }
      """
    let secret = "hunter2-hunter2"
    try Sandbox.with(Operation("copy", "copy", keys: keys)) { sandbox in
      let ended = try sandbox.run("copy", secret)
      expectRan(ended)
      #expect(ended.text == secret, "it does not reach the command")
      let refused = try sandbox.run("copy", secret + secret)
      expectNotRun(refused, 126, naming: "key", in: sandbox)
      let plan = try sandbox.run("copy", secret, options: ["--plan"])
      let planJSON = try sandbox.run("copy", secret, options: ["--plan", "--json"])
      for (place, text) in [
        ("audit", Host.text(sandbox.audit)), ("message", refused.message), ("plan", plan.text),
        ("plan as JSON", planJSON.text), ("outcome", "\(String(describing: ended.outcome))"),
      ] {
        #expect(!text.contains("hunter2"), "\(place)")
      }
      #expect(plan.status == 0 && !plan.text.isEmpty)
    }
  }

  @Test("accounted: hostile bytes of a refused argument are quoted, never raw")
  func quoting() throws {
    try Sandbox.with(
      Operation("exit", "exit", "0", keys: "arguments: { link: interface }\nenvironment: { L: \"{link}\" }")
    ) { sandbox in
      let hostile = Array("x\n{\"event\":\"granted\"}\u{1B}[2J".utf8) + [0xFF]
      var start = sandbox.start("exit")
      start.words.append(hostile)
      let ended = try Running(start).wait()
      expectNotRun(ended, 126, naming: "link", in: sandbox)
      let raw = Host.bytes(sandbox.audit)
      #expect(raw.filter { $0 == 0x0A }.count == 1)
      #expect(!raw.contains { $0 < 0x20 && $0 != 0x0A })
      #expect(String(validating: raw, as: UTF8.self) != nil)
      #expect(sandbox.records.map { $0["event"]?.text } == ["refused"])
    }
  }

  @Test("accounted: records of calls at one time are whole lines")
  func concurrent() throws {
    try Sandbox.with(Operation("exit", "exit", "0")) { sandbox in
      try sandbox.run("exit")
      let all = try (0..<40).map { _ in try Running(sandbox.start("exit")) }
      for one in all { expectRan(try one.wait()) }
      #expect(sandbox.records.count == 82)
      #expect(sandbox.records.allSatisfy { $0["event"] != nil })
    }
  }
}
