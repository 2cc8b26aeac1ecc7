internal import CLinux
internal import CProbe

/// What a process is born with: descriptors, environment, arguments, directory, host name.
enum Surroundings {
  @Sendable static func descriptors() -> Value {
    var open: [Value] = []
    // Above the limit, too: a descriptor that was inherited stays open when the limit falls below it.
    for descriptor: Int32 in 0..<8192 where sbx_descriptor_flags(descriptor) >= 0 {
      var information = sbx_stat()
      let result = unsafe sbx_stat(descriptor, "", Int32(AT_EMPTY_PATH), &information)
      let mode = sbx_status_flags(descriptor)
      open.append(
        .object([
          ("descriptor", .number(Int64(descriptor))),
          ("kind", .text(result < 0 ? errorName(result) : FileTree.kind(information.mode))),
          ("access", mode < 0 ? .answer(mode) : .number(mode & 3)),
          ("device", .number(Int64(bitPattern: information.rdev))),
        ]))
    }
    return .list(open)
  }

  @Sendable static func environment() -> Value { .list(Words.environment.map { .text($0) }) }
  @Sendable static func arguments() -> Value { .list(Words.all.map { .text($0) }) }

  @Sendable static func directory() -> Value {
    var buffer = [CChar](repeating: 0, count: 4096)
    let result = unsafe probe_working_directory(&buffer, buffer.count)
    guard result > 0 else { return .answer(result) }
    return .text(Words.display(buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }))
  }

  @Sendable static func hostname() -> Value {
    // struct utsname: six fields of 65 bytes, the second is the node name.
    var fields = [UInt8](repeating: 0, count: 6 * 65)
    let result = unsafe fields.withUnsafeMutableBytes { buffer in
      RawCall.call("uname", Int64(Int(bitPattern: buffer.baseAddress)))
    }
    guard result == 0 else { return .answer(result) }
    return .text(Words.display(Array(fields[65..<130].prefix { $0 != 0 })))
  }
}
