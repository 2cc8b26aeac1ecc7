/// One argument of a system call.
struct SystemCallArgument: Equatable, Sendable {
  /// Which one, 0–5.
  var index: Int
  /// What it is called: the name in the manual page first, then the one in the kernel's source.
  var names: [String]
  /// How much of it the kernel looks at.
  var width: ArgumentWidth
}

/// The arguments of a system call.
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
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      let end = line.firstIndex(of: UInt8(ascii: " ")) ?? line.endIndex
      guard let call = String(line[..<end]) else { continue }
      table[call] = line[end...]
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
      let names = word.dropLast(count).split(separator: UInt8(ascii: "/")).compactMap { String($0) }
      return SystemCallArgument(index: index, names: names, width: width)
    }
  }
}
