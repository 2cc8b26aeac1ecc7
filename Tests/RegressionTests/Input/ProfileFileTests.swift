import Foundation
import Glibc
import Testing

/// Rule 41 and section 6 of the input side: files of profiles.
@Suite("profile files", .asRoot)
struct ProfileFileTests {
  private static let text = Sandbox.yaml([.mark()])

  /// Writes a profile `other` in this way, and expects that nothing of it runs while its neighbour does.
  private func expectUnused(
    _ sandbox: Sandbox, _ what: String, naming word: String = "other", sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let ended = try sandbox.run("mark", profile: "other")
    #expect(
      [125, 127].contains(ended.status), "\(what): \(ended.status) \(ended.message)", sourceLocation: sourceLocation)
    #expect(!sandbox.takeMark(), "\(what): it ran", sourceLocation: sourceLocation)
    #expect(ended.message.contains(word), "\(what): \(ended.message)", sourceLocation: sourceLocation)
    #expect(ended.ownLines.count == 1, "\(what): \(ended.message)", sourceLocation: sourceLocation)
    #expect(Host.names(in: sandbox.policies).allSatisfy { !$0.hasPrefix("other") }, "\(what): a policy was written")
    expectRan(try sandbox.run("mark"), sourceLocation: sourceLocation)
    #expect(sandbox.takeMark(), sourceLocation: sourceLocation)
  }

  @Test("profile files: owned or writable by somebody else, or more than one name for it: not used")
  func ownership() throws {
    try Sandbox.with(.mark()) { sandbox in
      let path = sandbox.profiles + "/other.yaml"
      try sandbox.write(yaml: Self.text, profile: "other")
      expectRan(try sandbox.run("mark", profile: "other"))
      #expect(sandbox.takeMark())
      unsafe unlink(sandbox.policies + "/other.policy")
      let cases: [(String, () -> Void, () -> Void)] = [
        ("another owner", { unsafe chown(path, 65534, 0) }, { unsafe chown(path, 0, 0) }),
        ("group-writable", { unsafe chmod(path, 0o664) }, { unsafe chmod(path, 0o644) }),
        ("world-writable", { unsafe chmod(path, 0o646) }, { unsafe chmod(path, 0o644) }),
        ("a second link", { unsafe link(path, sandbox.out + "/link") }, { unsafe unlink(sandbox.out + "/link") }),
      ]
      for (what, spoil, mend) in cases {
        spoil()
        try expectUnused(sandbox, what)
        mend()
      }
      expectRan(try sandbox.run("mark", profile: "other"))
    }
  }

  @Test("profile files: a policy that is there already does not make an untrusted profile trusted")
  func ownershipAfterCompilation() throws {
    try Sandbox.with(.mark(), .mark("second")) { sandbox in
      expectRan(try sandbox.run("mark"))
      #expect(sandbox.takeMark())
      unsafe chmod(sandbox.profiles + "/test.yaml", 0o666)
      let ended = try sandbox.run("mark")
      #expect([125, 127].contains(ended.status), "\(ended.status) \(ended.message)")
      #expect(!sandbox.takeMark())
    }
  }

  @Test("profile files: a directory above that others can write is not used")
  func directories() throws {
    try Sandbox.with(.mark()) { sandbox in
      for (path, mode) in [(sandbox.profiles, 0o777), (sandbox.profiles, 0o1777), (sandbox.directory, 0o775)] {
        unsafe chmod(path, mode_t(mode))
        let ended = try sandbox.run("mark")
        unsafe chmod(path, 0o755)
        #expect([125, 127].contains(ended.status), "\(path): \(ended.status) \(ended.message)")
        #expect(!sandbox.takeMark())
      }
      unsafe chown(sandbox.profiles, 65534, 65534)
      let ended = try sandbox.run("mark")
      unsafe chown(sandbox.profiles, 0, 0)
      #expect([125, 127].contains(ended.status), "\(ended.message)")
      #expect(!sandbox.takeMark())
    }
  }

  @Test("profile files: what is no regular file is not opened, and does not block")
  func kinds() throws {
    try Sandbox.with(.mark()) { sandbox in
      let path = sandbox.profiles + "/other.yaml"
      try sandbox.put(Array(sandbox.expand(Self.text).utf8), at: sandbox.directory + "/elsewhere.yaml")
      let cases: [(String, () throws -> Void)] = [
        ("a symlink", { unsafe symlink(sandbox.directory + "/elsewhere.yaml", path) }),
        ("a symlink to a neighbour", { unsafe symlink("test.yaml", path) }),
        ("a directory", { unsafe mkdir(path, 0o755) }),
        ("a FIFO", { unsafe mkfifo(path, 0o644) }),
        ("a device", { unsafe symlink("/dev/zero", path) }),
        ("nothing", {}),
      ]
      for (what, make) in cases {
        try make()
        try expectUnused(sandbox, what)
        if unsafe unlink(path) != 0 { unsafe rmdir(path) }
      }
    }
  }

  @Test("profile files: only NAME.yaml of the one directory")
  func names() throws {
    try Sandbox.with(.mark()) { sandbox in
      for name in [
        "other.yaml~", "other.yml", "other.yaml.dpkg-dist", ".other.yaml", "Other.yaml", "other", "other.YAML",
      ] {
        try sandbox.put(Array(sandbox.expand(Self.text).utf8), at: sandbox.profiles + "/" + name)
      }
      unsafe mkdir(sandbox.profiles + "/other", 0o755)
      try expectUnused(sandbox, "near names")
    }
  }

  private static let spoilt: [(String, String)] = [
    ("BOM", "\u{FEFF}" + text), ("CRLF", text.replacing("\n", with: "\r\n")), ("NUL", text + "#\0\n"),
    ("a tab", text.replacing("    summary", with: "\tsummary")), ("a control character", text + "# \u{1B}[2J\n"),
    ("a second document", text + "---\n" + text), ("an anchor", text + "x: &x 1\n"),
    ("a merge key", text.replacing("    summary", with: "    <<: {}\n    summary")),
    ("a tag", text.replacing("summary: A", with: "summary: !!str A")),
    ("a duplicate key", text + "summary: again\n"),
    ("a duplicate operation", text + text.split(separator: "operations:\n")[1]),
    ("an unknown key", text + "sumary: x\n"), ("a key in the wrong place", text + "capabilities: [net_admin]\n"),
    ("another type", "summary: x\noperations: []\n"), ("no operations", "summary: x\n"), ("nothing", ""),
    ("no map", "- a\n- b\n"), ("deep nesting", "summary: " + String(repeating: "[", count: 100_000) + "\n"),
    ("a long line", text + "# " + String(repeating: "x", count: 1 << 20) + "\n"),
    (
      "billion laughs",
      "a: &a [x, x]\n" + (0..<40).map { "b\($0): &b\($0) [*a, *a]\n" }.joined() + text
    ),
    ("an empty value", text.replacing("summary: A profile of a test", with: "summary:")),
    ("many lines", String(repeating: "\n", count: 2_000_000) + text),
  ]

  @Test("profile files: spoilt text is refused with its file and line, and quickly", arguments: 0..<22)
  func spoiltText(index: Int) throws {
    let (what, text) = Self.spoilt[index]
    try Sandbox.with(.mark()) { sandbox in
      try sandbox.run("mark")
      #expect(sandbox.takeMark())
      try sandbox.write(yaml: text, profile: "other")
      let start = ContinuousClock.now
      try expectUnused(sandbox, what, naming: "other.yaml")
      #expect(ContinuousClock.now - start < .seconds(10))
    }
  }

  @Test("profile files: invalid UTF-8, and 100 MB, are refused before they are parsed")
  func bytes() throws {
    try Sandbox.with(.mark()) { sandbox in
      try sandbox.put(
        Array(sandbox.expand(Self.text).utf8) + [0x23, 0xFF, 0x0A], at: sandbox.profiles + "/other.yaml")
      try expectUnused(sandbox, "invalid UTF-8", naming: "other.yaml")
      unsafe truncate(sandbox.profiles + "/other.yaml", 100 << 20)
      try expectUnused(sandbox, "100 MB", naming: "other.yaml")
    }
  }

  @Test("profile files: no final newline does not matter")
  func noFinalNewline() throws {
    try Sandbox.with { sandbox in
      try sandbox.write(yaml: Self.text.trimmingCharacters(in: .newlines))
      expectRan(try sandbox.run("mark"))
    }
  }

  @Test("profile files: a file replaced while it is read is the old one or the new one, never a mixture")
  func replaced() throws {
    try Sandbox.with(Operation("exit", "exit", "1")) { sandbox in
      let path = sandbox.profiles + "/test.yaml"
      try sandbox.put(
        Array(sandbox.expand(Sandbox.yaml([Operation("exit", "exit", "2")])).utf8), at: sandbox.directory + "/two")
      try sandbox.put(Host.bytes(path), at: sandbox.directory + "/one")
      let script = """
        cd \(sandbox.directory); echo ready
        while :; do cp one new; mv new profiles/test.yaml; sleep 0.04; cp two new; mv new profiles/test.yaml; done
        """
      var start = Start("/bin/sh", ["-c", script])
      start.environment = ["PATH=/usr/bin:/bin"]
      start.hasOutcome = false
      let swapper = try Running(start)
      try swapper.wait(for: "ready")
      var seen: Set<Int32> = []
      for _ in 0..<20 { seen.insert(try sandbox.run("exit").status) }
      swapper.signal(9)
      #expect(seen.isSubset(of: [1, 2, 125]), "\(seen)")
      #expect(!seen.isDisjoint(with: [1, 2]), "\(seen)")
    }
  }

  @Test("profile files: an empty profile directory means that no operation is there")
  func emptyDirectory() throws {
    try Sandbox.with { sandbox in
      expectNotRun(try sandbox.run("mark"), 127, naming: "test", in: sandbox)
    }
  }
}
