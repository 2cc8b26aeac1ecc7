/// A 64-bit checksum that is fast enough for every start of the launcher.
///
/// Four lanes of eight-byte words, in the manner of xxHash. Every step is a bijection of its lane, so damage within one
/// word is always found; it finds damage, not malice.
enum Checksum {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  /// The checksum of the bytes from `start` on.
  static func of(_ bytes: [UInt8], from start: Int) -> UInt64 {
    // Reading a whole number is unsafe only for types that have invalid bits; the offsets are checked.
    let raw = unsafe bytes.span.bytes
    var lanes = (prime1, prime2, ~prime1, ~prime2)
    var offset = start
    while bytes.count - offset >= 32 {
      mix(&lanes.0, unsafe raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
      mix(&lanes.1, unsafe raw.unsafeLoadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
      mix(&lanes.2, unsafe raw.unsafeLoadUnaligned(fromByteOffset: offset + 16, as: UInt64.self))
      mix(&lanes.3, unsafe raw.unsafeLoadUnaligned(fromByteOffset: offset + 24, as: UInt64.self))
      offset += 32
    }
    while offset < bytes.count {
      mix(&lanes.0, UInt64(bytes[offset]))
      offset += 1
    }
    var sum = UInt64(bytes.count - start)
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { mix(&sum, lane) }
    return sum ^ (sum >> 29)
  }

  private static func mix(_ lane: inout UInt64, _ word: UInt64) {
    lane = (lane ^ word) &* prime1
    // The high bits, which a product leaves best mixed, come down for the next word.
    lane = (lane << 31 | lane >> 33) &* prime2
  }
}
