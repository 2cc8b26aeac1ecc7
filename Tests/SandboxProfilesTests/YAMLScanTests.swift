import Testing

@testable import SandboxProfiles

@Suite("The scan before parsing")
struct YAMLScanTests {
  private func scan(_ text: String) throws -> [String] {
    YAMLScan(try SourceText(Array(text.utf8), file: "p.yaml"), file: "p.yaml").diagnostics.map(\.message)
  }

  @Test(
    "accepts what only looks like an anchor, an alias, a tag or a document",
    arguments: [
      "a: b&c *d !e\n", "a: \"&b *c !d\"\n", "a: '&b'\n", "a: b # &c *d\n", "# &a\nb: c\n", "a: [b&c, d!e]\n",
      "a: \"x\n  &y\n  *z\"\n", "a: 'it''s &b'\n", "a: \"\\\" &b\"\n", "a: |\n  &b\n  *c\n\n  --- d\nb: c\n",
      "a: >-\n  !b\n", "---\na: b\n", "--- # here\na: b\n", "# c\n---\na: b\n", "a: --- b\n", "a:\n  - b\n  -c: d\n",
      "- a: 1\n- a: 2\n", "a:\n- b: 1\n- b: 2\n", "a: { b: { c: d }, c: { c: d } }\n", "a: b:c\n", "a: {b: c:d}\n",
      "a: [\n  b,\n  c\n]\n", "a: [ b # c\n  ]\n", "\n\na: b", "a:\n\n  # c\n  b: c\n", "a: 'b: &c'\nd: e\n",
    ])
  func harmless(_ text: String) throws { #expect(try scan(text) == []) }

  @Test(
    "refuses them wherever a node can begin",
    arguments: [
      "&a b", "*a", "!a b", "a: &b c", "a: *b", "a: !b c", "- &a b", "- - *a", "[&a b]", "[a, *b]", "{&a b: c}",
      "{a: *b}", "{a: !b c}", "{*a : b}", "*a : b", "a: !!str b", "a: !<tag:x> b", "a:\n  &b\n  c", "a:\n  - &b c",
      "a: |\n  x\n&b c: d", "a: 'b'\n*c : d", "a: \"b\n  c\"\nd: &e f", "a: { b: c,\n  d: &e f }", "a: ! b",
      "? &a b", "a: >\n  b\nc: *d", "a: [b,\n&c d]", "a: # b\n  &c d",
    ])
  func refused(_ text: String) throws { #expect(try scan(text).count == 1) }

  @Test("refuses plain texts that go on in the next line, so that no quote in them can hide an anchor")
  func continuations() throws {
    let message = "a plain text goes on in this line; indent the line less, or put the text between quotes"
    for text in ["a: b\n  'c &d'\n", "a: b\n   c\n", "- a\n  b\n", "a\nb\n", "a: [b\n c]\n", "a: [b\n  'c', d]\n"] {
      #expect(try scan(text) == [message], "\(text)")
    }
  }

  @Test("misses no anchor, alias or tag that libyaml sees, in forty thousand documents of random tokens")
  func agreesWithTheParser() {
    let tokens = [
      "a", "b", "-", "- ", "? ", ": ", ":", ", ", ",", "[", "]", "{", "}", "'", "\"", "\\", "#", " # ", "|", ">", "\n",
      "\n", "\n ", "\n  ", "\n   ", " ", "  ", "&x ", "*x", "!y ", "|\n", ">-\n", "a: ", "b: ", "--- ", "x y", "\n- ",
      "\na: ", "\n  b: ",
    ]
    var random = SplitMix(seed: 7)
    var accepted = 0
    for _ in 0..<40_000 {
      let length = Int(random.next() % 14) + 2
      let text = (0..<length).map { _ in tokens[Int(random.next() % UInt64(tokens.count))] }.joined()
      guard let source = try? SourceText(Array(text.utf8), file: "p"),
        YAMLScan(source, file: "p").diagnostics.isEmpty
      else { continue }
      accepted += 1
      do throws(Diagnostic) {
        _ = try SyntaxNode(composing: text, file: "p")
      } catch {
        let missed = ["an anchor;", "an alias;", "a tag;", "undefined alias", "another document", "nested"]
        #expect(!missed.contains { error.message.contains($0) }, "\(text.debugDescription): \(error.message)")
      }
    }
    // Otherwise the test above would look at nothing.
    #expect(accepted > 4000)
  }
}

/// A small generator with a seed, so that a failure can be had again.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
