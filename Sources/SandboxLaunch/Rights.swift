import LinuxSystem
import SandboxPolicy

/// Giving up rights: what the command and pid 1 have in common.
enum Rights {
  /// `SECBIT_NOROOT`, `SECBIT_NO_SETUID_FIXUP` and the locks of both and of `SECBIT_KEEP_CAPS`.
  private static let base: UInt64 = 0x01 | 0x02 | 0x04 | 0x08 | 0x20
  /// `SECBIT_NO_CAP_AMBIENT_RAISE` and its lock.
  private static let noAmbientRaise: UInt64 = 0x40 | 0x80
  /// `CAP_SETPCAP`
  private static let setPcap: UInt64 = 1 << 8

  /// PR_SET_SECUREBITS
  static func lockSecurebits() throws(Errno) { try Linux.control(28, base) }

  /// The first number that the kernel does not know ends it; any other error means that a capability stayed.
  static func dropBoundingSet(keeping kept: CapabilitySet) throws(Errno) {
    for number in UInt64(0)..<64 where kept.rawValue & (1 << number) == 0 {
      do throws(Errno) {
        // PR_CAPBSET_DROP
        try Linux.control(24, number)
      } catch .invalidArgument where number >= CapabilitySet.names.count {
        return
      }
    }
  }

  /// Permitted, effective, inheritable and ambient; after that no process here can raise an ambient one.
  static func set(_ set: CapabilitySet) throws(Errno) {
    let bits = set.rawValue
    // Locking the ambient set asks for CAP_SETPCAP, so it goes last.
    try Linux.setCapabilities(bits | setPcap, inheritable: bits)
    // PR_CAP_AMBIENT: PR_CAP_AMBIENT_CLEAR_ALL, PR_CAP_AMBIENT_RAISE
    try Linux.control(47, 4)
    for number in 0..<UInt64(64) where bits & (1 << number) != 0 { try Linux.control(47, 2, number) }
    try Linux.control(28, base | noAmbientRaise)
    try Linux.setCapabilities(bits, inheritable: bits)
    let now = try Linux.capabilities()
    guard now.effective == bits, now.permitted == bits, now.inheritable == bits else { throw .notPermitted }
  }

  /// PR_SET_NO_NEW_PRIVS
  static func setNoNewPrivileges() throws(Errno) { try Linux.control(38, 1) }
}
