/// One thing that is done to build a sandbox: what ``Plan`` is a list of.
///
/// Each step names everything that the kernel will be told; nothing is looked up later.
public enum Step: Equatable, Sendable {
  /// Makes the cgroup of the call, with its limits.
  case createCgroup(CgroupLimits)
  /// Makes a network namespace, while the rest of the sandbox is being built.
  case createNetwork(loopback: Bool)
  /// Starts the process that the sandbox is built around, in new namespaces.
  case cloneProcess(Namespaces)
  /// Has the kernel kill the sandbox when the launcher goes.
  case tieToLauncher
  /// Writes the identity of the new user namespace, where the launcher is not root.
  case mapIdentity(IdentityMap)
  /// New session, default signals, nice value, scheduling, umask, personality, out-of-memory score.
  case resetProcess
  /// Enters the cgroup of the call.
  case enterCgroup
  /// A new cgroup namespace, whose root is that cgroup.
  case unshareCgroup
  /// Enters the network namespace that was made.
  case enterNetwork
  /// Enters a network namespace that a file names.
  case joinNetwork(path: String)
  /// Brings the loopback interface of the own network namespace up.
  case bringLoopbackUp
  /// Takes a copy of a directory's mount that stays a peer of the host's.
  case keepPropagation(path: String)
  /// Cuts every other mount off from the host.
  case makeMountsPrivate
  /// Mounts the own network namespace's /sys, so that sources beneath it are the call's own.
  case mountOwnSys
  /// Mounts the own pid namespace's /proc, for the same reason.
  case mountOwnProc
  /// Mounts an empty root in memory.
  case mountRoot
  /// Mounts a file or directory of the host.
  case bind(BindMount)
  /// Mounts a directory whose mounts the host will see.
  case propagate(path: String)
  /// Mounts a private file system in memory.
  case mountTemporary(TemporaryDirectory)
  /// Mounts /proc with processes only, read-only.
  case mountProc
  /// Mounts a device node of the host.
  case bindDevice(name: String)
  /// Makes a symbolic link.
  case makeLink(SymbolicLink)
  /// Makes the new root the root, and lets go of the host's.
  case enterRoot
  /// Makes the new root read-only.
  case sealRoot
  /// Sets the host name.
  case setHostname(String)
  /// Bounds a resource of each process.
  case limit(ResourceLimit)
  /// Forks: the parent stays as pid 1, which reaps and forwards signals; the child goes on.
  case startInit
  /// Joins a new, empty session keyring.
  case joinNewKeyring
  /// Sets the working directory.
  case changeDirectory(path: String)
  /// Sets supplementary groups, gids and uids.
  case setIdentity(user: UInt32, group: UInt32, groups: [UInt32])
  /// A new user namespace: even its uid 0 is nobody outside.
  case unshareUser(IdentityMap)
  /// Sets and locks securebits: no uid and no exec gives a capability any more.
  case lockSecurebits
  /// Takes every other capability out of the bounding set.
  case dropBoundingSet(keeping: CapabilitySet)
  /// Sets permitted, effective, inheritable and ambient capabilities, and locks the ambient ones.
  case setCapabilities(CapabilitySet)
  /// Waits until pid 1 has dropped its own rights: the command must not run beside one that could not.
  case awaitInit
  /// Sets no_new_privs.
  case setNoNewPrivileges
  /// The file view once more, as Landlock rules.
  case restrictFiles(LandlockRules)
  /// Has exec close every descriptor above 2.
  case closeDescriptors
  /// Loads the system-call filter.
  case loadFilter(instructions: Int)
  /// Runs the command.
  case execute(Command)
}

/// Namespaces that a process gets of its own, namespaces(7).
public struct Namespaces: OptionSet, Hashable, Sendable {
  /// The `CLONE_NEW…` bits of `<linux/sched.h>`.
  public var rawValue: UInt64

