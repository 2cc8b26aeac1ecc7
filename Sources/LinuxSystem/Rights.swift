private import CLinux

extension Linux {
  /// Sets the supplementary groups. The corresponding call is `setgroups`.
  public static func setGroups(_ groups: [UInt32]) throws(Errno) {
    try checked(unsafe groups.withUnsafeBufferPointer { unsafe sbx_setgroups($0.baseAddress, $0.count) })
  }

  /// Sets real, effective and saved gid. The corresponding call is `setresgid`.
  public static func setGroup(_ group: UInt32) throws(Errno) { try checked(sbx_setresgid(group)) }

  /// Sets real, effective and saved uid. The corresponding call is `setresuid`.
  public static func setUser(_ user: UInt32) throws(Errno) { try checked(sbx_setresuid(user)) }

  /// Sets effective and permitted capabilities to one set, and inheritable ones to another. The corresponding call is
  /// `capset`.
  public static func setCapabilities(_ set: UInt64, inheritable: UInt64) throws(Errno) {
    try checked(sbx_capset(set, set, inheritable))
  }

  /// Effective, permitted and inheritable capabilities of this process. The corresponding call is `capget`.
  public static func capabilities() throws(Errno) -> (effective: UInt64, permitted: UInt64, inheritable: UInt64) {
    var sets: (UInt64, UInt64, UInt64) = (0, 0, 0)
    try checked(unsafe sbx_capget(&sets.0, &sets.1, &sets.2))
    return sets
  }

  /// Joins a new, anonymous session keyring. The corresponding call is `keyctl(KEYCTL_JOIN_SESSION_KEYRING)`.
  public static func joinNewKeyring() throws(Errno) { try checked(sbx_new_session_keyring()) }

  /// Loads a system-call filter for good; needs no_new_privs. The corresponding call is `seccomp`.
  public static func loadFilter(_ program: [UInt8]) throws(Errno) {
    let result = unsafe program.withUnsafeBytes { buffer in
      unsafe sbx_seccomp_load(buffer.baseAddress, UInt16(buffer.count / 8))
    }
    try checked(result)
  }

  /// The version of Landlock that the kernel offers, 0 where it has none. The corresponding call is
  /// `landlock_create_ruleset(LANDLOCK_CREATE_RULESET_VERSION)`.
  public static func landlockVersion() throws(Errno) -> Int {
    do throws(Errno) {
      return Int(try checked(sbx_landlock_abi()))
    } catch let error where error == .notImplemented || error == .notSupported {
      return 0
    }
  }

  /// A rule set that handles these rights. The corresponding call is `landlock_create_ruleset`.
  public static func newRuleset(files: UInt64, network: UInt64, scopes: UInt64) throws(Errno) -> Descriptor {
    var rules = sbx_landlock_ruleset(fs: files, net: network, scoped: scopes)
    // An older kernel takes a shorter structure only: it ends at the last field that says something.
    let size = scopes != 0 ? 24 : network != 0 ? 16 : 8
    return Descriptor(owning: Int32(try checked(unsafe sbx_landlock_create(&rules, size))))
  }

  /// Allows rights beneath an open file. The corresponding call is `landlock_add_rule`.
  public static func allow(_ rights: UInt64, beneath file: Int32, in ruleset: Int32) throws(Errno) {
    try checked(sbx_landlock_add_path(ruleset, file, rights))
  }

  /// Puts a rule set in force for good. The corresponding call is `landlock_restrict_self`.
  public static func restrict(by ruleset: Int32) throws(Errno) { try checked(sbx_landlock_restrict(ruleset)) }
}
