/// A classic BPF program for seccomp(2): an array of `struct sock_filter` in the host's byte order.
public struct SeccompFilter: Equatable, Sendable {
  /// The size of one instruction in bytes.
  public static let instructionSize = 8
  /// The most instructions that the kernel takes (`BPF_MAXINSNS`).
  public static let mostInstructions = 4096

  /// The program.
  public let bytes: [UInt8]

  /// The number of instructions.
  public var count: Int { bytes.count / Self.instructionSize }

  /// A program of 1–4,096 whole instructions; nothing for any other length.
  public init?(bytes: [UInt8]) {
    let whole = bytes.count % Self.instructionSize == 0
    guard whole, (1...Self.mostInstructions).contains(bytes.count / Self.instructionSize) else { return nil }
    self.bytes = bytes
  }
}
