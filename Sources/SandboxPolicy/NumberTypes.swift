/// The types whose values are numbers: plain decimal, the whole word, no sign in front but the minus of a negative.
enum NumberTypes {
  /// The number that these bytes spell: no leading zero, space, plus or other script's digit, and no overflow.
  static func decimal(_ bytes: some Collection<UInt8>) -> UInt64? {
    guard let first = bytes.first, first != UInt8(ascii: "0") || bytes.count == 1 else { return nil }
    var value: UInt64 = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let (product, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, carries) = product.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
      guard !overflows, !carries else { return nil }
      value = sum
    }
    return value
  }

  static func integer(_ word: [UInt8], min: Int64, max: Int64) throws(ValueError) -> String {
    let wrong = ValueError("is not \(ArgumentType.integer(min: min, max: max).expectation)")
    let isNegative = word.first == UInt8(ascii: "-")
    guard let magnitude = decimal(word.dropFirst(isNegative ? 1 : 0)) else { throw wrong }
    let value: Int64
    if isNegative {
      // -0 is no way to write a number.
      guard magnitude > 0, magnitude <= Int64.min.magnitude else { throw wrong }
      value = Int64(truncatingIfNeeded: 0 &- magnitude)
    } else {
      guard let positive = Int64(exactly: magnitude) else { throw wrong }
      value = positive
    }
    guard min <= value, value <= max else { throw wrong }
    return String(value)
  }

  static func port(_ word: [UInt8]) throws(ValueError) -> String {
    guard let value = decimal(word), (1...65535).contains(value) else {
      throw ValueError("is not \(ArgumentType.port.expectation)")
    }
    return String(value)
  }

  /// A pid: at most `PID_MAX_LIMIT` of 64-bit kernels.
  static func process(_ word: [UInt8]) throws(ValueError) -> String {
    guard let value = decimal(word), (1...4_194_304).contains(value) else {
      throw ValueError("is not the number of a process, 1 to 4194304")
    }
    return String(value)
  }

  /// The bytes in decimal, below 2^63 as the kernel's offsets are.
  static func size(_ word: [UInt8]) throws(ValueError) -> String {
    let units: [(String, UInt64)] = [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("TiB", 1 << 40), ("", 1)]
    guard let value = scaled(word, units) else { throw ValueError("is not \(ArgumentType.size.expectation)") }
    return String(value)
  }

  /// The caller's own spelling: what a tool wants, `2s` or `2`, is for the profile to say, and milliseconds are wanted
  /// by none.
  static func duration(_ word: [UInt8]) throws(ValueError) -> String {
    let units: [(String, UInt64)] = [("ms", 1), ("min", 60_000), ("s", 1000), ("h", 3_600_000)]
    guard scaled(word, units) != nil else { throw ValueError("is not \(ArgumentType.duration.expectation)") }
    return String(decoding: word, as: UTF8.self)
  }

  /// A number with the first of the units that the word ends in, where the product is below 2^63.
  private static func scaled(_ word: [UInt8], _ units: [(name: String, factor: UInt64)]) -> Int64? {
    for unit in units where word.reversed().starts(with: unit.name.utf8.reversed()) {
      guard let number = decimal(word.dropLast(unit.name.utf8.count)) else { continue }
      let (product, overflows) = number.multipliedReportingOverflow(by: unit.factor)
      return overflows ? nil : Int64(exactly: product)
    }
    return nil
  }
}
