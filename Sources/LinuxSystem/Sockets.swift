private import CLinux

extension Linux {
  /// A datagram socket to a Unix socket's path. The corresponding calls are `socket` and `connect`.
  public static func connectDatagram(_ path: String) throws(Errno) -> Descriptor {
    Descriptor(owning: Int32(try checked(unsafe sbx_connect_datagram(path))))
  }

  /// Sends one datagram without waiting and without SIGPIPE. The corresponding call is `send`.
  public static func send(_ bytes: [UInt8], to socket: Int32) throws(Errno) {
    let sent = try checked(unsafe bytes.withUnsafeBytes { unsafe sbx_send(socket, $0.baseAddress, $0.count) })
    guard sent == Int64(bytes.count) else { throw .noSpace }
  }
}
