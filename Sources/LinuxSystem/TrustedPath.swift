internal import CLinux

/// Opens files and directories that nobody but root, or the user whom they serve, can have changed.
///
/// A path is walked from `/` one component at a time on descriptors, no symbolic link is followed, and each component
/// is judged by what its descriptor says: so what was judged is what is used, whatever happens to the names meanwhile.
public enum TrustedPath {
  /// Opens a directory for use as a place to look names up in (`O_PATH`, close-on-exec).
  ///
  /// - Parameters:
  ///   - path: An absolute path without `.`, `..`, empty components or a slash at its end.
  ///   - owner: The effective uid that the directory is to serve; root's own directories always will.
  public static func openDirectory(_ path: String, owner: UInt32) throws(TrustedPathError) -> Int32 {
    var components = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard path.utf8.first == UInt8(ascii: "/"), !path.utf8.contains(0) else {
      throw TrustedPathError(path: path, reason: .notAbsolute)
    }
    components.removeFirst()
    if components.count == 1, components[0].isEmpty { components = [] }
    guard components.allSatisfy({ isPlain($0) }) else { throw TrustedPathError(path: path, reason: .notNormal) }

    let root = try open("/", in: nil, shownAs: "/")
    var current = root
    var walked = ""
    do throws(TrustedPathError) {
      let rootDevice = try judgeDirectory(root, path: "/", owner: owner, rootDevice: nil)
      for component in components {
        let name = String(decoding: component, as: UTF8.self)
        walked += "/" + name
        let next = try open(name, in: current, shownAs: walked)
        _ = sbx_close(current)
        current = next
        _ = try judgeDirectory(current, path: walked, owner: owner, rootDevice: rootDevice)
      }
    } catch {
      _ = sbx_close(current)
      throw error
    }
    return current
  }

  /// Opens a regular file with one name in a directory that ``openDirectory(_:owner:)`` returned.
  ///
  /// Never waits: a FIFO or device in the file's place is refused before it is opened.
  ///
  /// - Parameters:
  ///   - directory: The directory's descriptor.
  ///   - directoryPath: The directory's path, for messages.
  ///   - name: The file's name, a single component.
  ///   - owner: The effective uid that the file is to serve.
  ///   - flags: Flags of open(2) besides those for safety.
  public static func openFile(
    in directory: Int32, at directoryPath: String, named name: String, owner: UInt32, flags: Int32 = 0
  ) throws(TrustedPathError) -> Int32 {
    let path = directoryPath == "/" ? "/" + name : directoryPath + "/" + name
    guard isPlain(Substring(name).utf8), !name.utf8.contains(0) else {
      throw TrustedPathError(path: path, reason: .notNormal)
    }
    let before = try judgeFile(directory, name, path: path, owner: owner)
    let safe = flags | SBX_O_CLOEXEC | SBX_O_NOFOLLOW | SBX_O_NONBLOCK
    let file = unsafe sbx_openat2(directory, name, UInt64(UInt32(bitPattern: safe)), 0, 0)
    guard file >= 0 else { throw TrustedPathError(path: path, code: file) }
    let descriptor = Int32(truncatingIfNeeded: file)
    do throws(TrustedPathError) {
      let opened = try judgeFile(descriptor, "", path: path, owner: owner)
      guard opened.device == before.device, opened.inode == before.inode else {
        throw TrustedPathError(path: path, reason: .replaced)
      }
    } catch {
      _ = sbx_close(descriptor)
      throw error
    }
    return descriptor
  }

  private static func isPlain(_ component: Substring.UTF8View) -> Bool {
    !component.isEmpty && component.count <= 255 && !component.contains(UInt8(ascii: "/"))
      && !component.elementsEqual(".".utf8) && !component.elementsEqual("..".utf8)
  }

  private static func open(
    _ name: String, in directory: Int32?, shownAs path: String
  ) throws(TrustedPathError) -> Int32 {
    // Not O_DIRECTORY: with O_NOFOLLOW a link would say ENOTDIR, and the message should say that it is a link.
    let flags = UInt64(UInt32(bitPattern: SBX_O_PATH | SBX_O_NOFOLLOW | SBX_O_CLOEXEC))
    let result = unsafe sbx_openat2(directory ?? currentDirectory, name, flags, 0, 0)
    guard result >= 0 else { throw TrustedPathError(path: path, code: result) }
    return Int32(truncatingIfNeeded: result)
  }

