internal import CLinux
internal import CProbe

/// The command line as the kernel gave it.
enum Words {
  /// Every word; bytes that are not UTF-8 stand as `hex:…`, so that nothing is repaired unseen.
  static var all: [String] {
    unsafe list(probe_arguments())
  }

  /// The environment's entries in order.
  static var environment: [String] {
    unsafe list(probe_environment())
  }

  private static func list(_ vector: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> [String] {
    var entries: [String] = []
    guard var at = unsafe vector else { return [] }
    while let entry = unsafe at.pointee {
      entries.append(unsafe display(entry))
      unsafe at += 1
    }
    return entries
  }

  static func display(_ word: UnsafePointer<CChar>) -> String {
    if let text = unsafe String(validatingCString: word) { return text }
    var hex = "hex:"
    var at = unsafe word
    while unsafe at.pointee != 0 {
      let byte = String(UInt8(bitPattern: unsafe at.pointee), radix: 16)
      hex += byte.utf8.count == 1 ? "0" + byte : byte
      unsafe at += 1
    }
    return hex
  }

  static func display(_ bytes: some Collection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return "hex:"
      + bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}

/// The name of the error in a negative result.
func errorName(_ result: Int64) -> String { unsafe String(cString: probe_error_name(-result)) }

/// Writing without stdio: its first write asks for calls that a filter may refuse.
enum Output {
  static func line(_ value: Value) { write(value.json + "\n", to: 1) }
  static func complain(_ text: String) { write(text + "\n", to: 2) }

  static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe sbx_write(descriptor, buffer.baseAddress, buffer.count)
      }
      guard written > 0 else { return }
      bytes = bytes.dropFirst(Int(written))
    }
  }

  static func leave(_ status: Int32) -> Never { sbx_exit(status) }
}
