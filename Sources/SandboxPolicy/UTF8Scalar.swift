/// Reading UTF-8 without repairing it.
enum UTF8Scalar {
  /// The scalar that these bytes begin with; nothing where they do not begin with well-formed UTF-8.
  static func first(of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let lead = bytes.first else { return nil }
    let width: Int
    switch lead {
    case 0x00...0x7F: width = 1
    case 0xC2...0xDF: width = 2
    case 0xE0...0xEF: width = 3
    case 0xF0...0xF4: width = 4
    default: return nil
    }
    guard bytes.count >= width else { return nil }
    var value = width == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(width))
    for byte in bytes.dropFirst().prefix(width - 1) {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // Overlong forms and surrogates: the shortest form of what was read has to be what was read.
    guard let scalar = Unicode.Scalar(value), UTF8.width(scalar) == width else { return nil }
    return scalar
  }

  /// The text that these bytes are; nothing where they are not well-formed UTF-8.
  static func text(_ bytes: [UInt8]) -> String? { text(bytes[...]) }

  /// The text that these bytes are; nothing where they are not well-formed UTF-8.
  static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    var rest = bytes
    while let byte = rest.first {
      if byte < 0x80 {
        rest = rest.dropFirst()
      } else {
        guard let scalar = first(of: rest) else { return nil }
        rest = rest.dropFirst(UTF8.width(scalar))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
