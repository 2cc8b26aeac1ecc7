/// A JSON value, for one line of output.
enum Value: Sendable {
  case text(String)
  case number(Int64)
  case flag(Bool)
  case list([Value])
  case object([(String, Value)])
  case null

  /// What a system call answered: its number, or the name of its error.
  static func answer(_ result: Int64) -> Value { result < 0 ? .text(errorName(result)) : .number(result) }

  /// A bit set, by the numbers of its bits.
  static func bits(_ set: UInt64, from first: Int64 = 0) -> Value {
    .list((0..<64).filter { set & (1 << UInt64($0)) != 0 }.map { .number(Int64($0) + first) })
  }

  /// The value on one line.
  var json: String {
    var out = ""
    write(to: &out)
    return out
  }

  private func write(to out: inout String) {
    switch self {
    case .text(let text): Self.quote(text, to: &out)
    case .number(let number): out += String(number)
    case .flag(let flag): out += flag ? "true" : "false"
    case .null: out += "null"
    case .list(let items):
      out += "["
      for (index, item) in items.enumerated() {
        if index > 0 { out += "," }
        item.write(to: &out)
      }
      out += "]"
    case .object(let entries):
      out += "{"
      for (index, entry) in entries.enumerated() {
        if index > 0 { out += "," }
        Self.quote(entry.0, to: &out)
        out += ":"
        entry.1.write(to: &out)
      }
      out += "}"
    }
  }

  private static func quote(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      default:
        guard scalar.value >= 0x20 else {
          let digits = String(scalar.value, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          continue
        }
        out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
