import SandboxPolicy
import Testing

@Suite("How a call ended")
struct OutcomeTests {
  private static let outcomes: [(Outcome, Int32, String?, String)] = [
    (.exited(code: 0), 0, nil, #"{"outcome":"exited","code":0,"success":true}"#),
    (.exited(code: 3), 3, nil, #"{"outcome":"exited","code":3,"success":true}"#),
    (.exited(code: 1), 1, nil, #"{"outcome":"exited","code":1,"success":false}"#),
    (.exited(code: 123), 123, nil, #"{"outcome":"exited","code":123,"success":false}"#),
    (
      .exited(code: 124), 123, "the command left with 124, reported as 123",
      #"{"outcome":"exited","code":124,"success":false,"message":"the command left with 124, reported as 123"}"#
    ),
    (
      .exited(code: 255), 123, "the command left with 255, reported as 123",
      #"{"outcome":"exited","code":255,"success":false,"message":"the command left with 255, reported as 123"}"#
    ),
    (
      .signalled(9), 137, "the command was ended by signal 9",
      #"{"outcome":"signalled","signal":9,"success":false,"message":"the command was ended by signal 9"}"#
    ),
    (
      .signalled(64), 192, "the command was ended by signal 64",
      #"{"outcome":"signalled","signal":64,"success":false,"message":"the command was ended by signal 64"}"#
    ),
    (
      .timedOut(milliseconds: 250), 124, "took longer than 250 ms and was ended",
      #"{"outcome":"timed-out","success":false,"message":"took longer than 250 ms and was ended"}"#
    ),
    (
      .outputLimit(bytes: 5), 137, "wrote more than 5 bytes and was ended; raise limits.output if that is due",
      #"{"outcome":"output-limit","success":false,"#
        + #""message":"wrote more than 5 bytes and was ended; raise limits.output if that is due"}"#
    ),
    (.setUpFailed("a\nb"), 125, "a\nb", #"{"outcome":"set-up-failed","success":false,"message":"a\nb"}"#),
    (.refused("\"x\""), 126, "\"x\"", #"{"outcome":"refused","success":false,"message":"\"x\""}"#),
    (.notFound("c"), 127, "c", #"{"outcome":"not-found","success":false,"message":"c"}"#),
  ]

  @Test("an outcome is one exit status, one message and one JSON object", arguments: outcomes)
  func forms(outcome: Outcome, status: Int32, message: String?, json: String) {
    #expect(outcome.exitStatus == status)
    #expect(outcome.message == message)
    #expect(JSONText.object(outcome.jsonMembers(success: [0, 3])).line == json)
  }

  @Test("no exit code of a command is taken for something that the launcher says")
  func codes() {
    for code in UInt8.min...UInt8.max {
      let status = Outcome.exited(code: code).exitStatus
      #expect(status == (code < 124 ? Int32(code) : 123))
    }
  }

  @Test("only an exit with a code that counts is a success")
  func success() {
    for (outcome, _, _, _) in Self.outcomes {
      let isExit = if case .exited = outcome { true } else { false }
      let all = outcome.jsonMembers(success: Array(0...255))
      #expect(all.contains(JSONText.Member("success", .bool(isExit))))
      #expect(outcome.jsonMembers(success: []).contains(JSONText.Member("success", .bool(false))))
    }
  }

  @Test("what a call has used is in units that its names say")
  func use() {
    let use = ResourceUse(duration: 1, user: 2, system: 3, peak: .max)
    #expect(
      JSONText.object(use.jsonMembers).line
        == #"{"duration_us":1,"user_us":2,"system_us":3,"peak_kib":9223372036854775807}"#)
  }
}

@Suite("Facts of the host")
struct HostFactsTests {
  private func privateID(_ pid: Int32) -> UInt32 {
    HostFacts(user: 0, group: 0, launcher: pid, cgroups: nil, landlock: 0).privateID
  }

  @Test("each pid that a kernel can give has a private identity of its own")
  func distinct() {
    let most: Int32 = 1 << 22
    var seen: Set<UInt32> = []
    for pid in 1..<most where pid % 997 == 0 || pid > most - 100 || pid < 100 { seen.insert(privateID(pid)) }
    #expect(seen.count == (1..<most).filter { $0 % 997 == 0 || $0 > most - 100 || $0 < 100 }.count)
  }

  @Test(
    "no private identity is anybody's: not the host's, not a container's, not nobody",
    arguments: [
      1, 2, 4711, (1 << 22) - 1, 1 << 22, Int32.max, -1, .min,
    ])
  func range(pid: Int32) {
    // Containers of systemd-nspawn end at 0x6FFFFFFF, its foreign identities begin at 0x7FFE0000.
    #expect((0x7800_0000...0x783F_FFFF).contains(privateID(pid)))
  }

  @Test("only uid 0 is root")
  func root() {
    #expect(HostFacts(user: 0, group: 5, launcher: 1, cgroups: nil, landlock: 0).isRoot)
    #expect(!HostFacts(user: 1, group: 0, launcher: 1, cgroups: nil, landlock: 0).isRoot)
  }
}
