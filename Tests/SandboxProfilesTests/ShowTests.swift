import SandboxPolicy
import Testing

@testable import SandboxProfiles
@testable import sandbox_profile

@Suite("What is shown of an operation")
struct ShowTests {
  @Test(
    "the rule of a path is a sentence",
    arguments: [
      (PathRule.Kind.file, PathRule.Existence.exist, "an existing regular file beneath /srv"),
      (.any, .exist, "an existing file of any kind beneath /srv"),
      (.blockDevice, .exist, "an existing block device beneath /srv"),
      (.directory, .notExist, "a path beneath /srv where nothing exists yet"),
      (.socket, .either, "a socket beneath /srv, existing or not"),
      (.any, .either, "a path beneath /srv, existing or not"),
    ])
  func paths(_ kind: PathRule.Kind, _ existence: PathRule.Existence, _ text: String) {
    #expect(ShowWords.type(.path(PathRule(under: "/srv", kind: kind, existence: existence))) == text)
  }

  private func lines(_ rules: [String], width: Int = 84) throws -> [String] {
    ShowCalls.lines(try rules.map { try SystemCallRule(parsing: $0) }, width: width)
  }

  @Test("system calls stand under the group that allows them, and those with conditions on lines of their own")
  func calls() throws {
    let lines = try lines(["kill", "@command-alone", "socket(domain == AF_NETLINK)", "read"])
    #expect(lines.first == "@command-alone:")
    let besides = try #require(lines.firstIndex(of: "besides:"))
    #expect(Array(lines[besides...]) == ["besides:", "  kill", "  socket(domain == AF_NETLINK)"])
    #expect(try self.lines(["kill", "read"]) == ["by name:", "  kill read"])
  }

  @Test("every system call is shown once, in lines that fit", arguments: [60, 84])
  func complete(_ width: Int) throws {
    let condition = "ioctl(request in {SIOCBRADDBR, SIOCBRDELBR})"
    let names = ["@command", "@file-write", "@network-client", "@mount", condition]
    let rules = try names.map { try SystemCallRule(parsing: $0) }
    let lines = ShowCalls.lines(rules, width: width)
    for line in lines { #expect(line.utf8.count <= width, "\(line)") }
    let shown = lines.filter { $0.hasPrefix(" ") }.joined(separator: " ").split(separator: " ")
    let expected = FilterCompiler.expansion(rules).map { $0.call + ($0.condition.map { "(\($0))" } ?? "") }
    #expect(shown.sorted() == expected.flatMap { $0.split(separator: " ") }.sorted())
  }
}