  /// The set with these bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// time_namespaces(7).
  public static let time = Namespaces(rawValue: 0x0000_0080)
  /// mount_namespaces(7).
  public static let mount = Namespaces(rawValue: 0x0002_0000)
  /// cgroup_namespaces(7).
  public static let cgroup = Namespaces(rawValue: 0x0200_0000)
  /// uts_namespaces(7).
  public static let uts = Namespaces(rawValue: 0x0400_0000)
  /// ipc_namespaces(7).
  public static let ipc = Namespaces(rawValue: 0x0800_0000)
  /// user_namespaces(7).
  public static let user = Namespaces(rawValue: 0x1000_0000)
  /// pid_namespaces(7).
  public static let pid = Namespaces(rawValue: 0x2000_0000)
  /// network_namespaces(7).
  public static let network = Namespaces(rawValue: 0x4000_0000)

  /// The names of the members, as in /proc/PID/ns.
  public var memberNames: [String] {
    let all: [(Namespaces, String)] = [
      (.user, "user"), (.mount, "mount"), (.pid, "pid"), (.network, "network"), (.ipc, "ipc"), (.uts, "uts"),
      (.cgroup, "cgroup"), (.time, "time"),
    ]
    return all.filter { contains($0.0) }.map { $0.1 }
  }
}

/// Limits of a call as a whole.
public struct CgroupLimits: Equatable, Sendable {
  /// Where they are set.
  public var layout: HostFacts.CgroupLayout
  /// Memory of all processes together, in bytes.
  public var memory: UInt64
  /// Processes and threads at one time, those of the launcher inside included.
  public var processes: UInt32
}

/// One user and one group of a user namespace, and who they are outside.
public struct IdentityMap: Equatable, Sendable {
  /// The uid inside.
  public var insideUser: UInt32
  /// The uid outside.
  public var outsideUser: UInt32
  /// The gid inside.
  public var insideGroup: UInt32
  /// The gid outside.
  public var outsideGroup: UInt32
}

/// Where a bind comes from, and what it may be.
public enum BindSource: Equatable, Sendable {
  /// A path that the profile writes: symbolic links only where they and their directories are root's alone.
  case trusted(path: String)
  /// A path with a caller's value in it: no symbolic link at all beneath the root that the profile writes.
  case beneath(root: String, relative: String, kind: PathRule.Kind)
  /// A file that the command needs, as it was when the policy was made.
  case file(path: String, identity: FileIdentity)

  /// The path on the host.
  public var path: String {
    switch self {
    case .trusted(let path), .file(let path, _): path
    case .beneath(let root, let relative, _):
      root.utf8.last == UInt8(ascii: "/") ? root + relative : "\(root)/\(relative)"
    }
  }
}

/// A file or directory of the host that is mounted inside.
public struct BindMount: Equatable, Sendable {
  /// What is mounted.
  public var source: BindSource
  /// Where inside.
  public var path: String
  /// What may be done with it.
  public var access: FileAccess
}

/// A bound on one resource of each process, getrlimit(2).
public struct ResourceLimit: Equatable, Sendable {
  /// The resource's name in the manual, without `RLIMIT_`.
  public var name: String
  /// `RLIMIT_…`.
  public var resource: Int32
  /// The value of both the soft and the hard limit.
  public var value: UInt64
}

/// The file view as Landlock sees it.
public struct LandlockRules: Equatable, Sendable {
  /// One rule: what may be done at and beneath a path inside.
  public struct Rule: Equatable, Sendable {
    /// The path inside.
    public var path: String
    /// What may be done.
    public var access: FileAccess
  }

  /// The kernel's version of Landlock; every right that it knows is handled.
  public var version: Int
  /// What is allowed.
  public var rules: [Rule]
  /// Whether binding and connecting TCP sockets is refused altogether (version 4).
  public var refusesTCP: Bool
  /// Whether signals stay within the sandbox (version 6).
  public var keepsSignals: Bool
}

/// What is run.
public struct Command: Equatable, Sendable {
  /// The whole argv; the first is an absolute path.
  public var arguments: [String]
  /// The whole environment, `NAME=value`.
  public var environment: [String]
}
