import SandboxPolicy
import Testing

@Suite("Texts and paths")
struct TextTypesTests {
  private static let free = ArgumentType.text(max: 5000, pattern: nil, leadingDash: true)
  private static let rule = PathRule(under: "/srv/data", kind: .file)

  @Test(
    "no type takes a control character or what is not UTF-8",
    arguments: [
      [0x61, 0x00, 0x62], [0x0A], [0x61, 0x0A], [0x0D], [0x09], [0x1B, 0x5B], [0x7F], [0xC2, 0x80], [0xC2, 0x9F],
      [0xFF],
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80],
      [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0x80], [0x61, 0xC3, 0x28], [0xF8, 0x88, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func controls(word: [UInt8]) {
    #expect(throws: ArgumentError.self) { try Call.value(word, Self.free) }
    #expect(throws: ArgumentError.self) { try Call.value(Array("/srv/data/".utf8) + word, .path(Self.rule)) }
  }

  @Test(
    "a text is taken byte for byte",
    arguments: ["a", "ä", "a\u{308}", "\u{1F600}", "a b", "$(id)", "%n", "-", "--x", "\u{10FFFF}"])
  func texts(word: String) throws {
    let value = try Call.value(word, Self.free)
    guard case .text(let text) = value else {
      Issue.record("not a text")
      return
    }
    #expect(Array(text.utf8) == Array(word.utf8))
  }

  @Test("a value has at most 4096 bytes, whatever its type says")
  func longest() throws {
    #expect(try Call.value(String(repeating: "a", count: 4096), Self.free) != nil)
    #expect(throws: ArgumentError.self) { try Call.value(String(repeating: "a", count: 4097), Self.free) }
  }

  @Test("a text is counted in bytes, matched as a whole, and begins with a dash only where that is said")
  func limits() throws {
    let short = ArgumentType.text(max: 4, pattern: nil, leadingDash: false)
    #expect(try Call.value("ää", short) == .text("ää"))
    #expect(throws: ArgumentError.self) { try Call.value("äää", short) }
    #expect(throws: ArgumentError.self) { try Call.value("-x", short) }
    #expect(throws: ArgumentError.self) { try Call.value("-", short) }
    let matched = ArgumentType.text(max: 64, pattern: try Pattern("[a-z]+|-"), leadingDash: false)
    #expect(try Call.value("abc", matched) == .text("abc"))
    for word in ["Abc", "abc ", "", "abc1", "-"] {
      #expect(throws: ArgumentError.self) { try Call.value(word, matched) }
    }
    #expect(Call.refusal("A", matched) == "argument x: \"A\" does not match [a-z]+|-")
  }

  @Test("an empty text is taken only where a pattern says so")
  func emptyText() throws {
    #expect(Call.refusal("", Self.free) == "argument x: \"\" is empty")
    #expect(try Call.value("", .text(max: 9, pattern: try Pattern("a*"), leadingDash: false)) == .text(""))
  }

  @Test(
    "a path beneath its directory is taken",
    arguments: ["/srv/data/a", "/srv/data/a/b.img", "/srv/data/..a", "/srv/data/ä", "/srv/data/-x", "/srv/data/..."])
  func paths(word: String) throws { #expect(try Call.value(word, .path(Self.rule)) == .text(word)) }

  @Test(
    "a path that is not plain or lies elsewhere is refused",
    arguments: [
      "", "/", "a", "srv/data/a", "./a", "~/a", "/srv/data", "/srv/data/", "/srv/data//a", "//srv/data/a",
      "/srv/data/a/",
      "/srv/data/.", "/srv/data/..", "/srv/data/../x", "/srv/data/a/../b", "/srv/data/./a", "/srv/dataset/a",
      "/srv/datb/a",
      "/srv", "/SRV/data/a", "/etc/passwd", "/proc/self/fd/0", "/dev/fd/0", "/srv/data\u{2215}a", "/srv/d\u{E4}ta/a",
      "-/srv/data/a", "file:///srv/data/a",
    ])
  func wrongPaths(word: String) { #expect(throws: ArgumentError.self) { try Call.value(word, .path(Self.rule)) } }

  @Test("a path has at most 4095 bytes, each of its names at most 255")
  func pathLengths() throws {
    let name = String(repeating: "a", count: 255)
    #expect(try Call.value("/srv/data/\(name)", .path(Self.rule)) != nil)
    #expect(throws: ArgumentError.self) { try Call.value("/srv/data/\(name)a", .path(Self.rule)) }
    let long = "/srv/data" + String(repeating: "/" + String(repeating: "b", count: 99), count: 40)
    let longest = long + "/" + String(repeating: "c", count: 4095 - long.utf8.count - 1)
    #expect(try Call.value(longest, .path(Self.rule)) != nil)
    #expect(throws: ArgumentError.self) { try Call.value(longest + "c", .path(Self.rule)) }
  }

  @Test("the root directory has everything beneath it but itself")
  func root() throws {
    let rule = ArgumentType.path(PathRule(under: "/"))
    #expect(try Call.value("/a", rule) == .text("/a"))
    #expect(throws: ArgumentError.self) { try Call.value("/", rule) }
  }

  @Test("directories are compared as bytes, not as text")
  func bytes() {
    let rule = ArgumentType.path(PathRule(under: "/srv/\u{E9}"))
    #expect(throws: ArgumentError.self) { try Call.value("/srv/e\u{301}/a", rule) }
  }
}
