internal import CLinux
internal import CProbe

/// What the network namespace holds.
enum NetworkVerbs {
  /// `interfaces`: name -> number of every interface, by trying the first numbers (SIOCGIFNAME).
  static func interfaces(_ words: [String]) -> Int32 {
    let socket = RawCall.call("socket", 2, 2, 0)
    guard socket >= 0 else { return FileVerbs.failed(socket) }
    var found: [(String, Value)] = []
    for index: Int32 in 1..<256 {
      // struct ifreq: 16 bytes of name, then a union that begins with the number or the flags.
      var request = [UInt8](repeating: 0, count: 40)
      for byte in 0..<4 { request[16 + byte] = UInt8(truncatingIfNeeded: index >> (8 * Int32(byte))) }
      guard ioctl(socket, 0x8910, &request) == 0 else { continue }
      let name = Words.display(Array(request.prefix(16).prefix { $0 != 0 }))
      let flags = ioctl(socket, 0x8913, &request) == 0 ? Int64(request[16]) : -1
      found.append((name, .object([("index", .number(Int64(index))), ("up", .flag(flags & 1 == 1))])))
    }
    Output.line(.object(found))
    return 0
  }

  /// `connect abstract NAME…` or `connect tcp PORT`: the error of connecting.
  static func connect(_ words: [String]) -> Int32 {
    guard words.count >= 2 else { return 64 }
    let result =
      words[0] == "abstract"
      ? unsafe probe_connect_abstract(words[1])
      : probe_connect_tcp(0x7f00_0001, UInt16(words[1]) ?? 0)
    Output.line(.object([("result", .answer(result))]))
    return 0
  }

  /// `listen`: listens on the loopback interface and connects to itself.
  static func listen(_ words: [String]) -> Int32 {
    let port = probe_listen_tcp()
    let result = port < 0 ? port : probe_connect_tcp(0x7f00_0001, UInt16(truncatingIfNeeded: port))
    Output.line(.object([("result", .answer(result))]))
    return 0
  }

  private static func ioctl(_ socket: Int64, _ request: Int64, _ buffer: inout [UInt8]) -> Int64 {
    unsafe buffer.withUnsafeMutableBytes {
      RawCall.call("ioctl", socket, request, Int64(Int(bitPattern: $0.baseAddress)))
    }
  }
}
