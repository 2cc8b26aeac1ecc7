/// Where in a profile something stands.
public struct SourcePosition: Equatable, Hashable, Comparable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column in characters, from 1.
  public var column: Int

  /// The beginning of a file.
  public static let start = SourcePosition(line: 1, column: 1)

  /// Puts the two together.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// In the order of the text.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// One thing that is wrong with a profile.
public struct Diagnostic: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file as the user named it.
  public var file: String
  /// Where it is wrong; nothing where the file as a whole is.
  public var position: SourcePosition?
  /// What is wrong, and where there is one, what would be right.
  public var message: String

  /// Puts the three together.
  public init(file: String, position: SourcePosition?, message: String) {
    self.file = file
    self.position = position
    self.message = message
  }

  /// `profiles/bridge.yaml:14:9: unknown capability net_admn; did you mean net_admin?`
  public var description: String {
    guard let position else { return "\(file): \(message)" }
    return "\(file):\(position.line):\(position.column): \(message)"
  }
}

/// Everything that was found wrong with a profile, in the order of the text.
public struct ProfileErrors: Error, Equatable, Sendable, CustomStringConvertible {
  /// The most diagnostics that are reported for one file: after so many the rest is noise.
  public static let most = 20

  /// At least one, at most ``most``.
  public let diagnostics: [Diagnostic]

  /// Sorts, and drops what is beyond the limit.
  init(_ diagnostics: [Diagnostic]) {
    let sorted = diagnostics.enumerated().sorted { left, right in
      (left.element.position ?? .start, left.offset) < (right.element.position ?? .start, right.offset)
    }
    self.diagnostics = sorted.prefix(Self.most).map(\.element)
  }

  /// One line for each.
  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
