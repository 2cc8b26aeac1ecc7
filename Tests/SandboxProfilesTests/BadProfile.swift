import SandboxPolicy
import Testing

@testable import SandboxProfiles

/// A profile with mistakes, and the diagnostics that it has to get, all of them and in this order.
struct BadProfile: Sendable, CustomTestStringConvertible {
  /// What is refused.
  let sentence: String
  /// The whole text.
  let text: String
  /// `LINE:COLUMN: MESSAGE`, one for each mistake.
  let diagnostics: [String]

  var testDescription: String { sentence }

  /// A profile whose one operation has these keys; they stand from line 4 on, indented by four.
  init(_ sentence: String, operation: String, _ diagnostics: [String]) {
    let lines = operation.split(separator: "\n").map { "    \($0)\n" }
    self.init(sentence, text: "summary: s\noperations:\n  a:\n" + lines.joined(), diagnostics)
  }

  /// A profile of this text.
  init(_ sentence: String, text: String, _ diagnostics: [String]) {
    self.sentence = sentence
    self.text = text
    self.diagnostics = diagnostics
  }

  /// A profile without a mistake.
  static let smallest = "summary: s\noperations:\n  a:\n    summary: s\n    run: [/usr/bin/true]\n"

  static let all = document + yaml + entrypoint + identity + files + limits + arguments + templates
}

extension UserDatabase {
  /// The users of every test: what the machine knows makes no difference.
  static let fixed = UserDatabase(
    users: ["root": 0, "daemon": 1, "nova": 110], groups: ["root": 0, "daemon": 1, "disk": 6, "agents": 120])
}

/// Reads a text as the profile `p`.
func read(_ text: String) throws(ProfileErrors) -> Profile {
  try ProfileReader.read(Array(text.utf8), name: "p", file: "p.yaml", users: .fixed)
}

/// Reads a profile whose one operation has these keys.
func readOperation(_ keys: String) throws -> ProfileOperation {
  let lines = keys.split(separator: "\n").map { "    \($0)\n" }
  return try #require(try read("summary: s\noperations:\n  a:\n" + lines.joined()).operations.first)
}

@Suite("A bad profile is refused")
struct BadProfileTests {
  @Test("with every mistake, its line, its column and what would be right", arguments: BadProfile.all)
  func diagnostics(_ bad: BadProfile) {
    let error = #expect(throws: ProfileErrors.self) { try read(bad.text) }
    #expect(error?.diagnostics.map(\.description) == bad.diagnostics.map { "p.yaml:" + $0 })
  }

  @Test("and the smallest profile is not")
  func smallest() throws {
    #expect(try read(BadProfile.smallest).operations.map(\.name) == ["a"])
  }

  @Test("with no more than twenty diagnostics")
  func most() {
    let calls = (0..<50).map { "nosuchcall\($0)" }.joined(separator: ", ")
    let error = #expect(throws: ProfileErrors.self) { try read(BadProfile.smallest + "    syscalls: [\(calls)]\n") }
    #expect(error?.diagnostics.count == 20)
    #expect(error?.diagnostics.first?.description == "p.yaml:6:16: unknown system call nosuchcall0")
  }

  @Test("when a list or map in it is longer than any check should have to compare")
  func crowds() {
    let variables = (0..<5000).map { "V\($0): x" }.joined(separator: ",\n      ")
    let error = #expect(throws: ProfileErrors.self) {
      try read(BadProfile.smallest + "    environment: { \(variables) }\n")
    }
    #expect(error?.description == "p.yaml:6:18: environment has more than 1024 entries")
  }

  @Test("when its bytes are not UTF-8")
  func encoding() {
    let bytes = Array("summary: \u{e9}".utf8) + [0xC3, 0x28]
    let error = #expect(throws: ProfileErrors.self) {
      try ProfileReader.read(bytes, name: "p", file: "p.yaml", users: .fixed)
    }
    #expect(error?.description == "p.yaml:1:11: a byte that is not UTF-8")
  }

  @Test("when it is larger than 1 MiB, before anything of it is looked at")
  func size() {
    let bytes = [UInt8](repeating: 0, count: (1 << 20) + 1)
    let error = #expect(throws: ProfileErrors.self) {
      try ProfileReader.read(bytes, name: "p", file: "p.yaml", users: .fixed)
    }
    #expect(error?.description == "p.yaml:1:1: the file is larger than 1 MiB")
  }

  @Test(
    "when its name is none", arguments: ["", "A", "a_b", "-a", "../a", "a/b", "é", String(repeating: "a", count: 65)])
  func name(_ name: String) {
    #expect(throws: ProfileErrors.self) {
      try ProfileReader.read(Array(BadProfile.smallest.utf8), name: name, file: "p.yaml", users: .fixed)
    }
  }
}
