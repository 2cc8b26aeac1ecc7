/// The names that conditions may use for numbers, as the kernel's headers define them.
enum KernelConstants {
  /// The value of a name.
  static func value(of name: String) -> ConditionValue? { table[name] }

  /// All names.
  static var names: [String] { Array(table.keys) }

  private static let table: [String: ConditionValue] = {
    var table: [String: ConditionValue] = [:]
    for text in [socketText, fileText, processText, deviceText] {
      for word in text.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }) {
        read(word, into: &table)
      }
    }
    return table
  }()

  /// Reads `NAME=VALUE`, or `NAME=AMD64-VALUE/ARM-VALUE` where the two differ.
  private static func read(_ word: Substring.UTF8View, into table: inout [String: ConditionValue]) {
    guard let sign = word.firstIndex(of: UInt8(ascii: "=")) else { return }
    let values = word[word.index(after: sign)...].split(separator: UInt8(ascii: "/")).compactMap(number)
    guard let first = values.first, let last = values.last else { return }
    table[String(decoding: word[..<sign], as: UTF8.self)] = ConditionValue(
      x86_64: first.value, aarch64: last.value, isNegative: first.isNegative || last.isNegative)
  }

  private static func number(_ word: Substring.UTF8View) -> (value: UInt64, isNegative: Bool)? {
    let text = String(decoding: word, as: UTF8.self)
    if text.hasPrefix("-") { return Int64(text).map { (UInt64(bitPattern: $0), true) } }
    let value = text.hasPrefix("0x") ? UInt64(text.dropFirst(2), radix: 16) : UInt64(text)
    return value.map { ($0, false) }
  }
}
