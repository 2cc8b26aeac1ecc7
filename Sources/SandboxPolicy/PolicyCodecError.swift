/// Why bytes are not a policy that can be used.
public enum PolicyCodecError: Error, Equatable, Sendable {
  /// They do not begin as a policy does.
  case notPolicy
  /// A policy of another version of this program.
  case version(UInt32)
  /// A policy for another machine.
  case architecture(UInt32)
  /// They end too early.
  case truncated
  /// There is something after the end.
  case trailing(bytes: Int)
  /// There is more than any policy has.
  case tooLong(bytes: Int)
  /// They were damaged.
  case checksum
  /// A number that stands for nothing of its kind.
  case tag(kind: String, value: UInt64)
  /// A text that is not UTF-8.
  case notText
  /// A pattern that is none.
  case pattern(PatternError)
  /// A filter that the kernel would not take.
  case filter(bytes: Int)
}

extension PolicyCodecError: CustomStringConvertible {
  /// What is wrong, without the file's name.
  public var description: String {
    switch self {
    case .notPolicy: "it is not a policy"
    case .version(let found): "it is a policy of version \(found), this program reads version \(PolicyCodec.version)"
    case .architecture(let found): "it is a policy for \(Self.machine(found))"
    case .truncated: "it ends too early"
    case .trailing(let bytes): "it has \(bytes) bytes after its end"
    case .tooLong(let bytes): "it has \(bytes) bytes, a policy has at most \(PolicyCodec.longest)"
    case .checksum: "it is damaged: its checksum is another"
    case .tag(let kind, let value): "it is damaged: \(value) is no \(kind)"
    case .notText: "it is damaged: a text is not UTF-8"
    case .pattern(let error): "it is damaged: a pattern is wrong: \(error.message)"
    case .filter(let bytes): "it is damaged: a filter has \(bytes) bytes"
    }
  }

  private static func machine(_ number: UInt32) -> String {
    guard let raw = UInt8(exactly: number), let known = Architecture(rawValue: raw) else { return "another machine" }
    return "\(known)"
  }
}
