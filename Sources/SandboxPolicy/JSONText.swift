/// A JSON value to be written, RFC 8259; there is no reader.
public indirect enum JSONText: Equatable, Sendable {
  /// Members in this order; the caller keeps their names apart.
  case object([Member])
  /// Elements in order.
  case array([JSONText])
  /// Text.
  case string(String)
  /// A whole number.
  case integer(Int64)
  /// A whole number too large for the other.
  case unsigned(UInt64)
  /// True or false.
  case bool(Bool)
  /// Nothing.
  case null

  /// A name with its value.
  public struct Member: Equatable, Sendable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSONText

    /// Puts the two together.
    public init(_ name: String, _ value: JSONText) {
      self.name = name
      self.value = value
    }
  }

  /// An array of texts.
  public static func strings(_ texts: some Sequence<String>) -> JSONText { .array(texts.map(JSONText.string)) }

  /// The value on one line, without spaces and without a line break.
  public var line: String {
    var text = ""
    write(to: &text, indentation: nil)
    return text
  }

  /// The value on several lines, two spaces for each level, without a line break at the end.
  public var pretty: String {
    var text = ""
    write(to: &text, indentation: 0)
    return text
  }

  private func write(to text: inout String, indentation: Int?) {
    switch self {
    case .object(let members):
      Self.write(members, between: ("{", "}"), to: &text, indentation: indentation) { member, text, inner in
        Self.write(member.name, to: &text)
        text += inner == nil ? ":" : ": "
        member.value.write(to: &text, indentation: inner)
      }
    case .array(let elements):
      Self.write(elements, between: ("[", "]"), to: &text, indentation: indentation) { element, text, inner in
        element.write(to: &text, indentation: inner)
      }
    case .string(let string): Self.write(string, to: &text)
    case .integer(let number): text += String(number)
    case .unsigned(let number): text += String(number)
    case .bool(let flag): text += flag ? "true" : "false"
    case .null: text += "null"
    }
  }

  private static func write<Item>(
    _ items: [Item], between ends: (String, String), to text: inout String, indentation: Int?,
    each: (Item, inout String, Int?) -> Void
  ) {
    text += ends.0
    guard !items.isEmpty else {
      text += ends.1
      return
    }
    let inner = indentation.map { $0 + 1 }
    var isFirst = true
    for item in items {
      if !isFirst { text += "," }
      isFirst = false
      breakLine(in: &text, indentation: inner)
      each(item, &text, inner)
    }
    breakLine(in: &text, indentation: indentation)
    text += ends.1
  }

  private static func breakLine(in text: inout String, indentation: Int?) {
    guard let indentation else { return }
    text += "\n" + String(repeating: "  ", count: indentation)
  }

  /// Escapes what JSON demands, and what would end a line or steer a terminal where the text is shown as it stands.
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200B}"..."\u{200F}", "\u{2028}"..."\u{202E}",
        "\u{2060}"..."\u{206F}", "\u{FEFF}":
        text += "\\u" + DisplayText.hexadecimal(scalar.value, width: 4)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONText: ExpressibleByStringLiteral {
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
}
