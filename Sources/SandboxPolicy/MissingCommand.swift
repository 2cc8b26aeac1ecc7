/// What this host lacked when an operation was compiled, so that the operation can't run.
///
/// The rest of its profile can; so the operation stays in the policy, and a call of it says what to install.
public struct MissingCommand: Equatable, Sendable {
  /// The command's path, as the profile writes it.
  public var command: String
  /// The interpreter, loader or library that the command needs and that isn't there; nothing where the command itself
  /// is missing.
  public var need: String?

  /// Puts the two together.
  public init(command: String, need: String? = nil) {
    self.command = command
    self.need = need
  }
}

extension MissingCommand: CustomStringConvertible {
  /// `there is no command /usr/bin/ping`
  public var description: String {
    let path = DisplayText.whole(command)
    guard let need else { return "there is no command \(path)" }
    return "the command \(path) needs \(DisplayText.whole(need)), which is missing"
  }
}
