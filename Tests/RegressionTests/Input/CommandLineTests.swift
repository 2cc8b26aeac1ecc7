import Foundation
import Testing

/// The launcher's own command line, and rule 40: names of profiles and operations.
@Suite("command line", .asRoot)
struct CommandLineTests {
  @Test("--help and --version print to standard output and run nothing")
  func helpAndVersion() throws {
    try Sandbox.with { sandbox in
      for option in ["--help", "--version"] {
        var start = Start(sandbox.launcher, [option])
        start.hasOutcome = false
        let ended = try Running(start).wait()
        #expect(ended.status == 0)
        #expect(ended.text.contains("sandbox-run") && ended.text.hasSuffix("\n"))
        #expect(ended.errors.isEmpty)
      }
    }
  }

  @Test(
    "options: unknown, repeated, abbreviated, empty and misplaced ones are refused",
    arguments: [
      ["--unknown", "test", "mark"], ["--prof", "/x", "test", "mark"], ["--plan", "--plan", "test", "mark"],
      ["-p", "test", "mark"], ["--plan=yes", "test", "mark"], ["--json", "test", "mark"], ["test"], [],
      ["test", "mark", "--plan"], ["test", "--plan", "mark"], ["--", "--plan", "test", "mark"],
      ["test", "mark", "extra"],
      ["--audit"], ["--audit=", "test", "mark"], ["--PLAN", "test", "mark"], ["—plan", "test", "mark"],
    ])
  func options(words: [String]) throws {
    try Sandbox.with(.mark()) { sandbox in
      // Without the options that every call has, so that a repetition is this one's own.
      var start = Start(
        sandbox.launcher, ["--profiles", sandbox.profiles, "--policies", sandbox.policies, "--outcome-fd", "3"])
      if words.first?.hasPrefix("--audit") != true { start.words += ["--audit", sandbox.audit].map { Array($0.utf8) } }
      start.words += words.map { Array($0.utf8) }
      let ended = try Running(start).wait()
      #expect([126, 127].contains(ended.status), "\(ended.status) \(ended.message)")
      #expect(!sandbox.takeMark())
      #expect(ended.output.isEmpty)
      #expect(ended.message.hasPrefix("sandbox-run: "))
      #expect(ended.errors.filter { $0 == 0x0A }.count == 1, "\(ended.message)")
    }
  }

  @Test("options: --name=value is --name value, and -- ends them once")
  func spellings() throws {
    try Sandbox.with(.mark()) { sandbox in
      let words = [
        "--profiles=\(sandbox.profiles)", "--policies=\(sandbox.policies)", "--audit=\(sandbox.audit)",
        "--outcome-fd=3",
        "--", "test", "mark",
      ]
      expectRan(try Running(Start(sandbox.launcher, words)).wait())
      #expect(sandbox.takeMark())
    }
  }

  @Test("options: directories have to be absolute and trusted")
  func directories() throws {
    try Sandbox.with(.mark()) { sandbox in
      try FileManager.default.createSymbolicLink(
        atPath: sandbox.directory + "/link", withDestinationPath: sandbox.profiles)
      for path in [
        "profiles", "", "../x", sandbox.directory + "/link", "/nonexistent", sandbox.out, "/tmp", "/dev/null",
      ] {
        for option in ["--profiles", "--policies"] {
          let other =
            option == "--profiles" ? ["--policies", sandbox.policies] : ["--profiles", sandbox.profiles]
          // What is missing is made, where root alone could have made it.
          if option == "--policies", path == "/nonexistent" { continue }
          let start = Start(
            sandbox.launcher,
            other + [option, path, "--audit", sandbox.audit, "--outcome-fd", "3", "test", "mark"])
          let ended = try Running(start).wait()
          #expect([125, 126, 127].contains(ended.status), "\(option) \(path): \(ended.status) \(ended.message)")
          #expect(!sandbox.takeMark(), "\(option) \(path)")
        }
      }
    }
  }

  private static let names: [[UInt8]] = [
    [], Array(".".utf8), Array("..".utf8), Array("a/b".utf8), Array("/etc/passwd".utf8), Array("../test".utf8),
    Array("./test".utf8), Array("~".utf8), Array(".test".utf8), Array("TEST".utf8), Array("test\n".utf8),
    Array("test ".utf8), Array(" test".utf8), Array(String(repeating: "a", count: 65).utf8),
    Array(String(repeating: "a", count: 5000).utf8), Array("%2e%2e".utf8), Array("ｔest".utf8),
    Array("te\u{301}st".utf8),
    Array("test.yaml".utf8), Array("te_st".utf8), [0xC0, 0xAE], [0xFF], Array("test\u{0}".utf8.dropLast()) + [0x1B],
    Array("test*".utf8), Array("test;id".utf8),
  ]

  @Test("profile names: what is no name is not looked for", arguments: 0..<25)
  func profileNames(index: Int) throws {
    try Sandbox.with(.mark()) { sandbox in
      let name = Self.names[index]
      for words in [[name, Array("mark".utf8)], [Array("test".utf8), name]] {
        let ended = try sandbox.launch(words)
        #expect([126, 127].contains(ended.status), "\(name): \(ended.status) \(ended.message)")
        #expect(!sandbox.takeMark())
        #expect(ended.errors.filter { $0 == 0x0A }.count == 1, "\(ended.message)")
        #expect(!ended.errors.contains { $0 < 0x20 && $0 != 0x0A })
        #expect(sandbox.records.last?["event"]?.text == "refused")
      }
    }
  }

  @Test("profile names: a leading dash is an option, and no operation begins with one")
  func dashes() throws {
    try Sandbox.with(.mark()) { sandbox in
      for words in [["-test", "mark"], ["test", "-mark"], ["test", "--help"]] {
        let ended = try sandbox.launch(words.map { Array($0.utf8) })
        #expect([126, 127].contains(ended.status), "\(words): \(ended.status)")
        #expect(!sandbox.takeMark())
      }
    }
  }
}
