private import CLinux

extension Linux {
  /// Attributes of a mount, mount_setattr(2).
  public struct MountAttributes: OptionSet, Sendable {
    /// The kernel's bits.
    public var rawValue: UInt64
    /// The attributes with these bits.
    public init(rawValue: UInt64) { self.rawValue = rawValue }
    /// Nothing is written through it.
    public static let readOnly = MountAttributes(rawValue: 0x1)
    /// Set-user-ID bits and file capabilities count for nothing.
    public static let noSetUser = MountAttributes(rawValue: 0x2)
    /// Device nodes can't be opened.
    public static let noDevices = MountAttributes(rawValue: 0x4)
    /// Nothing is executed from it.
    public static let noExecute = MountAttributes(rawValue: 0x8)
  }

  /// How mounts travel between namespaces, mount_namespaces(7).
  public enum Propagation: UInt64, Sendable {
    /// As it was.
    case unchanged = 0
    /// To nobody.
    case `private` = 0x40000
    /// To the peers.
    case shared = 0x100000
  }

  /// A detached copy of what an open file names, with all that is mounted beneath it. The corresponding call is
  /// `open_tree(OPEN_TREE_CLONE | AT_RECURSIVE)`.
  public static func cloneTree(of descriptor: Int32) throws(Errno) -> Descriptor {
    // OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_EMPTY_PATH | AT_RECURSIVE
    let flags = UInt32(bitPattern: 1 | SBX_O_CLOEXEC | 0x1000 | 0x8000)
    return Descriptor(owning: Int32(try checked(unsafe sbx_open_tree(descriptor, "", flags))))
  }

  /// Attaches a detached mount where an open file is. The corresponding call is `move_mount`.
  public static func attach(_ mount: Int32, onto target: Int32) throws(Errno) {
    // MOVE_MOUNT_F_EMPTY_PATH | MOVE_MOUNT_T_EMPTY_PATH
    try checked(unsafe sbx_move_mount(mount, target, "", 0x04 | 0x40))
  }

  /// Attaches a detached mount at a path, whose last component is followed nowhere. The corresponding call is
  /// `move_mount`.
  public static func attach(
    _ mount: Int32, at path: String, in directory: Int32 = workingDirectory
  ) throws(Errno) {
    try checked(unsafe sbx_move_mount(mount, directory, path, 0x04))
  }

  /// Changes a mount and, where asked, all beneath it. The corresponding call is `mount_setattr`.
  public static func change(
    _ mount: Int32, recursively: Bool, setting attributes: MountAttributes = [],
    propagation: Propagation = .unchanged
  ) throws(Errno) {
    // AT_RECURSIVE
    try checked(
      sbx_mount_setattr(mount, recursively ? 0x8000 : 0, attributes.rawValue, 0, propagation.rawValue))
  }

  /// A new file system, detached. The corresponding calls are `fsopen`, `fsconfig` and `fsmount`.
  public static func newFileSystem(
    _ type: String, options: [(key: String, value: String)] = [], attributes: MountAttributes
  ) throws(Errno) -> Descriptor {
    let context = Descriptor(owning: Int32(try checked(unsafe sbx_fsopen(type))))
    for option in options {
      try checked(unsafe sbx_fsconfig_string(context.number, option.key, option.value))
    }
    try checked(sbx_fsconfig_create(context.number))
    let mount = try checked(sbx_fsmount(context.number, UInt32(attributes.rawValue)))
    return Descriptor(owning: Int32(mount))
  }

  /// Makes the working directory the root, with the old root on top of it. The corresponding call is
  /// `pivot_root(".", ".")`.
  public static func pivotToWorkingDirectory() throws(Errno) { try checked(unsafe sbx_pivot_root(".", ".")) }

  /// Takes away what is mounted on the working directory. The corresponding call is `umount2(MNT_DETACH)`.
  public static func detachWorkingDirectory() throws(Errno) { try checked(unsafe sbx_detach(".")) }
}
