private import CLinux

/// What statx(2) says of a file.
public struct FileStatus: Sendable {
  /// The device that holds it: its major number in the upper half, its minor number in the lower.
  public let device: UInt64
  /// The inode number.
  public let inode: UInt64
  /// The device that it is, where it is one.
  public let deviceNumber: UInt64
  /// The size in bytes.
  public let size: Int64
  /// The time of the last change of its content, in nanoseconds since the epoch.
  public let modified: Int64
  /// Kind and permissions.
  public let mode: UInt32
  /// The owner's uid.
  public let user: UInt32
  /// The owner's gid.
  public let group: UInt32
  /// The number of names.
  public let links: UInt32

  fileprivate init(_ raw: sbx_stat) {
    device = raw.device
    inode = raw.inode
    deviceNumber = raw.rdev
    size = raw.size
    modified = raw.modified
    mode = raw.mode
    user = raw.uid
    group = raw.gid
    links = raw.links
  }

  /// The bits of the mode that tell the kind of file, `S_IFMT`.
  public var kind: UInt32 { mode & 0o170000 }
  /// Whether it is a directory.
  public var isDirectory: Bool { kind == 0o040000 }
  /// Whether it is a regular file.
  public var isRegular: Bool { kind == 0o100000 }
  /// Whether it is a symbolic link.
  public var isSymbolicLink: Bool { kind == 0o120000 }
  /// Whether it is a block device.
  public var isBlockDevice: Bool { kind == 0o060000 }
  /// Whether it is a character device.
  public var isCharacterDevice: Bool { kind == 0o020000 }
  /// Whether it is a Unix socket.
  public var isSocket: Bool { kind == 0o140000 }
  /// Whether its group or others may write it; an access control list shows in the group's bits.
  public var isWritableByOthers: Bool { mode & 0o022 != 0 }
}

extension Linux {
  /// `AT_FDCWD`: paths begin at the working directory.
  public static let workingDirectory: Int32 = -100

  /// How a file is opened.
  public struct OpenFlags: OptionSet, Sendable {
    /// The kernel's bits.
    public var rawValue: Int32
    /// The flags with these bits.
    public init(rawValue: Int32) { self.rawValue = rawValue }
    /// For reading.
    public static let readOnly: OpenFlags = []
    /// For writing.
    public static let writeOnly = OpenFlags(rawValue: SBX_O_WRONLY)
    /// For both.
    public static let readWrite = OpenFlags(rawValue: SBX_O_RDWR)
    /// Create it where it is missing.
    public static let create = OpenFlags(rawValue: SBX_O_CREAT)
    /// It must not be there before.
    public static let exclusive = OpenFlags(rawValue: SBX_O_EXCL)
    /// Each write goes to the end.
    public static let append = OpenFlags(rawValue: SBX_O_APPEND)
    /// Wait for nothing.
    public static let nonBlocking = OpenFlags(rawValue: SBX_O_NONBLOCK)
    /// A handle that names the file without opening it.
    public static let path = OpenFlags(rawValue: SBX_O_PATH)
    /// It has to be a directory.
    public static let directory = OpenFlags(rawValue: SBX_O_DIRECTORY)
    /// The last component must be no symbolic link.
    public static let noFollow = OpenFlags(rawValue: SBX_O_NOFOLLOW)
  }

  /// How openat2(2) walks a path.
  public struct Resolution: OptionSet, Sendable {
    /// The kernel's bits.
    public var rawValue: UInt64
    /// The rules with these bits.
    public init(rawValue: UInt64) { self.rawValue = rawValue }
    /// No magic link of /proc.
    public static let noMagicLinks = Resolution(rawValue: 0x02)
    /// No symbolic link at all.
    public static let noSymbolicLinks = Resolution(rawValue: 0x04)
    /// Never above the directory.
    public static let beneath = Resolution(rawValue: 0x08)
  }

