import SandboxAudit
import SandboxPolicy
import Testing

@Suite("Audit records")
struct AuditRecordTests {
  private static let names = NameTable(users: [:], groups: [:])
  private static let text = ArgumentType.text(max: 64, pattern: nil, leadingDash: false)
  private static let beginning = #"{"time":"2026-11-25T03:04:05.678901Z","call":"7.8","event":""#
  private static let caller = #"","caller":{"uid":1000,"gid":100,"pid":4711},"operation":"bridge/add""#

  private func line(_ event: AuditRecord.Event, _ arguments: ArgumentValues? = nil) -> String {
    AuditRecord(
      time: 1_795_575_845_678_901_234, call: "7.8", caller: Caller(user: 1000, group: 100, process: 4711),
      operation: "bridge/add", arguments: arguments, event: event
    ).line
  }

  private func values(_ words: [String]) throws -> ArgumentValues {
    try ArgumentValidator.validate(
      words.map { Array($0.utf8) },
      of: [
        ArgumentDeclaration(name: "name", type: Self.text),
        ArgumentDeclaration(name: "key", type: Self.text, isSecret: true),
        ArgumentDeclaration(name: "quiet", type: .flag(text: "-q")),
        ArgumentDeclaration(name: "other", type: Self.text, isOptional: true),
        ArgumentDeclaration(name: "list", type: .list(of: Self.text, max: 3), isOptional: true),
        ArgumentDeclaration(name: "keys", type: .list(of: Self.text, max: 3), isOptional: true, isSecret: true),
      ], names: Self.names)
  }

  @Test("a grant says who asked for what, and which walls there are")
  func granted() throws {
    let arguments = try values(["br0", "s3cret", "--quiet", "--list", "a", "--list", "b", "--keys", "s3cret"])
    #expect(
      line(.granted(landlock: 7), arguments)
        == Self.beginning + "granted" + Self.caller
        + #","arguments":{"name":"br0","key":"(secret)","quiet":"-q","list":["a","b"],"keys":"(secret)"},"landlock":7}"#
        + "\n")
  }

  @Test("an argument that was not given is not in the record")
  func absent() throws {
    #expect(
      line(.granted(landlock: 0), try values(["br0", "s3cret"]))
        == Self.beginning + "granted" + Self.caller + #","arguments":{"name":"br0","key":"(secret)"},"landlock":0}"#
        + "\n")
  }

  @Test("a refusal says why, and has no arguments where they were not understood")
  func refused() {
    #expect(
      line(.refused(.refused("argument bridge: \"../x\" is not an interface name")))
        == Self.beginning + "refused" + Self.caller
        + #","outcome":"refused","success":false,"message":"argument bridge: \"../x\" is not an interface name","status":126}"#
        + "\n")
  }

  @Test("an end says how the call ended and what it used")
  func ended() throws {
    let use = ResourceUse(duration: 1, user: 2, system: 3, peak: 4)
    #expect(
      line(.ended(.exited(code: 3), use, success: [3]), try values(["br0", "s3cret"]))
        == Self.beginning + "ended" + Self.caller
        + #","arguments":{"name":"br0","key":"(secret)"},"outcome":"exited","code":3,"#
        + #""success":true,"status":3,"duration_us":1,"user_us":2,"system_us":3,"peak_kib":4}"# + "\n")
    #expect(
      line(.ended(.signalled(15), use, success: [0]))
        == Self.beginning + "ended" + Self.caller
        + #","outcome":"signalled","signal":15,"success":false,"message":"the command was ended by signal 15","#
        + #""status":143,"duration_us":1,"user_us":2,"system_us":3,"peak_kib":4}"# + "\n")
  }

  @Test("no secret is in any record, whatever the event")
  func secrets() throws {
    let arguments = try values(["br0", "s3cret", "--keys", "s3cret"])
    let use = ResourceUse(duration: 1, user: 2, system: 3, peak: 4)
    for event in [
      AuditRecord.Event.granted(landlock: 1), .refused(.setUpFailed("x")), .ended(.exited(code: 0), use, success: [0]),
    ] {
      #expect(!line(event, arguments).contains("s3cret"))
    }
  }

  @Test("what a caller says can neither end its line nor pass for a member of the record")
  func injection() throws {
    let record = AuditRecord(
      time: 0, call: "a", caller: Caller(user: .max, group: .max, process: -1),
      operation: "x\",\"event\":\"granted\n{", arguments: try values(["a\",\"uid\":0,\u{2028}\u{202E}", "s3cret"]),
      event: .refused(.refused("b\r\n\u{1B}[2J")))
    #expect(
      record.line
        == #"{"time":"1970-01-01T00:00:00.000000Z","call":"a","event":"refused","#
        + #""caller":{"uid":4294967295,"gid":4294967295,"pid":-1},"operation":"x\",\"event\":\"granted\n{","#
        + #""arguments":{"name":"a\",\"uid\":0,\u2028\u202e","key":"(secret)"},"outcome":"refused","success":false,"#
        + #""message":"b\r\n\u001b[2J","status":126}"# + "\n")
    #expect(record.line.utf8.filter { $0 == 0x0A }.count == 1)
  }
}
