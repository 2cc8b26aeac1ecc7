/// A position in the bytes of a text.
struct ByteScanner {
  private let bytes: [UInt8]
  /// The offset of the next byte.
  var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Whether nothing is left.
  var isAtEnd: Bool { position == bytes.count }

  /// Whether the next bytes are these.
  func isNext(_ text: StaticString) -> Bool { bytes[position...].starts(with: text.description.utf8) }

  /// Whether the next bytes are these; then they are passed.
  mutating func skip(_ text: String) -> Bool {
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  /// Passes spaces and tabs.
  mutating func skipSpaces() {
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\t") {
      position += 1
    }
  }

  /// Passes ASCII letters, digits, underscores, and the extra ones; returns them.
  mutating func word(with extra: String = "") -> String {
    let start = position
    while position < bytes.count, Self.isWordByte(bytes[position]) || extra.utf8.contains(bytes[position]) {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// What a message calls the thing at this position: a word, or one character; never a raw control character.
  var nextToken: String {
    guard !isAtEnd else { return "the end" }
    var copy = self
    let word = copy.word()
    if !word.isEmpty { return word }
    let rest = String(decoding: bytes[position...], as: UTF8.self)
    guard let scalar = rest.unicodeScalars.first else { return "the end" }
    if scalar.isASCII && scalar.value > 0x20 && scalar.value < 0x7F { return String(Character(scalar)) }
    return scalar == " " ? "a space" : "U+\(String(scalar.value, radix: 16, uppercase: true))"
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
