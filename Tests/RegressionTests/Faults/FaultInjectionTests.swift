import Foundation
import Glibc
import Testing

/// Rule 36: every set-up step can fail. Each system call that the set-up makes is made to fail once; the command never
/// runs, the exit status is 125, and the message names the step.
@Suite("every set-up step can fail", .asRoot)
struct FaultInjectionTests {
  /// Each facility that the set-up has a step for.
  private static let operation = Operation.mark(
    "mark",
    keys: """
      arguments: { link: { type: text, max: 8 } }
      environment: { LINK: "{link}" }
      user: daemon
      group: daemon
      groups: [adm]
      capabilities: [net_admin]
      network: loopback
      proc: own
      timeout: 5s
      """)

  /// Without capabilities and with private numbers: the own user namespace.
  private static let own = Operation.mark("private", keys: "init: false\noutput: none")

  /// What is wrong with an ending, or nothing.
  private func judge(_ fault: Fault, _ ended: Ended, _ sandbox: Sandbox) -> String? {
    let ran = sandbox.takeMark()
    let endings = Leniency.endings(of: fault)
    let what = "\(fault): status \(ended.status), \(ended.message)"
    if ended.status == 0 {
      for case .maySucceed in endings { return ran ? nil : "success without a run: \(what)" }
      return "success: \(what)"
    }
    if ran { return "the command ran: \(what)" }
    if ended.status < 0 || ended.status >= 128 {
      for case .mayCrash in endings { return nil }
      return "a signal: \(what)"
    }
    if ended.status != 125 {
      for case .mayBe(let status) in endings where status == ended.status { return nil }
      for case .mayCrash in endings { return nil }
      return "not 125: \(what)"
    }
    // The message itself is a call that may be the one to fail.
    if ["write", "writev"].contains(fault.name), ended.errors.isEmpty { return nil }
    guard ended.message.hasPrefix("sandbox-run: test/"), ended.message.filter({ $0 == "\n" }).count == 1 else {
      return "not one line of the launcher: \(what)"
    }
    guard ended.message.contains("could not") || ended.message.contains("Input/output error") else {
      return "no step is named: \(what)"
    }
    return nil
  }

  @Test(
    "every call of the set-up, each occurrence in each process, fails once: nothing runs",
    arguments: ["mark", "private"])
  func everyCall(operation: String) throws {
    try Sandbox.with(Self.operation, Self.own) { sandbox in
      let arguments = operation == "mark" ? ["word"] : []
      let plain = try Running(sandbox.start(operation, arguments)).wait()
      expectRan(plain)
      #expect(sandbox.takeMark())
      let before = HostState.now()
      let faults = try Fault.all(of: sandbox, operation, arguments)
      #expect(faults.count > 60, "only \(faults.count) calls were learnt")
      _ = sandbox.takeMark()
      var findings: [String] = []
      for fault in faults {
        let wrapper = [
          sandbox.probe, "inject", "\(fault.process)", "\(fault.call)", "\(fault.occurrence)", "\(EIO)",
        ]
        let ended = try Running(sandbox.start(operation, arguments, under: wrapper)).wait(seconds: 40)
        if let finding = judge(fault, ended, sandbox) { findings.append(finding) }
        if !Host.settles({ sandbox.processes.isEmpty }) { findings.append("\(fault): processes live") }
      }
      #expect(findings.isEmpty, "\(findings.count) of \(faults.count):\n\(findings.joined(separator: "\n"))")
      #expect(before.returns())
      expectRan(try Running(sandbox.start(operation, arguments)).wait())
    }
  }

  @Test(
    "the same by strace: each distinct call fails in all its occurrences, and nothing runs",
    .needs("/usr/bin/strace"))
  func byStrace() throws {
    try Sandbox.with(Self.operation) { sandbox in
      _ = try Running(sandbox.start("mark", ["word"])).wait()
      let names = Set(try Fault.all(of: sandbox, "mark", ["word"]).filter { $0.process > 0 }.map(\.name))
      _ = sandbox.takeMark()
      var findings: [String] = []
      for name in names.sorted() {
        // The launcher's own start is an execve as well: only that of the command is to fail.
        let place = name == "execve" ? ["-P", sandbox.probe] : []
        let wrapper =
          ["/usr/bin/strace", "-f", "-qq", "-o", "/dev/null"] + place + [
            "-e", "trace=\(name)", "-e", "inject=\(name):error=EIO", "--",
          ]
        let isLenient = Leniency.all.contains { $0.calls.contains(name) }
        do {
          let ended = try Running(sandbox.start("mark", ["word"], under: wrapper)).wait(seconds: 10)
          // strace puts the number -1 in the place of the call that fails; filters that are loaded by then kill for that.
          let isKilled = ["execve", "rt_sigtimedwait"].contains(name) && ended.message.contains("signal \(SIGSYS)")
          if !isLenient, !isKilled, ended.status != 125 { findings.append("\(name): \(ended.status) \(ended.message)") }
        } catch {
          findings.append("\(name): \(error)")
          for process in sandbox.processes { kill(process, SIGKILL) }
        }
        if sandbox.takeMark(), !isLenient { findings.append("\(name): the command ran") }
      }
      #expect(findings.isEmpty, "\(findings.joined(separator: "\n"))")
      #expect(names.count > 25, "\(names)")
    }
  }

  @Test("the command's own execve fails: nothing runs, and the message names the command")
  func execve() throws {
    try Sandbox.with(Operation("broken", command: ["$DIR/programs/broken"])) { sandbox in
      // Right in every way that can be looked at, and yet no program: the kernel says so at the last step.
      var bytes = Host.bytes("/usr/bin/true")
      bytes[18] = 0xF3
      try sandbox.put(
        Array("#!/nonexistent/interpreter\n".utf8), at: sandbox.directory + "/programs/broken", mode: 0o755)
      let script = try sandbox.run("broken")
      #expect([125, 127].contains(script.status), "\(script.message)")
      try sandbox.put(bytes, at: sandbox.directory + "/programs/broken", mode: 0o755)
      let foreign = try sandbox.run("broken")
      #expect([125, 127].contains(foreign.status), "\(foreign.message)")
      #expect(foreign.message.contains("broken"), "\(foreign.message)")
    }
  }
}
