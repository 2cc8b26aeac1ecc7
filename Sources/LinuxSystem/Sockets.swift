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

  /// Passes a descriptor through a socket. The corresponding call is `sendmsg`.
  public static func send(descriptor: Int32, through socket: Int32) throws(Errno) {
    try checked(sbx_send_descriptor(socket, descriptor))
  }

  /// Waits for a descriptor; `EPIPE` where the other end is gone. The corresponding call is `recvmsg`.
  public static func receiveDescriptor(from socket: Int32) throws(Errno) -> Descriptor {
    Descriptor(owning: Int32(try uninterrupted { sbx_receive_descriptor(socket) }))
  }
}
