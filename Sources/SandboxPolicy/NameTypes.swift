/// The types whose values are names, all of them ASCII, so that no two look alike.
enum NameTypes {
  /// What `dev_valid_name` of the kernel takes, and less.
  ///
  /// Wildcards, format characters and quotes are valid to the kernel, but `eth+` is every interface to iptables, `%d` a
  /// number to the kernel itself, and `all` and `default` are directories beside those of the interfaces in /proc/sys.
  static func interface(_ word: [UInt8]) throws(ValueError) -> String {
    guard word.count <= 15 else { throw ValueError("is not an interface name: it has more than 15 bytes") }
    let others: [UInt8] = [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ".")]
    guard let first = word.first, isLetterOrDigit(first) || first == UInt8(ascii: "_"),
      word.allSatisfy({ isLetterOrDigit($0) || others.contains($0) })
    else { throw ValueError("is not an interface name") }
    let text = String(decoding: word, as: UTF8.self)
    guard text != "all", text != "default" else {
      throw ValueError("is not an interface name: the kernel keeps it for all interfaces")
    }
    return text
  }

  /// A name of RFC 1123, in lower case.
  ///
  /// One that ends in a number is none: tools take `10.1` and `0x7f000001` for addresses.
  static func hostname(_ word: [UInt8]) throws(ValueError) -> String {
    let wrong = ValueError("is not a host name")
    guard word.count <= 253 else { throw ValueError("is not a host name: it has more than 253 bytes") }
    let labels = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    for label in labels {
      guard (1...63).contains(label.count), label.first != UInt8(ascii: "-"), label.last != UInt8(ascii: "-"),
        label.allSatisfy({ isLetterOrDigit($0) || $0 == UInt8(ascii: "-") })
      else { throw wrong }
    }
    guard let last = labels.last, !looksLikeNumber(last) else {
      throw ValueError("is not a host name: its last part is a number")
    }
    return lowerCased(word)
  }

  /// The 36 characters of RFC 9562, in lower case.
  static func uuid(_ word: [UInt8]) throws(ValueError) -> String {
    let wrong = ValueError("is not \(ArgumentType.uuid.expectation)")
    guard word.count == 36 else { throw wrong }
    for (index, byte) in word.enumerated() {
      let isDash = [8, 13, 18, 23].contains(index)
      guard isDash ? byte == UInt8(ascii: "-") : isHexadecimal(byte) else { throw wrong }
    }
    return lowerCased(word)
  }

  static func oneOf(_ word: [UInt8], _ words: [String]) throws(ValueError) -> String {
    if let found = words.first(where: { $0.utf8.elementsEqual(word) }) { return found }
    let typed = String(decoding: word, as: UTF8.self)
    throw ValueError(
      "is not \(ArgumentType.oneOf(words).expectation)", suggestion: Suggestion.closest(to: typed, in: words))
  }

  /// The names of signal(7) without SIG; what has two names there becomes the first.
  static let signals = [
    "ABRT", "ALRM", "BUS", "CHLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "KILL", "PIPE", "PROF", "PWR", "QUIT",
    "SEGV", "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP", "TTIN", "TTOU", "URG", "USR1", "USR2", "VTALRM", "WINCH",
    "XCPU", "XFSZ",
  ]
  private static let otherSignals = [("IOT", "ABRT"), ("CLD", "CHLD"), ("POLL", "IO")]

  static func signal(_ word: [UInt8]) throws(ValueError) -> String {
    if let known = signals.first(where: { $0.utf8.elementsEqual(word) }) { return known }
    if let other = otherSignals.first(where: { $0.0.utf8.elementsEqual(word) }) { return other.1 }
    let upper = String(decoding: word, as: UTF8.self).uppercased()
    let stem = upper.utf8.starts(with: "SIG".utf8) ? String(upper.dropFirst(3)) : upper
    throw ValueError("is not the name of a signal without SIG", suggestion: Suggestion.closest(to: stem, in: signals))
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// ASCII letters in lower case, every other byte as it is.
  static func lowerCased(_ bytes: [UInt8]) -> String {
    let lower = bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    return String(decoding: lower, as: UTF8.self)
  }

  /// Decimal digits, or hexadecimal ones after 0x: what inet_aton(3) reads as a part of an address.
  private static func looksLikeNumber(_ label: ArraySlice<UInt8>) -> Bool {
    if label.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) { return true }
    guard label.first == UInt8(ascii: "0"), let mark = label.dropFirst().first, mark | 0x20 == UInt8(ascii: "x") else {
      return false
    }
    return label.dropFirst(2).allSatisfy(isHexadecimal)
  }
}
