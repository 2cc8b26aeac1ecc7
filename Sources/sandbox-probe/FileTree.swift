internal import CLinux
internal import CProbe

/// `files [ROOT]`: everything that can be reached below a directory, with its kind, mode and mount flags.
enum FileTree {
  /// More than any view that a test asks for; a walk into the host's own tree ends here.
  static let most = 20_000

  static func print(_ words: [String]) -> Int32 {
    var entries: [Value] = []
    var waiting = [words.first ?? "/"]
    while let path = waiting.popLast(), entries.count < most {
      var information = sbx_stat()
      let result = unsafe sbx_stat(-100, path, Int32(AT_SYMLINK_NOFOLLOW), &information)
      let isDirectory = result == 0 && information.mode & 0o170000 == 0o040000
      let names = isDirectory ? list(path) : .success([])
      var entry: [(String, Value)] = [
        ("path", .text(path)), ("kind", .text(result < 0 ? errorName(result) : kind(information.mode))),
        ("mode", .number(Int64(information.mode & 0o7777))), ("uid", .number(Int64(information.uid))),
        ("flags", flags(path)),
      ]
      switch names {
      case .success(let names): waiting += names.map { path == "/" ? "/" + $0 : path + "/" + $0 }
      case .failure(let failure): entry.append(("listing", .answer(failure.result)))
      }
      entries.append(.object(entry))
    }
    Output.line(.list(entries))
    return 0
  }

  static func kind(_ mode: UInt32) -> String {
    switch mode & 0o170000 {
    case 0o010000: "pipe"
    case 0o020000: "character-device"
    case 0o040000: "directory"
    case 0o060000: "block-device"
    case 0o100000: "file"
    case 0o120000: "link"
    case 0o140000: "socket"
    default: "other"
    }
  }

  static func flags(_ path: String) -> Value {
    var flags: UInt64 = 0
    let result = unsafe probe_mount_flags(path, &flags)
    guard result == 0 else { return .answer(result) }
    let names: [(UInt64, String)] = [(1, "ro"), (2, "nosuid"), (4, "nodev"), (8, "noexec")]
    return .list(names.filter { flags & $0.0 != 0 }.map { .text($0.1) })
  }

  struct Failure: Error { var result: Int64 }

  /// The names in a directory, getdents64(2).
  static func list(_ path: String) -> Result<[String], Failure> {
    let descriptor = unsafe sbx_open(path, SBX_O_RDONLY | SBX_O_DIRECTORY | SBX_O_CLOEXEC, 0)
    guard descriptor >= 0 else { return .failure(Failure(result: descriptor)) }
    defer { _ = sbx_close(Int32(descriptor)) }
    var names: [String] = []
    var buffer = [UInt8](repeating: 0, count: 32 * 1024)
    while true {
      let length = unsafe sbx_getdents(Int32(descriptor), &buffer, buffer.count)
      guard length >= 0 else { return .failure(Failure(result: length)) }
      if length == 0 { return .success(names) }
      var at = 0
      while at < Int(length) {
        // struct linux_dirent64: inode 8, offset 8, record length 2, type 1, name.
        let size = Int(buffer[at + 16]) | Int(buffer[at + 17]) << 8
        guard size >= 19 else { break }
        let name = Array(buffer[(at + 19)..<(at + size)].prefix { $0 != 0 })
        if name != [46] && name != [46, 46] { names.append(Words.display(name)) }
        at += size
      }
    }
  }
}
