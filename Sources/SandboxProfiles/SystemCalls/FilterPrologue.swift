internal import Glibc
internal import SandboxPolicy

/// The first instructions of every filter, before libseccomp's.
///
/// libseccomp answers a call that no rule names with its default, which is EPERM here. A call that is newer than its table
/// has to be answered with ENOSYS before.
struct FilterPrologue {
  /// The instructions.
  private(set) var bytes: [UInt8] = []

  /// The calls of x32 have this bit set.
  private static let x32: UInt32 = 0x4000_0000

  /// The instructions for one machine, whose newest known call has this number.
  init(_ architecture: Architecture, newest: Int32) {
    add(.loadWord, k: 4)  // arch of struct seccomp_data
    add(.jumpIfEqual, yes: 1, no: 0, k: architecture.auditArchitecture)
    add(.answer, k: SeccompAction.killProcess)
    add(.loadWord, k: 0)  // nr of struct seccomp_data
    if architecture == .x86_64 {
      add(.jumpIfAtLeast, yes: 0, no: 1, k: Self.x32)
      add(.answer, k: SeccompAction.killProcess)
    }
    add(.jumpIfGreater, yes: 0, no: 1, k: UInt32(bitPattern: newest))
    add(.answer, k: SeccompAction.refuse(ENOSYS))
  }

  /// The operations of classic BPF that are needed, `<linux/bpf_common.h>`.
  private enum Code: UInt16 {
    /// `BPF_LD | BPF_W | BPF_ABS`
    case loadWord = 0x20
    /// `BPF_JMP | BPF_JEQ | BPF_K`
    case jumpIfEqual = 0x15
    /// `BPF_JMP | BPF_JGT | BPF_K`
    case jumpIfGreater = 0x25
    /// `BPF_JMP | BPF_JGE | BPF_K`
    case jumpIfAtLeast = 0x35
    /// `BPF_RET | BPF_K`
    case answer = 0x06
  }

  private mutating func add(_ code: Code, yes: UInt8 = 0, no: UInt8 = 0, k: UInt32) {
    // Both machines are little-endian, and so is the host.
    bytes.append(contentsOf: [UInt8(truncatingIfNeeded: code.rawValue), UInt8(code.rawValue >> 8), yes, no])
    bytes.append(contentsOf: (0..<4).map { UInt8(truncatingIfNeeded: k >> (8 * $0)) })
  }
}
