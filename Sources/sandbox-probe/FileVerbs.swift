internal import CLinux
internal import CProbe

/// Single things done with files.
enum FileVerbs {
  /// `read PATH`: what the file holds, to standard output; the error's name to standard error.
  static func read(_ words: [String]) -> Int32 {
    guard let path = words.first else { return 64 }
    let descriptor = unsafe sbx_open(path, SBX_O_RDONLY | SBX_O_CLOEXEC, 0)
    guard descriptor >= 0 else { return failed(descriptor) }
    return stream(from: Int32(descriptor), to: 1)
  }

  /// `write PATH TEXT`: replaces what the file holds, making it where it is not there.
  static func write(_ words: [String]) -> Int32 {
    guard words.count == 2 else { return 64 }
    let descriptor = unsafe sbx_open(words[0], SBX_O_WRONLY | SBX_O_CREAT | SBX_O_CLOEXEC | 0o1000, 0o644)
    guard descriptor >= 0 else { return failed(descriptor) }
    let bytes = Array(words[1].utf8)
    let written = unsafe sbx_write(Int32(descriptor), bytes, bytes.count)
    return written < 0 ? failed(written) : 0
  }

  /// `open PATH…`: an object PATH -> {read, write, list}: what each way of opening answers.
  static func open(_ words: [String]) -> Int32 {
    Output.line(
      .object(
        words.map { path in
          (
            path,
            .object([
              ("exists", stat(path)),
              ("read", attempt(path, SBX_O_RDONLY | SBX_O_NONBLOCK)),
              ("write", attempt(path, SBX_O_WRONLY | SBX_O_NONBLOCK)),
            ])
          )
        }))
    return 0
  }

  /// `exec PATH [WORD…]`: becomes that program.
  static func exec(_ words: [String]) -> Int32 {
    guard let path = words.first else { return 64 }
    return failed(Program.become(path, words, environment: []))
  }

  /// `copy`: standard input to standard output.
  static func copy(_ words: [String]) -> Int32 { stream(from: 0, to: 1) }

  /// `make PATH KIND`: a node of the file system: directory, file, device, link.
  static func make(_ words: [String]) -> Int32 {
    guard words.count == 2 else { return 64 }
    let path = words[0]
    let result =
      switch words[1] {
      case "directory": unsafe sbx_mkdirat(-100, path, 0o755)
      case "link": unsafe sbx_symlinkat("/etc/shadow", -100, path)
      // The device of /dev/null, so that success would do no harm.
      case "device":
        unsafe path.withCString { RawCall.call("mknodat", -100, Int64(Int(bitPattern: $0)), 0o020666, 0x103) }
      default: unsafe sbx_mknodat(-100, path, 0o100644)
      }
    Output.line(.object([("result", .answer(result))]))
    return result < 0 ? 1 : 0
  }

  /// `swap A B`: says `ready`, then exchanges the two in one step, again and again (RENAME_EXCHANGE).
  static func swap(_ words: [String]) -> Int32 {
    guard words.count == 2 else { return 64 }
    Output.write("ready\n", to: 1)
    while true {
      let result = unsafe words[0].withCString { first in
        unsafe words[1].withCString { second in
          RawCall.call(
            "renameat2", -100, Int64(Int(bitPattern: first)), -100, Int64(Int(bitPattern: second)), 2)
        }
      }
      guard result == 0 else { return failed(result) }
    }
  }

  private static func stat(_ path: String) -> Value {
    var information = sbx_stat()
    return .answer(unsafe sbx_stat(-100, path, Int32(AT_SYMLINK_NOFOLLOW), &information))
  }

  private static func attempt(_ path: String, _ flags: Int32) -> Value {
    let descriptor = unsafe sbx_open(path, flags | SBX_O_CLOEXEC, 0)
    guard descriptor >= 0 else { return .answer(descriptor) }
    _ = sbx_close(Int32(descriptor))
    return .text("ok")
  }

  private static func stream(from source: Int32, to target: Int32) -> Int32 {
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let length = unsafe sbx_read(source, &buffer, buffer.count)
      guard length >= 0 else { return failed(length) }
      if length == 0 { return 0 }
      var done = 0
      while done < Int(length) {
        let written = unsafe buffer.withUnsafeBytes { bytes in
          unsafe sbx_write(target, bytes.baseAddress.map { unsafe $0 + done }, Int(length) - done)
        }
        guard written > 0 else { return failed(written) }
        done += Int(written)
      }
    }
  }

  static func failed(_ result: Int64) -> Int32 {
    Output.complain(errorName(result))
    return 1
  }
}
