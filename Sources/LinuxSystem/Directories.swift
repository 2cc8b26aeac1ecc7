private import CLinux

extension Linux {
  /// Creates a directory. The corresponding call is `mkdirat`.
  public static func makeDirectory(
    _ path: String, in directory: Int32 = workingDirectory, mode: UInt32
  ) throws(Errno) {
    try checked(unsafe sbx_mkdirat(directory, path, mode))
  }

  /// Creates an empty regular file to mount upon. The corresponding call is `mknodat`.
  public static func makeFile(_ path: String, in directory: Int32, mode: UInt32) throws(Errno) {
    try checked(unsafe sbx_mknodat(directory, path, 0o100000 | mode))
  }

  /// Creates a symbolic link. The corresponding call is `symlinkat`.
  public static func makeLink(_ path: String, in directory: Int32, to target: String) throws(Errno) {
    try checked(unsafe sbx_symlinkat(target, directory, path))
  }

  /// Removes an empty directory. The corresponding call is `unlinkat(AT_REMOVEDIR)`.
  public static func removeDirectory(_ path: String, in directory: Int32 = workingDirectory) throws(Errno) {
    try checked(unsafe sbx_unlinkat(directory, path, 0x200))
  }

  /// The names in a directory.
  public static func names(inDirectory path: String) throws(Errno) -> [String] {
    let directory = try open(path, [.directory])
    return try names(in: directory.number)
  }

  /// The names in an open directory, without `.` and `..`; names that are not UTF-8 are left out. The corresponding
  /// call is `getdents64`.
  public static func names(in directory: Int32) throws(Errno) -> [String] {
    var names: [String] = []
    while true {
      let (bytes, result) = unsafe withBuffer(16384) { unsafe sbx_getdents(directory, $0, 16384) }
      try checked(result)
      if bytes.isEmpty { return names }
      var offset = 0
      // struct linux_dirent64: inode 8, offset 8, length 2, type 1, name.
      while offset + 19 < bytes.count {
        let length = Int(bytes[offset + 16]) | Int(bytes[offset + 17]) << 8
        guard length >= 20, offset + length <= bytes.count else { throw .invalidArgument }
        let name = bytes[(offset + 19)..<(offset + length)].prefix { $0 != 0 }
        if let text = String(validating: name, as: UTF8.self), text != ".", text != ".." { names.append(text) }
        offset += length
      }
    }
  }

  /// Sets the working directory. The corresponding call is `chdir`.
  public static func changeDirectory(_ path: String) throws(Errno) { try checked(unsafe sbx_chdir(path)) }

  /// Sets the working directory to an open one. The corresponding call is `fchdir`.
  public static func changeDirectory(to descriptor: Int32) throws(Errno) { try checked(sbx_fchdir(descriptor)) }
}
