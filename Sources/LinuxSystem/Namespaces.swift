private import CLinux

extension Linux {
  /// Kinds of namespaces, namespaces(7).
  public struct NamespaceFlags: OptionSet, Sendable {
    /// The `CLONE_NEW…` bits.
    public var rawValue: UInt64
    /// The kinds with these bits.
    public init(rawValue: UInt64) { self.rawValue = rawValue }
    /// Clocks.
    public static let time = NamespaceFlags(rawValue: 0x0000_0080)
    /// Mounts.
    public static let mount = NamespaceFlags(rawValue: 0x0002_0000)
    /// Control groups.
    public static let cgroup = NamespaceFlags(rawValue: 0x0200_0000)
    /// Host name.
    public static let uts = NamespaceFlags(rawValue: 0x0400_0000)
    /// System V objects and POSIX message queues.
    public static let ipc = NamespaceFlags(rawValue: 0x0800_0000)
    /// Users and capabilities.
    public static let user = NamespaceFlags(rawValue: 0x1000_0000)
    /// Processes.
    public static let pid = NamespaceFlags(rawValue: 0x2000_0000)
    /// Network.
    public static let network = NamespaceFlags(rawValue: 0x4000_0000)
  }

  /// Which of the two processes goes on after a clone.
  public enum Clone: ~Copyable {
    /// The new process.
    case child
    /// The process that asked; it holds the new one by its pid descriptor.
    case parent(pid: Int32, Descriptor)
  }

  /// A copy of this process, the new namespaces around it. Only for a process of a single thread. The corresponding
  /// call is `clone3`.
  public static func clone(_ namespaces: NamespaceFlags, intoCgroup cgroup: Int32? = nil) throws(Errno) -> Clone {
    var descriptor: Int32 = -1
    let result = try checked(unsafe sbx_clone3(namespaces.rawValue, &descriptor, cgroup ?? -1))
    return result == 0 ? .child : .parent(pid: Int32(result), Descriptor(owning: descriptor))
  }

  /// Leaves namespaces for new ones. The corresponding call is `unshare`.
  public static func unshare(_ namespaces: NamespaceFlags) throws(Errno) {
    try checked(sbx_unshare(namespaces.rawValue))
  }

  /// Enters a namespace that a descriptor names, or those of a process held by its pid descriptor. The corresponding
  /// call is `setns`.
  public static func enter(_ descriptor: Int32, _ kind: NamespaceFlags) throws(Errno) {
    try checked(sbx_setns(descriptor, kind.rawValue))
  }

  /// Sets the host name. The corresponding call is `sethostname`.
  public static func setHostname(_ name: String) throws(Errno) {
    try checked(unsafe sbx_sethostname(name, name.utf8.count))
  }

  /// Brings the loopback interface up, netdevice(7). The corresponding call is `ioctl(SIOCSIFFLAGS)`.
  public static func bringLoopbackUp() throws(Errno) { try checked(sbx_loopback_up()) }
}
