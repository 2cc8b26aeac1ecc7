/// Numbers as profiles write them: plain decimal, sizes with a binary unit, durations with a unit.
public enum Quantity {
  /// A whole number without plus sign, leading zeros or blanks.
  static func integer(_ text: String) -> Int64? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard isPlain(digits), !(digits.elementsEqual("0".utf8) && digits.count != text.utf8.count) else { return nil }
    return Int64(text)
  }

  /// Bytes: `16MiB`, `4096`.
  static func size(_ text: String) -> UInt64? {
    scaled(text, units: [("", 1), ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("TiB", 1 << 40)])
  }

  /// Milliseconds: `500ms`, `2s`, `10min`, `6h`. A unit has to be there.
  static func duration(_ text: String) -> UInt64? {
    scaled(text, units: [("ms", 1), ("s", 1000), ("min", 60_000), ("h", 3_600_000)])
  }

  /// A size with the largest unit that keeps it whole.
  public static func sizeText(_ bytes: UInt64) -> String {
    for (unit, shift) in [("TiB", 40), ("GiB", 30), ("MiB", 20), ("KiB", 10)] as [(String, UInt64)]
    where bytes > 0 && bytes % (1 << shift) == 0 {
      return "\(bytes >> shift)\(unit)"
    }
    return "\(bytes)"
  }

  /// A duration with the largest unit that keeps it whole.
  public static func durationText(_ milliseconds: UInt64) -> String {
    for (unit, factor) in [("h", 3_600_000), ("min", 60_000), ("s", 1000)] as [(String, UInt64)]
    where milliseconds > 0 && milliseconds % factor == 0 {
      return "\(milliseconds / factor)\(unit)"
    }
    return "\(milliseconds)ms"
  }

  private static func scaled(_ text: String, units: [(unit: String, factor: UInt64)]) -> UInt64? {
    let digits = text.utf8.prefix { 0x30...0x39 ~= $0 }
    let unit = text.utf8.dropFirst(digits.count)
    guard isPlain(digits), let number = UInt64(String(decoding: digits, as: UTF8.self)) else { return nil }
    guard let factor = units.first(where: { $0.unit.utf8.elementsEqual(unit) })?.factor else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }

  private static func isPlain(_ digits: Substring.UTF8View) -> Bool {
    guard let first = digits.first, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return false }
    return first != 0x30 || digits.count == 1
  }
}

extension ReadContext {
  /// A size within bounds.
  func size(_ node: SyntaxNode, _ what: String, in range: ClosedRange<UInt64>) -> UInt64? {
    guard let text = text(node, what) else { return nil }
    guard let size = Quantity.size(text) else {
      report(node.position, "\(what) has to be a size such as 16MiB (KiB, MiB, GiB, TiB), not \(DisplayName.of(text))")
      return nil
    }
    guard range.contains(size) else {
      let bounds = "\(Quantity.sizeText(range.lowerBound)) to \(Quantity.sizeText(range.upperBound))"
      report(node.position, "\(what) is \(DisplayName.of(text)); it has to be \(bounds)")
      return nil
    }
    return size
  }

  /// A duration within bounds, in milliseconds.
  func duration(_ node: SyntaxNode, _ what: String, in range: ClosedRange<UInt64>) -> UInt64? {
    guard let text = text(node, what) else { return nil }
    guard let duration = Quantity.duration(text) else {
      report(node.position, "\(what) has to be a duration such as 5s (ms, s, min, h), not \(DisplayName.of(text))")
      return nil
    }
    guard range.contains(duration) else {
      let bounds = "\(Quantity.durationText(range.lowerBound)) to \(Quantity.durationText(range.upperBound))"
      report(node.position, "\(what) is \(DisplayName.of(text)); it has to be \(bounds)")
      return nil
    }
    return duration
  }
}
