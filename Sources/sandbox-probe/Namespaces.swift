internal import CLinux
internal import CProbe

/// The inode of each namespace that the process is in.
enum Namespaces {
  /// With the numbers of the pidfd's ioctls (`PIDFD_GET_…_NAMESPACE`, Linux 6.11), for where there is no /proc.
  static let kinds: [(name: String, request: Int64)] = [
    ("cgroup", 1), ("ipc", 2), ("mnt", 3), ("net", 4), ("pid", 5), ("time", 7), ("user", 9), ("uts", 10),
  ]

  @Sendable static func all() -> Value {
    let own = sbx_pidfd_open(sbx_getpid())
    defer { if own >= 0 { _ = sbx_close(Int32(own)) } }
    return .object(kinds.map { ($0.name, inode($0.name, request: $0.request, of: own)) })
  }

  private static func inode(_ name: String, request: Int64, of own: Int64) -> Value {
    var information = sbx_stat()
    if unsafe sbx_stat(SBX_O_RDONLY - 100, "/proc/self/ns/\(name)", 0, &information) == 0 {
      return .number(Int64(bitPattern: information.inode))
    }
    guard own >= 0 else { return .answer(own) }
    let descriptor = RawCall.call("ioctl", own, 0xff00 | request)
    guard descriptor >= 0 else { return .answer(descriptor) }
    defer { _ = sbx_close(Int32(descriptor)) }
    let result = unsafe sbx_stat(Int32(descriptor), "", Int32(AT_EMPTY_PATH), &information)
    return result < 0 ? .answer(result) : .number(Int64(bitPattern: information.inode))
  }
}