  /// Opens a path, close-on-exec. The corresponding call is `openat2`.
  public static func open(
    _ path: String, in directory: Int32 = workingDirectory, _ flags: OpenFlags, mode: UInt32 = 0,
    resolving: Resolution = []
  ) throws(Errno) -> Descriptor {
    let bits = UInt64(UInt32(bitPattern: flags.rawValue | SBX_O_CLOEXEC))
    let result = try uninterrupted { unsafe sbx_openat2(directory, path, bits, UInt64(mode), resolving.rawValue) }
    return Descriptor(owning: Int32(result))
  }

  /// Describes an open file. The corresponding call is `statx`.
  public static func status(of descriptor: Int32) throws(Errno) -> FileStatus {
    var status = sbx_stat()
    // AT_EMPTY_PATH
    try checked(unsafe sbx_stat(descriptor, "", 0x1000, &status))
    return FileStatus(status)
  }

  /// Describes a path; the last component may be a symbolic link only with `followingLinks`. The corresponding call is
  /// `statx`.
  public static func status(
    of path: String, in directory: Int32 = workingDirectory, followingLinks: Bool
  ) throws(Errno) -> FileStatus {
    var status = sbx_stat()
    // AT_SYMLINK_NOFOLLOW
    try checked(unsafe sbx_stat(directory, path, followingLinks ? 0 : 0x100, &status))
    return FileStatus(status)
  }

  /// The magic number of the file system that holds an open file. The corresponding call is `fstatfs`.
  public static func fileSystemType(of descriptor: Int32) throws(Errno) -> Int64 {
    var type: Int64 = 0
    try checked(unsafe sbx_statfs_type(descriptor, &type))
    return type
  }

  /// Where a symbolic link points, at most 4,095 bytes of UTF-8. The corresponding call is `readlinkat`.
  public static func target(ofLink path: String, in directory: Int32 = workingDirectory) throws(Errno) -> String {
    let (bytes, result) = unsafe withBuffer(4096) { unsafe sbx_readlinkat(directory, path, $0, 4096) }
    try checked(result)
    guard result < 4096, let text = String(validating: bytes, as: UTF8.self) else { throw .invalidArgument }
    return text
  }

  /// Reads once, at most `most` bytes; none at the end. The corresponding call is `read`.
  public static func read(_ descriptor: Int32, most: Int) throws(Errno) -> [UInt8] {
    let (bytes, result) = unsafe withBuffer(most) { buffer in
      while true {
        let result = unsafe sbx_read(descriptor, buffer, most)
        if result != -4 { return result }
      }
    }
    try checked(result)
    return bytes
  }

  /// Reads once without waiting, where the file can be asked so. The corresponding call is `preadv2`.
  public static func readWithoutWaiting(_ descriptor: Int32, most: Int) throws(Errno) -> [UInt8] {
    let (bytes, result) = unsafe withBuffer(most) { unsafe sbx_read_nowait(descriptor, $0, most) }
    try checked(result)
    return bytes
  }

  /// Has reads and writes through this open file never wait. The corresponding call is `fcntl(F_SETFL)`.
  public static func setNonBlocking(_ descriptor: Int32) throws(Errno) { try checked(sbx_set_nonblocking(descriptor)) }

  /// Reads to the end; `EFBIG` where there are more than `most` bytes.
  public static func readAll(_ descriptor: Int32, most: Int) throws(Errno) -> [UInt8] {
    // A file says its size, so that most are read at once; a file of the kernel's says 0.
    let size = Int(clamping: try status(of: descriptor).size)
    guard size <= most else { throw Errno(27) }
    // One byte more than may be there: an end that is not seen is no end.
    var all = try read(descriptor, most: size > 0 ? size + 1 : 4096)
    while true {
      guard all.count <= most else { throw Errno(27) }
      let chunk = try read(descriptor, most: max(1, min(65536, most - all.count + 1)))
      if chunk.isEmpty { return all }
      all.append(contentsOf: chunk)
    }
  }

