/// Everything that exists inside the sandbox.
public struct FileView: Equatable, Sendable {
  /// Files and directories of the host.
  public var grants: [FileGrant] = []
  /// Symbolic links to make.
  public var links: [SymbolicLink] = []
  /// Private tmpfs.
  public var temporary: [TemporaryDirectory] = []
  /// Directories whose mounts made inside appear on the host.
  public var propagate: [Template] = []
  /// Device nodes, by their names under /dev.
  public var devices: [Template] = ["null", "zero", "full", "random", "urandom"].map { Template(literal: $0) }

  /// An empty view with the five default devices.
  public init() {}
}

/// What may be done with a file of the view.
public enum FileAccess: UInt8, Comparable, Sendable {
  /// Read: read-only, nosuid, nodev, noexec.
  case read = 0
  /// Read and execute: read-only, nosuid, nodev.
  case execute = 1
  /// Read and write: nosuid, nodev, noexec.
  case write = 2

  /// By power.
  public static func < (left: FileAccess, right: FileAccess) -> Bool { left.rawValue < right.rawValue }

  /// The key's last word in the profile language.
  public var word: String {
    switch self {
    case .read: "read"
    case .execute: "execute"
    case .write: "write"
    }
  }
}

/// One file or directory of the host that exists inside, at the same path.
public struct FileGrant: Equatable, Sendable {
  /// Why it is in the view.
  public enum Origin: Equatable, Sendable {
    /// The profile names it.
    case profile
    /// The command needs it; this is the file that was there at compile time.
    case closure(source: String, identity: FileIdentity)
  }

  /// What may be done with it.
  public var access: FileAccess
  /// The absolute path.
  public var path: Template
  /// Why it is there.
  public var origin: Origin

  /// A grant.
  public init(access: FileAccess, path: Template, origin: Origin = .profile) {
    self.access = access
    self.path = path
    self.origin = origin
  }
}

/// What tells one version of a file from another, stat(2).
public struct FileIdentity: Equatable, Hashable, Sendable {
  /// `st_dev`.
  public var device: UInt64
  /// `st_ino`.
  public var inode: UInt64
  /// `st_size` in bytes.
  public var size: Int64
  /// `st_mtim` in nanoseconds since the epoch.
  public var modified: Int64

  /// Puts the four together.
  public init(device: UInt64, inode: UInt64, size: Int64, modified: Int64) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
  }
}

/// A symbolic link inside.
public struct SymbolicLink: Equatable, Sendable {
  /// Where it stands, absolute.
  public var path: String
  /// Where it points.
  public var target: String

  /// A link.
  public init(path: String, target: String) {
    self.path = path
    self.target = target
  }
}

/// A tmpfs of this call alone.
public struct TemporaryDirectory: Equatable, Sendable {
  /// Where it is mounted, absolute.
  public var path: String
  /// Its size in bytes.
  public var size: UInt64

  /// A tmpfs.
  public init(path: String, size: UInt64) {
    self.path = path
    self.size = size
  }
}
