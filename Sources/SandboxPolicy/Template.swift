/// Text of a profile with places for argument values: `/sys/class/net/{bridge}/mtu`.
///
/// Substitution never splits words and never meets a shell: one template element becomes one element, or, where the
/// whole element is a list argument, one element for each item.
public struct Template: Equatable, Hashable, Sendable {
  /// One piece of a template.
  public enum Part: Equatable, Hashable, Sendable {
    /// Text taken as it stands.
    case literal(String)
    /// The value of the argument of this name.
    case argument(String)
  }

  /// The pieces in order; no two literals stand side by side.
  public var parts: [Part]

  /// A template of these pieces.
  public init(parts: [Part]) { self.parts = parts }

  /// A template without any place for a value.
  public init(literal: String) { parts = literal.isEmpty ? [] : [.literal(literal)] }

  /// The names of the arguments that the template mentions, in order.
  public var argumentNames: [String] {
    parts.compactMap { if case .argument(let name) = $0 { name } else { nil } }
  }

  /// The text, where the template mentions no argument.
  public var literal: String? {
    switch parts.count {
    case 0: return ""
    case 1: if case .literal(let text) = parts[0] { return text } else { return nil }
    default: return nil
    }
  }
}

extension Template {
  /// The template that `text` writes: `{name}` is a place for a value, `{{` and `}}` are braces.
  public init(parsing text: String) throws(TemplateError) {
    var parts: [Part] = []
    var literal: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == Self.opening || byte == Self.closing else {
        literal.append(byte)
        index += 1
        continue
      }
      if index + 1 < bytes.count, bytes[index + 1] == byte {
        literal.append(byte)
        index += 2
        continue
      }
      guard byte == Self.opening else {
        throw TemplateError(offset: index, message: "a } without {; write }} for the character")
      }
      guard let end = bytes[index...].firstIndex(of: Self.closing) else {
        throw TemplateError(offset: index, message: "a { without }; write {{ for the character")
      }
      let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
      guard ArgumentDeclaration.isName(name) else {
        let quoted = DisplayText.quoted(name)
        throw TemplateError(offset: index + 1, message: "\(quoted) is not the name of an argument")
      }
      // Cut only beside ASCII bytes, so what was UTF-8 stays UTF-8.
      if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
      literal.removeAll()
      parts.append(.argument(name))
      index = end + 1
    }
    if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
    self.init(parts: parts)
  }

  private static let opening = UInt8(ascii: "{")
  private static let closing = UInt8(ascii: "}")
}

/// Why a text is not a template.
public struct TemplateError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Where in the text, in bytes from its beginning.
  public var offset: Int
  /// What is wrong there.
  public var message: String

  /// An error at a place.
  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }

  /// The message; the place is for whoever can point at it.
  public var description: String { message }
}

extension Template: CustomStringConvertible {
  /// The template as a profile writes it.
  public var description: String {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal):
        for character in literal.unicodeScalars {
          text.unicodeScalars.append(character)
          if character == "{" || character == "}" { text.unicodeScalars.append(character) }
        }
      case .argument(let name): text += "{\(name)}"
      }
    }
    return text
  }
}
