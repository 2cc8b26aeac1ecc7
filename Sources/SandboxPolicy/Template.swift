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
