import Testing

@testable import SandboxPolicy

@Suite("Patterns")
struct PatternTests {
  @Test(
    "a pattern matches the values that it describes",
    arguments: [
      ("[a-z]+", ["a", "abc"]),
      ("[a-zA-Z0-9_][a-zA-Z0-9._-]*(/[a-zA-Z0-9_][a-zA-Z0-9._-]*)*", ["a", "a/b", "_x.y-z/0"]),
      ("0?[0-7][0-7][0-7]", ["644", "0755"]),
      ("a|bc|", ["a", "bc", ""]),
      ("(ab){2,3}", ["abab", "ababab"]),
      ("a{2}", ["aa"]), ("a{0,2}", ["", "a", "aa"]), ("a{2,}", ["aa", "aaaaa"]),
      (".", ["x", "é", "\u{1F600}"]),
      ("\\d\\w\\s\\.", ["1_ ."]),
      ("[^/]*", ["", "abc", "é"]),
      ("[a-]", ["a", "-"]), ("[-a]", ["a", "-"]), ("[\\w-]", ["-", "x"]), ("[.*$]", ["*", "."]),
      ("()", [""]), ("(a*)*", ["", "aaa"]), ("(a|b)*c", ["c", "abbac"]),
      ("\\^\\$\\{\\}\\[\\]\\(\\)\\|\\\\", ["^${}[]()|\\"]),
      ("\u{E9}+", ["\u{E9}\u{E9}"]),
    ])
  func matches(source: String, values: [String]) throws {
    let pattern = try Pattern(source)
    for value in values { #expect(pattern.matches(value), "\(value)") }
  }

  @Test(
    "a pattern matches the whole value or nothing, with its case, scalar by scalar",
    arguments: [
      ("[a-z]+", ["", "A", "ab1", "1ab", "ab\n", "\nab", " ab", "ab\u{301}"]),
      ("a|bc", ["ab", "c", "abc", "abcd"]),
      ("(ab){2,3}", ["ab", "abababab", "aba"]),
      ("a{2}", ["a", "aaa"]), ("a{2,}", ["a"]), ("a{0,2}", ["aaa"]),
      (".", ["", "xx", "e\u{301}"]),
      ("\\d", ["\u{661}", "\u{FF11}", "a"]), ("\\w", ["é", "-"]),
      ("[^/]", ["/", ""]), ("\\.", ["a"]),
      ("\u{E9}", ["e\u{301}"]), ("K", ["\u{212A}"]),
    ])
  func refuses(source: String, values: [String]) throws {
    let pattern = try Pattern(source)
    for value in values { #expect(!pattern.matches(value), "\(value)") }
  }

  @Test(
    "a wrong pattern is refused at its place",
    arguments: [
      ("", 0), ("a)", 1), ("(a", 0), ("é(a", 2), ("[a", 0), ("a[]", 1), ("[^]", 0), ("*a", 0), ("a|*", 2), ("a**", 2),
      ("a{2}{3}", 4), ("a{", 1), ("a{x}", 1), ("a{3,2}", 1), ("a{0}", 1), ("a{1001}", 1),
      ("a{99999999999999999999}", 1),
      ("a{2", 1), ("a{2,", 1), ("^a", 0), ("a$", 1), ("a\\", 1), ("\\1", 0), ("\\b", 0), ("\\n", 0), ("(?:a)", 1),
      ("[z-a]", 1), ("[a-\\d]", 1), ("[[:alpha:]]", 1), ("a]", 1), ("a}", 1),
    ])
  func errors(source: String, offset: Int) {
    let error = #expect(throws: PatternError.self) { try Pattern(source) }
    #expect(error?.offset == offset, "\(error?.message ?? "")")
  }

  @Test("a pattern is bounded in source, in depth and in states")
  func bounds() throws {
    #expect(throws: PatternError.self) { try Pattern(String(repeating: "a", count: 513)) }
    #expect(try Pattern(String(repeating: "a", count: 512)).matches(String(repeating: "a", count: 512)))
    let deep = String(repeating: "(", count: 33) + "a" + String(repeating: ")", count: 33)
    #expect(throws: PatternError.self) { try Pattern(deep) }
    #expect(throws: PatternError.self) { try Pattern("((a{100}){100}){100}") }
    let nested = "(((((((a{1000}){1000}){1000}){1000}){1000}){1000}){1000}){1000}"
    #expect(throws: PatternError.self) { try Pattern(nested) }
    let empty = "((((((){1000}){1000}){1000}){1000}){1000}){1000}"
    #expect(throws: PatternError.self) { try Pattern(empty) }
    #expect(try Pattern("a{1000}").program.count <= Pattern.mostStates)
  }

  @Test(
    "a run visits each state at most once for each scalar, however hostile the two are",
    arguments: ["(a*)*b", "(a|a)*b", "(a|aa)+b", "(.*)*x", "a{0,1000}b", "(a?){500}b", "([a-z]+)*[0-9]", "((a*)*)*b"])
  func isLinear(source: String) throws {
    let program = try Pattern(source).program
    for length in [0, 1, 1000, 2000] {
      let run = program.run(String(repeating: "a", count: length))
      #expect(!run.matched)
      #expect(run.steps <= (length + 1) * program.count)
    }
  }

  @Test("fifty thousand bytes against a thousand repetitions end after the thousandth")
  func givesUpEarly() throws {
    let program = try Pattern("a{1000}").program
    let run = program.run(String(repeating: "a", count: 50_000))
    #expect(!run.matched)
    #expect(run.steps <= 1001)
  }

  @Test("patterns are equal when their bytes are")
  func equality() throws {
    #expect(try Pattern("\u{E9}") != Pattern("e\u{301}"))
    #expect(try Pattern("a+") == Pattern("a+"))
  }
}
