internal import CSeccomp
internal import SandboxPolicy

/// The system calls of one machine, as libseccomp knows them.
struct SystemCallTable: Sendable {
  /// The number of each call by its name.
  let numbers: [String: Int32]
  /// The highest number; the kernel may know newer calls than this.
  let newest: Int32

  private static let x86_64 = SystemCallTable(scanning: .x86_64)
  private static let aarch64 = SystemCallTable(scanning: .aarch64)

  /// The table for this machine.
  static func of(_ architecture: Architecture) -> SystemCallTable {
    switch architecture {
    case .x86_64: x86_64
    case .aarch64: aarch64
    }
  }

  /// Whether at least one machine has a call of this name.
  static func knows(_ name: String) -> Bool { x86_64.numbers[name] != nil || aarch64.numbers[name] != nil }

  /// The names on either machine.
  static var names: [String] { Array(Set(x86_64.numbers.keys).union(aarch64.numbers.keys)) }

  // Asking by number finds the newest call as well, with no kernel version written down here.
  private init(scanning architecture: Architecture) {
    var numbers: [String: Int32] = [:]
    var newest: Int32 = 0
    for number in Int32(0)..<1024 {
      guard let name = unsafe seccomp_syscall_resolve_num_arch(architecture.auditArchitecture, number) else { continue }
      numbers[unsafe String(cString: name)] = number
      unsafe free(name)
      newest = number
    }
    self.numbers = numbers
    self.newest = newest
  }
}
