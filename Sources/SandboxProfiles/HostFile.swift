internal import CLinux
internal import Glibc
internal import SandboxPolicy

/// What the compiler asks of the host's files.
enum HostFile {
  /// Why a file could not be read or written: a positive errno.
  struct Failure: Error, Equatable, CustomStringConvertible {
    /// What was tried.
    var action: String
    /// The path.
    var path: String
    /// The errno.
    var code: Int32

    /// `could not read /srv/x: Permission denied`
    var description: String {
      let text = unsafe sbx_error_text(code).map { unsafe String(cString: $0) } ?? "error \(code)"
      return "could not \(action) \(path): \(text)"
    }
  }

  /// What stat(2) says of a file, symbolic links followed.
  static func identity(_ path: String) -> (identity: FileIdentity, mode: UInt32)? {
    var status = sbx_stat()
    guard unsafe sbx_stat(-100, path, 0, &status) == 0 else { return nil }
    return (identity(status), status.mode)
  }

  /// What fstat(2) says of an open file.
  static func identity(_ descriptor: Int32) -> (identity: FileIdentity, mode: UInt32)? {
    var status = sbx_stat()
    guard unsafe sbx_stat(descriptor, "", 0x1000, &status) == 0 else { return nil }
    return (identity(status), status.mode)
  }

  private static func identity(_ status: sbx_stat) -> FileIdentity {
    FileIdentity(device: status.device, inode: status.inode, size: status.size, modified: status.modified)
  }

  /// Whether the mode is that of a regular file.
  static func isRegular(_ mode: UInt32) -> Bool { mode & 0o170000 == 0o100000 }
  /// Whether the mode is that of a directory.
  static func isDirectory(_ mode: UInt32) -> Bool { mode & 0o170000 == 0o040000 }

  /// Whether there is something of this name, symbolic links followed.
  static func exists(_ path: String) -> Bool { identity(path) != nil }

  /// What a symbolic link points to; nothing where there is none.
  static func linkTarget(_ path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe sbx_readlinkat(-100, path, bytes.baseAddress, bytes.count)
    }
    guard count > 0, count < 4096 else { return nil }
    return String(decoding: buffer.prefix(Int(count)), as: UTF8.self)
  }

  /// The path with every symbolic link followed, or nothing where it leads nowhere.
  static func realPath(_ path: String) -> String? {
    // Most of what is asked for isn't there; the kernel says so at once.
    guard exists(path) else { return nil }
    var rest = path.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
    rest.reverse()
    var resolved: [String] = []
    // As many links as the kernel follows, path_resolution(7).
    var links = 0
    while let component = rest.popLast() {
      if component == "." { continue }
      if component == ".." {
        _ = resolved.popLast()
        continue
      }
      let candidate = "/" + (resolved + [component]).joined(separator: "/")
      guard let target = linkTarget(candidate) else {
        resolved.append(component)
        continue
      }
      links += 1
      guard links <= 40 else { return nil }
      if target.utf8.first == UInt8(ascii: "/") { resolved = [] }
      let parts = target.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
      rest += parts.reversed()
    }
    let real = "/" + resolved.joined(separator: "/")
    return exists(real) ? real : nil
  }

  /// Everything that a regular file holds, at most `limit` bytes.
  static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    let descriptor = try open(path)
    defer { _ = sbx_close(descriptor) }
    return try read(descriptor, path: path, limit: limit)
  }

  /// The names in a directory, in the kernel's order.
  static func names(in path: String) throws(Failure) -> [String] {
    let result = unsafe sbx_open(path, SBX_O_RDONLY | SBX_O_DIRECTORY | SBX_O_CLOEXEC, 0)
    guard result >= 0 else { throw Failure(action: "open", path: path, code: Int32(truncatingIfNeeded: -result)) }
    let descriptor = Int32(truncatingIfNeeded: result)
    defer { _ = sbx_close(descriptor) }
    var names: [String] = []
    var buffer = [UInt8](repeating: 0, count: 32768)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe sbx_getdents(descriptor, bytes.baseAddress, bytes.count)
      }
      guard count >= 0 else { throw Failure(action: "read", path: path, code: Int32(truncatingIfNeeded: -count)) }
      if count == 0 { return names.filter { $0 != "." && $0 != ".." } }
      // struct linux_dirent64: inode and offset, the record's length, the type, the name up to its NUL.
      let entries = LittleEndianBytes(Array(buffer.prefix(Int(count))))
      var offset: UInt64 = 0
      while let length = entries.half(offset + 16), length > 19 {
        if let name = try? entries.string(at: offset + 19, within: UInt64(length) - 19) { names.append(name) }
        offset += UInt64(length)
      }
    }
  }

  /// The first bytes of a file.
  static func head(_ path: String, count: Int) throws(Failure) -> [UInt8] {
    let descriptor = try open(path)
    defer { _ = sbx_close(descriptor) }
    var chunk = [UInt8](repeating: 0, count: count)
    let result = unsafe chunk.withUnsafeMutableBytes { buffer in
      unsafe sbx_read(descriptor, buffer.baseAddress, buffer.count)
    }
    guard result >= 0 else { throw Failure(action: "read", path: path, code: Int32(truncatingIfNeeded: -result)) }
    return Array(chunk.prefix(Int(result)))
  }

  /// The bytes at an offset; fewer, or none, where the file has no more or cannot be read.
  static func read(_ descriptor: Int32, at offset: UInt64, count: Int) -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: count)
    let result = unsafe chunk.withUnsafeMutableBytes { buffer in
      unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(clamping: offset))
    }
    return result <= 0 ? [] : Array(chunk.prefix(result))
  }

  /// Opens a file for reading; never waits for a FIFO's writer.
  static func open(_ path: String) throws(Failure) -> Int32 {
    let result = unsafe sbx_open(path, SBX_O_RDONLY | SBX_O_CLOEXEC | SBX_O_NONBLOCK, 0)
    guard result >= 0 else { throw Failure(action: "open", path: path, code: Int32(truncatingIfNeeded: -result)) }
    return Int32(truncatingIfNeeded: result)
  }

  /// Closes what ``open(_:)`` returned.
  static func close(_ descriptor: Int32) { _ = sbx_close(descriptor) }

  /// Everything from the descriptor's offset on; one byte more than `limit` where there is more.
  static func read(_ descriptor: Int32, path: String, limit: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    let size = identity(descriptor).map { Int($0.identity.size) } ?? 0
    var chunk = [UInt8](repeating: 0, count: min(max(size + 1, 4096), 1 << 20))
    while bytes.count <= limit {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe sbx_read(descriptor, buffer.baseAddress, buffer.count)
      }
      guard count >= 0 else {
        throw Failure(action: "read", path: path, code: Int32(truncatingIfNeeded: -count))
      }
      if count == 0 { break }
      bytes += chunk.prefix(Int(count))
    }
    return Array(bytes.prefix(limit + 1))
  }
}
