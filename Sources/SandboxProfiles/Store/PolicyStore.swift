internal import CLinux
internal import Glibc
internal import LinuxSystem
public import SandboxPolicy

/// Why a policy could not be stored.
public struct PolicyStoreError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong, with the path and, where the kernel said so, its reason.
  public let description: String

  init(_ description: String) { self.description = description }

  init(_ action: String, _ path: String, code: Int32) {
    self.init(HostFile.Failure(action: action, path: path, code: code).description)
  }
}

/// Writes policies to the directory from which launcher and daemon read them.
public enum PolicyStore {
  /// Stores a policy as `NAME.policy`, whole or not at all.
  ///
  /// The new file gets its name only when all of it is on the disk, so nobody ever reads half a policy. The directory
  /// is made where it is missing; it and everything above it has to be trusted (``TrustedPath``).
  public static func write(_ policy: Policy, to path: String) throws(PolicyStoreError) {
    guard OperationName.isValid(policy.profile) else {
      throw PolicyStoreError("\(DisplayName.of(policy.profile)) is not the name of a profile")
    }
    let path = HostPath.absolute(path)
    let directory = try openDirectory(path)
    defer { _ = sbx_close(directory) }
    let final = "\(policy.profile).policy"
    let temporary = ".\(final).\(sbx_getpid())"
    let file = try create(temporary, in: directory, at: path)
    do throws(PolicyStoreError) {
      defer { _ = sbx_close(file) }
      try fill(file, with: PolicyCodec.encode(policy), path: "\(path)/\(temporary)")
    } catch {
      _ = unsafe sbx_unlinkat(directory, temporary, 0)
      throw error
    }
    guard unsafe renameat(directory, temporary, directory, final) == 0 else {
      let code = errno
      _ = unsafe sbx_unlinkat(directory, temporary, 0)
      throw PolicyStoreError("rename a new file to", "\(path)/\(final)", code: code)
    }
  }

  private static func openDirectory(_ path: String) throws(PolicyStoreError) -> Int32 {
    let owner = sbx_geteuid()
    do throws(TrustedPathError) {
      return try TrustedPath.openDirectory(path, owner: owner)
    } catch {
      guard error.isAbsence, path != "/" else { throw PolicyStoreError("\(error)") }
    }
    // Its parent is judged, and made where it is missing, in the same way.
    let parent = try openDirectory(HostPath.parent(path))
    defer { _ = sbx_close(parent) }
    let name = String(decoding: path.utf8.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self)
    let made = unsafe sbx_mkdirat(parent, name, 0o755)
    guard made >= 0 || made == -Int64(EEXIST) else {
      throw PolicyStoreError("create the directory", path, code: Int32(truncatingIfNeeded: -made))
    }
    do throws(TrustedPathError) {
      return try TrustedPath.openDirectory(path, owner: owner)
    } catch {
      throw PolicyStoreError("\(error)")
    }
  }

  private static func create(
    _ name: String, in directory: Int32, at path: String
  ) throws(PolicyStoreError) -> Int32 {
    let flags = UInt64(UInt32(bitPattern: SBX_O_WRONLY | SBX_O_CREAT | SBX_O_EXCL | SBX_O_NOFOLLOW | SBX_O_CLOEXEC))
    // What an earlier process of this number left is in nobody's use: it never got its name.
    for _ in 0..<2 {
      let file = unsafe sbx_openat2(directory, name, flags, 0o600, 0)
      if file >= 0 { return Int32(truncatingIfNeeded: file) }
      guard file == -Int64(EEXIST) else {
        throw PolicyStoreError("create", "\(path)/\(name)", code: Int32(truncatingIfNeeded: -file))
      }
      _ = unsafe sbx_unlinkat(directory, name, 0)
    }
    throw PolicyStoreError("create", "\(path)/\(name)", code: EEXIST)
  }

  private static func fill(_ file: Int32, with bytes: [UInt8], path: String) throws(PolicyStoreError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe sbx_write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw PolicyStoreError("write", path, code: Int32(truncatingIfNeeded: -count)) }
      rest = rest.dropFirst(Int(count))
    }
    // Root's policies are no secret: whoever may read the profile may know what came of it.
    guard fchmod(file, sbx_geteuid() == 0 ? 0o644 : 0o600) == 0 else {
      throw PolicyStoreError("set the mode of", path, code: errno)
    }
    guard fsync(file) == 0 else { throw PolicyStoreError("write", path, code: errno) }
  }
}
