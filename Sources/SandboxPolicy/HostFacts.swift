/// What a plan depends on besides policy and arguments; gathered before planning, so that planning stays pure.
public struct HostFacts: Equatable, Sendable {
  /// Where limits of a whole call can be set.
  public enum CgroupLayout: UInt8, Equatable, Sendable {
    /// One hierarchy for each controller, cgroups(7).
    case version1 = 1
    /// The unified hierarchy with the controllers memory and pids.
    case version2 = 2
  }

  /// Effective uid of the launcher.
  public var user: UInt32
  /// Effective gid of the launcher.
  public var group: UInt32
  /// The launcher's pid: it makes the private identity of the call.
  public var launcher: Int32
  /// Where memory and processes can be limited, where they can.
  public var cgroups: CgroupLayout?
  /// The version of Landlock, 0 where the kernel has none.
  public var landlock: Int

  /// Puts the facts together.
  public init(user: UInt32, group: UInt32, launcher: Int32, cgroups: CgroupLayout?, landlock: Int) {
    self.user = user
    self.group = group
    self.launcher = launcher
    self.cgroups = cgroups
    self.landlock = landlock
  }

  /// Whether the launcher may use the host's privileges.
  public var isRoot: Bool { user == 0 }

  /// The first private uid and gid; above it nobody else's range begins below 2^31, see systemd's UIDS-GIDS.
  public static let privateBase: UInt32 = 0x7800_0000

  /// The uid and gid of this call alone: no two launchers have one pid at one time.
  public var privateID: UInt32 { Self.privateBase + UInt32(bitPattern: launcher) & 0x3F_FFFF }
}
