/// How values of others are shown in messages: quoted, escaped, bounded.
public enum DisplayText {
  /// The most bytes of a value that a message shows.
  public static let longest = 64

  /// The value between quotes, safe for a terminal and a log, at most ``longest`` bytes of it.
  ///
  /// What is not printable, what is not UTF-8 and what would change how the rest of the line looks (bidirectional
  /// controls, zero-width characters) is shown as `\u{…}` or, byte by byte, as `\x…`.
  public static func quoted(_ bytes: [UInt8]) -> String {
    var text = "\""
    var rest = bytes[...]
    var room = longest
    while !rest.isEmpty {
      guard let scalar = UTF8Scalar.first(of: rest) else {
        guard room >= 1 else { return text + "\"…" }
        text += "\\x" + hexadecimal(UInt32(rest[rest.startIndex]), width: 2)
        rest = rest.dropFirst()
        room -= 1
        continue
      }
      let width = UTF8.width(scalar)
      guard room >= width else { return text + "\"…" }
      text += escaped(scalar)
      rest = rest.dropFirst(width)
      room -= width
    }
    return text + "\""
  }

  /// The text between quotes, see ``quoted(_:)-([UInt8])``.
  public static func quoted(_ text: String) -> String { quoted(Array(text.utf8)) }

  /// The text as it stands where every character shows as itself, else between quotes and escaped; never cut.
  public static func whole(_ text: String) -> String {
    let showsItself = text.unicodeScalars.allSatisfy { isPlain($0) && $0 != "\"" && $0 != "\\" }
    return showsItself ? text : "\"\(text.unicodeScalars.map(escaped).joined())\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: isPlain(scalar) ? String(Character(scalar)) : "\\u{\(hexadecimal(scalar.value, width: 1))}"
    }
  }

  /// Whether the scalar shows as itself and leaves its neighbours alone.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    case .spaceSeparator: scalar == " "
    case .nonspacingMark, .enclosingMark, .spacingMark: false
    default: true
    }
  }

  static func hexadecimal(_ value: UInt32, width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
