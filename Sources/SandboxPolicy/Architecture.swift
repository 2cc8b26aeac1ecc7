/// A machine whose system calls we know; the filters, and nothing else, depend on it.
public enum Architecture: UInt8, Sendable, CaseIterable {
  /// AMD64.
  case x86_64 = 1
  /// 64-bit Arm, little-endian.
  case aarch64 = 2

  /// The machine that this program was built for.
  public static var host: Architecture {
    #if arch(x86_64)
      .x86_64
    #elseif arch(arm64)
      .aarch64
    #else
      #error("sandbox-run knows the system calls of x86-64 and arm64 only")
    #endif
  }

  /// `AUDIT_ARCH_…` of `<linux/audit.h>`, as seccomp(2) reports it.
  public var auditArchitecture: UInt32 {
    switch self {
    case .x86_64: 0xC000_003E
    case .aarch64: 0xC000_00B7
    }
  }
}
