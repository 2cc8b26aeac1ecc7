internal import Glibc
public import SandboxPolicy

/// The users and groups of the host, as numbers.
public struct UserDatabase: Sendable {
  /// The uid of a user, or nothing where there is none.
  public var user: @Sendable (String) -> UInt32?
  /// The gid of a group, or nothing where there is none.
  public var group: @Sendable (String) -> UInt32?
  /// The names that callers may use for arguments of the types user and group.
  public var names: NameTable

  /// A database of one's own, for tests.
  public init(users: [String: UInt32], groups: [String: UInt32]) {
    user = { users[$0] }
    group = { groups[$0] }
    names = NameTable(users: users, groups: groups)
  }

  private init(user: @escaping @Sendable (String) -> UInt32?, group: @escaping @Sendable (String) -> UInt32?) {
    self.user = user
    self.group = group
    names = NameTable.parse(passwd: Self.contents("/etc/passwd"), group: Self.contents("/etc/group"))
  }

  /// What the host's name service knows (nsswitch.conf(5)), network directories included.
  public static let host = UserDatabase(
    user: { name in
      unsafe lookUp { buffer, size in
        var entry = unsafe passwd()
        var found: UnsafeMutablePointer<passwd>?
        let result = unsafe getpwnam_r(name, &entry, buffer, size, &found)
        return (result, unsafe found == nil ? nil : entry.pw_uid)
      }
    },
    group: { name in
      unsafe lookUp { buffer, size in
        var entry = unsafe Glibc.group()
        var found: UnsafeMutablePointer<Glibc.group>?
        let result = unsafe getgrnam_r(name, &entry, buffer, size, &found)
        return (result, unsafe found == nil ? nil : entry.gr_gid)
      }
    })

  /// Calls a reentrant look-up with a growing buffer: a group may have thousands of members.
  private static func lookUp(_ call: (UnsafeMutablePointer<CChar>, Int) -> (Int32, UInt32?)) -> UInt32? {
    var size = 4096
    while size <= 1 << 22 {
      let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: size)
      defer { unsafe buffer.deallocate() }
      let (result, number) = unsafe call(buffer, size)
      guard result == ERANGE else { return result == 0 ? number : nil }
      size *= 4
    }
    return nil
  }

  private static func contents(_ path: String) -> [UInt8] {
    (try? HostFile.read(path, limit: 16 << 20)) ?? []
  }
}
