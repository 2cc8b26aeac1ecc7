/// A set of capabilities, capabilities(7).
public struct CapabilitySet: OptionSet, Hashable, Sendable {
  /// Bit n is capability number n of `<linux/capability.h>`.
  public var rawValue: UInt64

  /// The set with these bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The names of the capabilities up to Linux 5.9, by number, without `CAP_` and in lower case.
  public static let names = [
    "chown", "dac_override", "dac_read_search", "fowner", "fsetid", "kill", "setgid", "setuid", "setpcap",
    "linux_immutable", "net_bind_service", "net_broadcast", "net_admin", "net_raw", "ipc_lock", "ipc_owner",
    "sys_module", "sys_rawio", "sys_chroot", "sys_ptrace", "sys_pacct", "sys_admin", "sys_boot", "sys_nice",
    "sys_resource", "sys_time", "sys_tty_config", "mknod", "lease", "audit_write", "audit_control", "setfcap",
    "mac_override", "mac_admin", "syslog", "wake_alarm", "block_suspend", "audit_read", "perfmon", "bpf",
    "checkpoint_restore",
  ]

  /// The capability of this name, or nothing where there is none.
  public init?(name: String) {
    guard let number = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: 1 << UInt64(number))
  }

  /// The names in the set, in numeric order; a number without a name is `cap_N`.
  public var memberNames: [String] {
    (0..<64).filter { rawValue & (1 << UInt64($0)) != 0 }.map { number in
      number < Self.names.count ? Self.names[number] : "cap_\(number)"
    }
  }

  /// Changes to the configuration of the network namespace.
  public static let netAdmin = CapabilitySet(rawValue: 1 << 12)
  /// Tracing of other processes.
  public static let sysPtrace = CapabilitySet(rawValue: 1 << 19)
  /// Mounting, among much else.
  public static let sysAdmin = CapabilitySet(rawValue: 1 << 21)
}