  private static func judgeDirectory(
    _ descriptor: Int32, path: String, owner: UInt32, rootDevice: UInt64?
  ) throws(TrustedPathError) -> UInt64 {
    let status = try status(descriptor, "", path: path)
    if status.mode & fileType == symbolicLink { throw TrustedPathError(path: path, reason: .symbolicLink) }
    guard status.mode & fileType == directory else { throw TrustedPathError(path: path, reason: .notDirectory) }
    try judgeOwner(status, path: path, owner: owner)
    // The owners and modes in a FUSE file system are what the user who mounted it says.
    if let rootDevice, status.device != rootDevice {
      var type: Int64 = 0
      let result = unsafe sbx_statfs_type(descriptor, &type)
      guard result >= 0 else { throw TrustedPathError(path: path, code: result) }
      guard type != fuse else { throw TrustedPathError(path: path, reason: .userFileSystem) }
    }
    return status.device
  }

  private static func judgeFile(
    _ descriptor: Int32, _ name: String, path: String, owner: UInt32
  ) throws(TrustedPathError) -> sbx_stat {
    let status = try status(descriptor, name, path: path)
    if status.mode & fileType == symbolicLink { throw TrustedPathError(path: path, reason: .symbolicLink) }
    guard status.mode & fileType == regularFile else { throw TrustedPathError(path: path, reason: .notFile) }
    try judgeOwner(status, path: path, owner: owner)
    // A second name may stand in a directory that others can write.
    guard status.links == 1 else { throw TrustedPathError(path: path, reason: .links(status.links)) }
    return status
  }

  private static func judgeOwner(_ status: sbx_stat, path: String, owner: UInt32) throws(TrustedPathError) {
    guard status.uid == 0 || status.uid == owner else {
      throw TrustedPathError(path: path, reason: .owner(status.uid))
    }
    // The group's bits are also the mask of an access control list: one that lets anybody write shows here.
    guard status.mode & 0o022 == 0 else { throw TrustedPathError(path: path, reason: .writable(status.mode & 0o7777)) }
  }

  private static func status(_ descriptor: Int32, _ name: String, path: String) throws(TrustedPathError) -> sbx_stat {
    var status = sbx_stat()
    let flags = name.isEmpty ? emptyPath : noFollow
    let result = unsafe sbx_stat(descriptor, name, flags, &status)
    guard result >= 0 else { throw TrustedPathError(path: path, code: result) }
    return status
  }

  private static let currentDirectory: Int32 = -100
  private static let emptyPath: Int32 = 0x1000
  private static let noFollow: Int32 = 0x100
  private static let fileType: UInt32 = 0o170000
  private static let directory: UInt32 = 0o040000
  private static let regularFile: UInt32 = 0o100000
  private static let symbolicLink: UInt32 = 0o120000
  private static let fuse: Int64 = 0x6573_5546
}

/// Why a file or directory is not used.
public struct TrustedPathError: Error, Equatable, CustomStringConvertible, Sendable {
  /// What is wrong with it.
  public enum Reason: Equatable, Sendable {
    /// The path does not begin with a slash, or holds a NUL.
    case notAbsolute
    /// The path has a component that is empty, `.`, `..` or too long.
    case notNormal
    /// It is a symbolic link.
    case symbolicLink
    /// It is no directory.
    case notDirectory
    /// It is no regular file.
    case notFile
    /// It belongs to this uid.
    case owner(UInt32)
    /// Its permissions are these.
    case writable(UInt32)
    /// It has this many names.
    case links(UInt32)
    /// It lies in a file system that an ordinary user may have mounted.
    case userFileSystem
    /// Another file took its place while it was opened.
    case replaced
    /// The kernel said so; a positive errno.
    case system(Int32)
  }

  /// The component that is at fault.
  public let path: String
  /// What is wrong with it.
  public let reason: Reason

  /// Puts the two together.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  init(path: String, code: Int64) {
    self.init(path: path, reason: .system(Int32(truncatingIfNeeded: -code)))
  }

  /// Whether the file or directory is simply not there.
  public var isAbsence: Bool { reason == .system(2) }

  /// What is wrong, and what would be right.
  public var description: String {
    switch reason {
    case .notAbsolute: "\(path) is not an absolute path"
    case .notNormal: "\(path) has an empty, `.`, `..` or overlong component; name it as it is"
    case .symbolicLink: "\(path) is a symbolic link; name what it points to"
    case .notDirectory: "\(path) is not a directory"
    case .notFile: "\(path) is not a regular file"
    case .owner(let uid): "\(path) belongs to uid \(uid); root has to own it"
    case .writable(let mode):
      "\(path) is writable by others (mode \(String(mode, radix: 8))); only its owner may be able to write it"
    case .links(let count): "\(path) has \(count) names (hard links); it has to have one"
    case .userFileSystem: "\(path) is in a FUSE file system; an ordinary user may have mounted it"
    case .replaced: "\(path) was replaced while it was opened"
    case .system(let code): "\(path): \(Self.text(code))"
    }
  }

  private static func text(_ code: Int32) -> String {
    guard let text = unsafe sbx_error_text(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}
