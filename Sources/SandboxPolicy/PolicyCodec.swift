/// Policies as bytes: what `NAME.policy` holds.
///
/// A header of 32 bytes – magic, version, architecture, the payload's length and its checksum – and the payload: fields
/// in a fixed order, little-endian, texts and lists with their lengths in front. Each operation has its length in front
/// as well, so that a reader of one skips the others. The checksum finds damage, not malice: who may write a policy is
/// the file system's business.
public enum PolicyCodec {
  /// The version of this layout; a reader takes no other.
  public static let version: UInt32 = 2
  /// The most bytes of a policy.
  public static let longest = 16 << 20

  static let magic = Array("sbxpolcy".utf8)
  static let headerSize = 32

  /// The policy as bytes.
  public static func encode(_ policy: Policy) -> [UInt8] {
    var writer = PolicyWriter()
    writer.text(policy.profile)
    writer.text(policy.summary)
    writer.list(policy.sources)
    writer.value(policy.initFilter)
    writer.count(policy.operations.count)
    for operation in policy.operations { writer.measured { $0.value(operation) } }
    return seal(writer.bytes, architecture: policy.architecture.rawValue, version: version)
  }

  /// The policy that these bytes are, for a machine of this architecture.
  public static func decode(
    _ bytes: [UInt8], architecture: Architecture = .host
  ) throws(PolicyCodecError) -> Policy {
    try decode(bytes, architecture: architecture) { _ in true }
  }

  /// The policy with this one of its operations, or with none where it has none of this name.
  public static func decode(
    _ bytes: [UInt8], operation: String, architecture: Architecture = .host
  ) throws(PolicyCodecError) -> Policy {
    try decode(bytes, architecture: architecture) { $0.elementsEqual(operation.utf8) }
  }

  private static func decode(
    _ bytes: [UInt8], architecture: Architecture, where isWanted: (ArraySlice<UInt8>) -> Bool
  ) throws(PolicyCodecError) -> Policy {
    var reader = try open(bytes, architecture: architecture)
    let profile = try reader.text()
    let summary = try reader.text()
    let sources: [SourceFile] = try reader.list()
    let initFilter: SeccompFilter = try reader.value()
    var operations: [OperationPolicy] = []
    for _ in 0..<(try reader.count()) {
      var part = try reader.measured()
      // The name stands first in an operation; a copy of the reader looks at it without taking it.
      var peek = part
      guard isWanted(try peek.textBytes()) else { continue }
      operations.append(try part.value())
      try part.finish()
    }
    try reader.finish()
    return Policy(
      profile: profile, summary: summary, architecture: architecture, sources: sources, initFilter: initFilter,
      operations: operations)
  }

  /// Puts the header before a payload.
  static func seal(_ payload: [UInt8], architecture: UInt8, version: UInt32) -> [UInt8] {
    var writer = PolicyWriter()
    writer.bytes += magic
    writer.integer(version)
    writer.integer(UInt32(architecture))
    writer.integer(UInt64(payload.count))
    writer.integer(Checksum.of(payload, from: 0))
    writer.bytes += payload
    return writer.bytes
  }

  /// Checks the header and the checksum; what is left to read is the payload.
  private static func open(
    _ bytes: [UInt8], architecture: Architecture
  ) throws(PolicyCodecError) -> PolicyReader {
    guard bytes.count <= longest else { throw .tooLong(bytes: bytes.count) }
    var reader = PolicyReader(bytes)
    guard try reader.take(magic.count).elementsEqual(magic) else { throw .notPolicy }
    let found: UInt32 = try reader.integer()
    guard found == version else { throw .version(found) }
    let machine: UInt32 = try reader.integer()
    guard machine == UInt32(architecture.rawValue) else { throw .architecture(machine) }
    let length: UInt64 = try reader.integer()
    let checksum: UInt64 = try reader.integer()
    let present = bytes.count - headerSize
    guard length <= UInt64(present) else { throw .truncated }
    guard length == UInt64(present) else { throw .trailing(bytes: present - Int(length)) }
    guard Checksum.of(bytes, from: headerSize) == checksum else { throw .checksum }
    return reader
  }
}
