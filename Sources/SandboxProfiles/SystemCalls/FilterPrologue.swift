internal import Glibc
internal import SandboxPolicy

/// The first instructions of every filter, before libseccomp's.
///
/// libseccomp answers a call that no rule names with its default, which is EPERM here; a call that is newer than its
/// table has to be answered with ENOSYS before.
enum FilterPrologue {
  /// The calls of x32 have this bit set.
  private static let x32: UInt32 = 0x4000_0000

  /// The instructions for one machine, whose newest known call has this number; they leave the call's number loaded.
  static func instructions(_ architecture: Architecture, newest: Int32) -> [BPFInstruction] {
    var code: [BPFInstruction] = [
      .load(4),  // arch of struct seccomp_data
      .ifEqual(architecture.auditArchitecture, yes: 1),
      .answer(SeccompAction.killProcess),
      .load(0),  // nr of struct seccomp_data
    ]
    if architecture == .x86_64 { code += [.ifAtLeast(x32, no: 1), .answer(SeccompAction.killProcess)] }
    return code + [.ifGreater(UInt32(bitPattern: newest), no: 1), .answer(SeccompAction.refuse(ENOSYS))]
  }
}
