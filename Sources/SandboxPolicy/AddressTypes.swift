/// The types whose values are addresses.
enum AddressTypes {
  static func address(_ word: [UInt8]) throws(ValueError) -> String {
    guard InternetAddress(word) != nil else { throw ValueError("is not \(ArgumentType.address.expectation)") }
    return NameTypes.lowerCased(word)
  }

  static func network(_ word: [UInt8]) throws(ValueError) -> String {
    let wrong = ValueError("is not \(ArgumentType.network.expectation)")
    guard let slash = word.firstIndex(of: UInt8(ascii: "/")), let address = InternetAddress(Array(word[..<slash])),
      let length = NumberTypes.decimal(word[(slash + 1)...]), length <= UInt64(address.bytes.count * 8)
    else { throw wrong }
    guard address.hasNoBits(after: Int(length)) else {
      throw ValueError("is not a network: bits are set after the first \(length)")
    }
    return NameTypes.lowerCased(word)
  }

  /// Six pairs of hexadecimal digits with colons, in lower case.
  static func mac(_ word: [UInt8]) throws(ValueError) -> String {
    let wrong = ValueError("is not \(ArgumentType.mac.expectation)")
    guard word.count == 17 else { throw wrong }
    for (index, byte) in word.enumerated() {
      guard index % 3 == 2 ? byte == UInt8(ascii: ":") : NameTypes.isHexadecimal(byte) else { throw wrong }
    }
    return NameTypes.lowerCased(word)
  }
}
