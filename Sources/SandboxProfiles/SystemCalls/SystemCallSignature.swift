/// One argument of a system call.
struct SystemCallArgument: Equatable, Sendable {
  /// Which one, 0–5.
  var index: Int
  /// What it is called: the name in the manual page first, then the one in the kernel's source.
  var names: [String]
  /// How much of it the kernel looks at.
  var width: ArgumentWidth
}

/// The arguments of a system call, as the kernel takes them.
///
/// The tables hold one call a line: its name and its arguments in order, each with the name in the manual page, after a
/// slash the one in the kernel's source where it differs, and a mark for the part of the register that the kernel looks at
/// (`SYSCALL_DEFINE…` in its source): none for `int`, `+` for `unsigned int`, `~` for `long`, `*` for `unsigned long` and
/// pointers, `'` for `umode_t`. A flag word or descriptor that is an `unsigned long`, but of which the kernel drops the upper
/// half without a look, counts as `unsigned int`.
struct SystemCallSignature: Equatable, Sendable {
  /// In order.
  let arguments: [SystemCallArgument]

  /// The signature of this call, or nothing where the call is younger than the table.
  static func of(_ call: String) -> SystemCallSignature? { table[call].map(SystemCallSignature.init(reading:)) }

  /// The argument of this name.
  func argument(named name: String) -> SystemCallArgument? { arguments.first { $0.names.contains(name) } }

  /// The names of all arguments, for a message.
  var namesText: String { arguments.compactMap(\.names.first).joined(separator: ", ") }

  /// How many there are, for a message.
  var countText: String {
    switch arguments.count {
    case 0: "no arguments"
    case 1: "one argument"
    default: "\(arguments.count) arguments"
    }
  }

  /// The calls whose signatures are written down.
  static var calls: [String] { Array(table.keys) }

  private static let table: [String: Substring.UTF8View] = {
    var table: [String: Substring.UTF8View] = [:]
    for text in [fileText, processText, systemText] {
      for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
        let end = line.firstIndex(of: UInt8(ascii: " ")) ?? line.endIndex
        table[String(decoding: line[..<end], as: UTF8.self)] = line[end...]
      }
    }
    return table
  }()

  private init(reading line: Substring.UTF8View) {
    arguments = line.split(separator: UInt8(ascii: " ")).enumerated().map { index, word in
      let (width, count): (ArgumentWidth, Int) =
        switch word.last {
        case UInt8(ascii: "*"): (.unsigned64, 1)
        case UInt8(ascii: "+"): (.unsigned32, 1)
        case UInt8(ascii: "~"): (.signed64, 1)
        case UInt8(ascii: "'"): (.unsigned16, 1)
        default: (.signed32, 0)
        }
      let names = word.dropLast(count).split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
      return SystemCallArgument(index: index, names: names, width: width)
    }
  }
}
