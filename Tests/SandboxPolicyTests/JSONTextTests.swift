import SandboxPolicy
import Testing

@Suite("JSON")
struct JSONTextTests {
  private static let value = JSONText.object([
    .init("b", .array([.integer(-1), .unsigned(.max), .bool(true), .bool(false), .null])),
    .init("a", .object([])), .init("c", .array([])), .init("d\"", .strings(["x", "y"])),
  ])

  @Test("members stay in order, on one line")
  func line() {
    #expect(
      Self.value.line == #"{"b":[-1,18446744073709551615,true,false,null],"a":{},"c":[],"d\"":["x","y"]}"#)
  }

  @Test("the long form has two spaces for each level")
  func pretty() {
    #expect(
      JSONText.object([.init("a", .array([.integer(1), .integer(2)])), .init("b", .object([]))]).pretty == """
        {
          "a": [
            1,
            2
          ],
          "b": {}
        }
        """)
  }

  @Test("no text ends a line, leaves its quotes or turns the direction of what follows")
  func escapes() {
    let text = JSONText.string(
      "\"\\/\n\r\t\u{8}\u{0}\u{1B}\u{7F}\u{85}\u{2028}\u{2029}\u{202E}\u{200B}\u{FEFF}ä数\u{1F600}")
    let escaped =
      #""\"\\/\n\r\t\u0008\u0000\u001b\u007f\u0085\u2028\u2029\u202e\u200b\ufeffä数"# + "\u{1F600}\""
    #expect(Array(text.line.utf8) == Array(escaped.utf8))
    #expect(Array(text.pretty.utf8) == Array(escaped.utf8))
  }

  @Test("a text keeps its own spelling")
  func bytes() {
    #expect(Array(JSONText.string("e\u{301}").line.utf8) == Array("\"e\u{301}\"".utf8))
    #expect(JSONText.string("\r\n").line == #""\r\n""#)
  }
}
