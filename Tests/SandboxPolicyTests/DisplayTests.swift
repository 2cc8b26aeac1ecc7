import Testing

@testable import SandboxPolicy

@Suite("What messages and records show")
struct DisplayTests {
  @Test(
    "a value is shown so that it cannot steer a terminal or a log",
    arguments: [
      ([], "\"\""), (Array("a b".utf8), "\"a b\""), (Array("ä数".utf8), "\"ä数\""),
      (Array("a\"\\".utf8), "\"a\\\"\\\\\""),
      ([0x0A, 0x0D, 0x09, 0x00, 0x1B], "\"\\n\\r\\t\\u{0}\\u{1b}\""), ([0xC3, 0x28, 0xFF], "\"\\xc3(\\xff\""),
      (Array("\u{202E}\u{200B}\u{FEFF}\u{85}\u{2028}".utf8), "\"\\u{202e}\\u{200b}\\u{feff}\\u{85}\\u{2028}\""),
      (Array("e\u{301}".utf8), "\"e\\u{301}\""), (Array("\u{A0}".utf8), "\"\\u{a0}\""),
      ([0xED, 0xA0, 0x80], "\"\\xed\\xa0\\x80\""),
    ] as [([UInt8], String)])
  func quoted(bytes: [UInt8], shown: String) {
    #expect(Array(DisplayText.quoted(bytes).utf8) == Array(shown.utf8))
  }

  @Test("a long value is cut after 64 bytes, never within a character")
  func truncated() {
    let a = String(repeating: "a", count: 64)
    #expect(DisplayText.quoted(a) == "\"\(a)\"")
    #expect(DisplayText.quoted(a + "b") == "\"\(a)\"…")
    #expect(DisplayText.quoted(String(repeating: "a", count: 63) + "ä") == "\"\(String(repeating: "a", count: 63))\"…")
  }

  @Test(
    "a misspelt word has a suggestion where one is close",
    arguments: [
      ("net_admn", "net_admin"), ("net-admin", "net_admin"), ("ent_admin", "net_admin"), ("sys_amdin", "sys_admin"),
      ("NET_ADMIN", nil), ("xyz", nil), ("", nil), ("a", nil), ("kil", "kill"), ("syslgo", "syslog"), ("bp", "bpf"),
      ("checkpoint_restored_it", "checkpoint_restore"),
    ])
  func suggestions(word: String, suggestion: String?) {
    #expect(Suggestion.closest(to: word, in: CapabilitySet.names) == suggestion)
  }

  @Test("an exact word is its own suggestion, the first of two equals is taken, and a huge word has none")
  func suggestionOrder() {
    #expect(Suggestion.closest(to: "mac", in: ["mad", "mac"]) == "mac")
    #expect(Suggestion.closest(to: "maX", in: ["mad", "mac"]) == "mad")
    #expect(Suggestion.closest(to: String(repeating: "a", count: 100_000), in: ["a"]) == nil)
  }

  @Test("slips are counted as people make them")
  func distance() {
    func distance(_ left: String, _ right: String) -> Int { Suggestion.distance(Array(left.utf8), Array(right.utf8)) }
    #expect(distance("", "abc") == 3)
    #expect(distance("abc", "abc") == 0)
    #expect(distance("abc", "acb") == 1)
    #expect(distance("kitten", "sitting") == 3)
    #expect(distance("ab", "") == 2)
  }
}
