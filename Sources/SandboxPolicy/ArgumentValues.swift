/// A value that has passed its type's check.
public enum ArgumentValue: Equatable, Sendable {
  /// One value in canonical spelling: what templates substitute.
  case text(String)
  /// The values of a list argument.
  case list([String])
  /// A flag that was given; templates substitute its text.
  case flag(String)
  /// An optional argument that was left out, or a flag that was not given.
  case absent
}

/// The checked arguments of one call, in declared order.
///
/// Made only by ``ArgumentValidator``, so holding one means that every value is of its type.
public struct ArgumentValues: Equatable, Sendable {
  /// One argument with its value.
  public struct Entry: Equatable, Sendable {
    /// What the profile declares.
    public var declaration: ArgumentDeclaration
    /// The checked value.
    public var value: ArgumentValue
  }

  /// The arguments in declared order.
  public let entries: [Entry]

  init(entries: [Entry]) { self.entries = entries }

  /// The entry of this name.
  public subscript(name: String) -> Entry? { entries.first { $0.declaration.name == name } }
}
