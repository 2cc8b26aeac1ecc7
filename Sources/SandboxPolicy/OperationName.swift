/// Which operation of which profile: `bridge/add`.
public struct OperationName: Equatable, Hashable, Sendable, CustomStringConvertible {
  /// The profile's name.
  public var profile: String
  /// The operation's name within its profile.
  public var operation: String

  /// Puts two names together; neither is checked here, see ``isValid(_:)``.
  public init(profile: String, operation: String) {
    self.profile = profile
    self.operation = operation
  }

  /// The longest name of a profile or operation, in bytes.
  public static let longest = 64

  /// Whether `name` is 1–64 bytes of `[a-z0-9-]` that do not begin with a dash.
  ///
  /// Judged on bytes: look-alike and combining letters are not in the set.
  public static func isValid(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: "-"), name.utf8.count <= longest else { return false }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
      default: false
      }
    }
  }

  /// `PROFILE/OPERATION`.
  public var description: String { "\(profile)/\(operation)" }
}
