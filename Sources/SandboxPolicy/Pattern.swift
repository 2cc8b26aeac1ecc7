/// A regular expression that matches a whole value in linear time.
public struct Pattern: Equatable, Sendable {
  /// The pattern as the profile writes it.
  public let source: String
}