  /// Writes once, and says how much was taken. The corresponding call is `write`.
  public static func writeOnce(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(Errno) -> Int {
    let result = unsafe bytes.withUnsafeBytes { buffer in
      unsafe sbx_write(descriptor, buffer.baseAddress, buffer.count)
    }
    return Int(try checked(result))
  }

  /// Writes once without waiting where the file can be asked so. The corresponding call is `pwritev2`.
  public static func writeWithoutWaiting(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(Errno) -> Int {
    let result = unsafe bytes.withUnsafeBytes { buffer in
      unsafe sbx_write_nowait(descriptor, buffer.baseAddress, buffer.count)
    }
    return Int(try checked(result))
  }

  /// Writes everything in one call: a file that takes less is `ENOSPC`, because half a record is none.
  public static func writeWhole(_ bytes: [UInt8], to descriptor: Int32) throws(Errno) {
    while true {
      do throws(Errno) {
        guard try writeOnce(bytes[...], to: descriptor) == bytes.count else { throw .noSpace }
        return
      } catch .interrupted {
        continue
      }
    }
  }

  /// Opens an existing file of the kernel's, such as one of cgroup or /proc, and writes it.
  public static func write(_ text: String, toFile path: String, in directory: Int32 = workingDirectory) throws(Errno) {
    let file = try open(path, in: directory, [.writeOnly, .noFollow])
    try writeWhole(Array(text.utf8), to: file.number)
  }

  /// Whether a descriptor is open. The corresponding call is `fcntl(F_GETFD)`.
  public static func isOpen(_ descriptor: Int32) throws(Errno) -> Bool {
    do throws(Errno) {
      try checked(sbx_descriptor_flags(descriptor))
      return true
    } catch .badDescriptor {
      return false
    }
  }

  /// Whether a descriptor was opened with `O_PATH`, and so can't be read. The corresponding call is `fcntl(F_GETFL)`.
  public static func isHandleOnly(_ descriptor: Int32) throws(Errno) -> Bool {
    try checked(sbx_status_flags(descriptor)) & Int64(SBX_O_PATH) != 0
  }

  /// Closes a descriptor that has no owner in this process. The corresponding call is `close`.
  public static func close(_ descriptor: Int32) throws(Errno) { try checked(sbx_close(descriptor)) }

  /// Closes the descriptors of a range, which may be empty of open ones. The corresponding call is `close_range`.
  public static func closeRange(_ first: UInt32, _ last: UInt32) throws(Errno) {
    try checked(sbx_close_range(first, last, 0))
  }

  /// Has exec close the descriptors from `first` on. The corresponding call is `close_range(CLOSE_RANGE_CLOEXEC)`.
  public static func closeOnExec(from first: UInt32) throws(Errno) {
    // CLOSE_RANGE_CLOEXEC
    try checked(sbx_close_range(first, UInt32.max, 4))
  }

  /// Makes `number` another name of an open file; close-on-exec only where asked. The corresponding call is `dup3`.
  public static func duplicate(_ descriptor: Int32, to number: Int32, closeOnExec: Bool = false) throws(Errno) {
    try checked(sbx_dup3(descriptor, number, closeOnExec ? SBX_O_CLOEXEC : 0))
  }

  /// Sets the file mode creation mask. The corresponding call is `umask`.
  public static func setMask(_ mask: UInt32) { _ = sbx_umask(mask) }

  /// Lends a buffer to a call, and keeps as many bytes as the call says it wrote.
  static func withBuffer(
    _ size: Int, _ call: (UnsafeMutableRawPointer?) -> Int64
  ) -> (bytes: [UInt8], result: Int64) {
    var result: Int64 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      unsafe result = call(UnsafeMutableRawPointer(buffer.baseAddress))
      count = Int(max(0, result))
    }
    return (bytes, result)
  }
}
