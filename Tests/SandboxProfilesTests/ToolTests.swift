import Glibc
import SandboxPolicy
import Testing

@testable import SandboxProfiles

@Suite("The author's tool")
struct ToolTests {
  private static let profile = """
    summary: s
    operations:
      add: { summary: Add, run: [/usr/bin/true] }
      ping: { summary: Ping, run: [/usr/bin/no-such-ping] }

    """

  /// A directory with these profiles, and the options that name it.
  private func scratch(_ profiles: [String: String]) throws -> (directory: ScratchDirectory, options: [String]) {
    let scratch = try ScratchDirectory()
    scratch.make("profiles")
    for (name, text) in profiles { try scratch.write("profiles/\(name).yaml", Array(text.utf8)) }
    return (scratch, ["--profiles", "\(scratch.path)/profiles", "--policies", "\(scratch.path)/policies"])
  }

  @Test("compiles a profile of which one command is missing, in silence, and the policy says which")
  func compileMissing() throws {
    let (scratch, options) = try scratch(["net": Self.profile])
    let ended = try ToolProgram().run(["compile", "net"] + options)
    #expect(ended == ToolProgram.Ended(status: 0, output: "", errors: ""))
    let policy = try PolicyCodec.decode(try HostFile.read("\(scratch.path)/policies/net.policy", limit: 1 << 20))
    #expect(policy.operations.map(\.missingCommand) == [nil, MissingCommand(command: "/usr/bin/no-such-ping")])
  }

  @Test("reports a missing command to the author with its place, and shows the operation all the same")
  func checkMissing() throws {
    let (scratch, options) = try scratch(["net": Self.profile])
    let place = "\(scratch.path)/profiles/net.yaml:4:32"
    let ended = try ToolProgram().run(["check", "net"] + options)
    let message = "there is no command /usr/bin/no-such-ping"
    #expect(ended == ToolProgram.Ended(status: 1, output: "", errors: "\(place): \(message)\n"))
    let shown = try ToolProgram().run(["show", "net", "ping"] + options)
    #expect(shown.status == 0)
    #expect(shown.output.contains("\n  missing       \(message)\n"))
  }

  @Test("says what was perhaps meant by a misspelt profile or operation", arguments: ["show", "check", "compile"])
  func suggestions(_ command: String) throws {
    let (scratch, options) = try scratch(["bridge": Self.profile])
    let ended = try ToolProgram().run([command, "brige"] + options)
    let message = "there is no profile brige in \(scratch.path)/profiles; did you mean bridge?"
    #expect(ended == ToolProgram.Ended(status: 3, output: "", errors: "sandbox-profile: \(message)\n"))
  }

  @Test("says which operation was perhaps meant, however it is named")
  func operations() throws {
    let (scratch, options) = try scratch(["bridge": Self.profile])
    defer { withExtendedLifetime(scratch) {} }
    for words in [["bridge", "ad"], ["bridge/ad"]] {
      let ended = try ToolProgram().run(["show"] + words + options)
      let message = "sandbox-profile: profile bridge has no operation ad; did you mean add?\n"
      #expect(ended == ToolProgram.Ended(status: 3, output: "", errors: message))
    }
    #expect(try ToolProgram().run(["show", "bridge/add"] + options).output.hasPrefix("bridge/add: Add\n"))
    let hostile = try ToolProgram().run(["show", "bridge", "\u{1B}[31m"] + options)
    #expect(hostile.errors == "sandbox-profile: profile bridge has no operation \"\\u{1b}[31m\"\n")
  }

  @Test(
    "fails with one line when what it says can't be written",
    arguments: [
      ["list", "--names"], ["list"], ["list", "--json"], ["show", "a"], ["show", "a", "--json"], ["check"],
      ["check", "--json"], ["compile", "--verbose"], ["--help"], ["--version"],
      ["--generate-completion-script", "bash"],
    ])
  func lostOutput(_ words: [String]) throws {
    let (scratch, options) = try scratch(["a": BadProfile.smallest, "b": BadProfile.smallest])
    defer { withExtendedLifetime(scratch) {} }
    let ended = try ToolProgram().run(words + (words[0].hasPrefix("-") ? [] : options), output: "/dev/full")
    let message = "sandbox-profile: could not write to standard output: No space left on device\n"
    #expect(ended == ToolProgram.Ended(status: 1, output: "", errors: message))
  }

  @Test("checks by name what sandbox-run would use, and by file what an author is working on")
  func trust() throws {
    let (scratch, options) = try scratch(["a": BadProfile.smallest, "b": BadProfile.smallest])
    let directory = "\(scratch.path)/profiles"
    try #require(unsafe chmod("\(directory)/a.yaml", 0o666) == 0)
    try #require(unsafe symlink("b.yaml", "\(directory)/c.yaml") == 0)
    let reasons = [
      "a: \(directory)/a.yaml is writable by others (mode 666); only its owner may be able to write it",
      "c: \(directory)/c.yaml is a symbolic link; name what it points to",
    ]
    let errors = reasons.map { "sandbox-profile: sandbox-run would not use profile \($0)\n" }.joined()
    let all = try ToolProgram().run(["check"] + options)
    #expect(all == ToolProgram.Ended(status: 1, output: "b: 1 operation\n", errors: errors))
    let file = try ToolProgram().run(["check", "\(directory)/a.yaml", "\(directory)/c.yaml"] + options)
    #expect(file == ToolProgram.Ended(status: 0, output: "a: 1 operation\nc: 1 operation\n", errors: ""))
    let json = try ToolProgram().run(["check", "a", "--json"] + options)
    #expect(json.status == 1)
    #expect(json.output.contains("is writable by others (mode 666)"))
  }

  @Test("says once what is wrong with the whole directory")
  func distrustedDirectory() throws {
    let (scratch, options) = try scratch(["a": BadProfile.smallest, "b": BadProfile.smallest])
    try #require(unsafe chmod("\(scratch.path)/profiles", 0o777) == 0)
    let ended = try ToolProgram().run(["check"] + options)
    #expect(ended.status == 1)
    #expect(ended.output == "")
    #expect(ended.errors.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
  }
}
