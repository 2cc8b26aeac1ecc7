/// An IPv4 or IPv6 address, read strictly: a spelling that two tools could read as two addresses is none.
struct InternetAddress: Equatable {
  /// Four or sixteen bytes in network order.
  let bytes: [UInt8]

  /// Reads a dotted quad without leading zeros, or the text form of RFC 4291, section 2.2, without a zone.
  init?(_ text: [UInt8]) {
    guard let bytes = text.contains(UInt8(ascii: ":")) ? Self.version6(text) : Self.version4(text) else { return nil }
    self.bytes = bytes
  }

  /// Whether every bit after the first `length` is clear.
  func hasNoBits(after length: Int) -> Bool {
    bytes.enumerated().allSatisfy { index, byte in
      let kept = min(max(length - index * 8, 0), 8)
      return kept == 8 || byte & (0xFF >> UInt8(kept)) == 0
    }
  }

  private static func version4(_ text: [UInt8]) -> [UInt8]? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bytes: [UInt8] = []
    for part in parts {
      guard let number = NumberTypes.decimal(part), let byte = UInt8(exactly: number) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  private static func version6(_ text: [UInt8]) -> [UInt8]? {
    guard text.count <= 45 else { return nil }
    let colon = UInt8(ascii: ":")
    let gap = text.indices.dropLast().first { text[$0] == colon && text[$0 + 1] == colon }
    guard let gap else {
      let bytes = groups(text, mayEndInVersion4: true)
      return bytes?.count == 16 ? bytes : nil
    }
    // The rest of a second gap, or of three colons, is an empty group and no address.
    guard let before = groups(Array(text[..<gap]), mayEndInVersion4: false),
      let after = groups(Array(text[(gap + 2)...]), mayEndInVersion4: true)
    else { return nil }
    // A gap stands for at least one group.
    let missing = 16 - before.count - after.count
    guard missing >= 2 else { return nil }
    return before + Array(repeating: 0, count: missing) + after
  }

  /// The bytes of groups of one to four hexadecimal digits between colons; no text is no group.
  private static func groups(_ text: [UInt8], mayEndInVersion4: Bool) -> [UInt8]? {
    guard !text.isEmpty else { return [] }
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var bytes: [UInt8] = []
    for (index, part) in parts.enumerated() {
      if mayEndInVersion4, index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
        guard let embedded = version4(Array(part)) else { return nil }
        bytes += embedded
        continue
      }
      guard (1...4).contains(part.count), part.allSatisfy(NameTypes.isHexadecimal),
        let group = UInt16(String(decoding: part, as: UTF8.self), radix: 16)
      else { return nil }
      bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
    }
    return bytes
  }
}
