import Testing

/// Promise 7: i386 and x32 calls kill.
@Suite("foreign-abi", .asRoot, .onIntel)
struct ForeignABITests {
  @Test("foreign-abi: a call of i386 or x32 kills, whatever the filter allows", arguments: ["i386", "x32"])
  func kills(abi: String) throws {
    try Sandbox.with(
      Operation("command", "foreign", abi), Operation("alone", "foreign", abi, keys: "syscalls: [\"@command-alone\"]"),
      Operation("getpid", "foreign", abi, keys: "syscalls: [\"@command\", getpid]")
    ) { sandbox in
      for operation in ["command", "alone", "getpid"] {
        let ended = try sandbox.run(operation)
        #expect(ended.status == 128 + 31, "\(ended.text) \(ended.message)")
        #expect(ended.outcome?["outcome"]?.text == "signalled")
        #expect(ended.outcome?["signal"]?.number == 31)
        #expect(ended.output.isEmpty)
      }
    }
  }
}
