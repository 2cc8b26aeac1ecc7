extension Template {
  /// The text with the values in their places.
  ///
  /// Nothing where the template names an argument that is absent or a flag that was not given: half a text would mean
  /// something else. The items of a list are joined with commas.
  public func text(_ values: ArgumentValues) -> String? {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += literal
      case .argument(let name):
        switch values[name]?.value {
        case .text(let value), .flag(let value): text += value
        case .list(let items): text += items.joined(separator: ",")
        case .absent, nil: return nil
        }
      }
    }
    return text
  }

  /// The elements of argv that this one element stands for.
  ///
  /// None where an argument is absent, one for each item where the template is exactly one list argument, one
  /// otherwise.
  public func elements(_ values: ArgumentValues) -> [String] {
    if parts.count == 1, case .argument(let name) = parts[0], case .list(let items) = values[name]?.value {
      return items
    }
    return text(values).map { [$0] } ?? []
  }

  /// Whether the text holds the value of a secret argument.
  public func isSecret(_ values: ArgumentValues) -> Bool {
    argumentNames.contains { values[$0]?.declaration.isSecret ?? false }
  }

  /// Whether the template names a secret one of these arguments.
  public func mentionsSecret(in declarations: [ArgumentDeclaration]) -> Bool {
    argumentNames.contains { name in declarations.contains { $0.isSecret && $0.name == name } }
  }
}
