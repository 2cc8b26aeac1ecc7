internal import SandboxPolicy

/// The bytes of a profile after the checks that come before any parsing: size, encoding, characters, line lengths.
struct SourceText {
  /// The largest profile in bytes.
  static let largest = 1 << 20
  /// The longest line in bytes.
  static let longestLine = 4096

  /// The whole text.
  let text: String
  /// The lines as bytes, without their line feeds.
  let lines: [ArraySlice<UInt8>]

  /// Refuses what no profile contains.
  init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
    guard bytes.count <= Self.largest else {
      throw Diagnostic(file: file, position: .start, message: "the file is larger than 1 MiB")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw Diagnostic(file: file, position: .start, message: "a byte order mark; save the file as UTF-8 without one")
    }
    lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.count > Self.longestLine {
        let position = SourcePosition(line: index + 1, column: 1)
        throw Diagnostic(file: file, position: position, message: "the line is longer than 4096 bytes")
      }
      if let fault = Self.fault(in: line) {
        let position = SourcePosition(line: index + 1, column: fault.column)
        throw Diagnostic(file: file, position: position, message: fault.message)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes of a line from a position on; nothing where there are none.
  func bytes(from position: SourcePosition) -> ArraySlice<UInt8> {
    guard lines.indices.contains(position.line - 1) else { return [] }
    let line = lines[position.line - 1]
    var column = 1
    for index in line.indices where !UTF8.isContinuation(line[index]) {
      if column == position.column { return line[index...] }
      column += 1
    }
    return []
  }

  /// The first character of a line that no profile contains.
  private static func fault(in line: ArraySlice<UInt8>) -> (column: Int, message: String)? {
    // Nearly every line is plain ASCII, which needs no decoding.
    if line.allSatisfy({ 0x20...0x7E ~= $0 }) { return nil }
    var decoder = UTF8()
    var iterator = line.makeIterator()
    var column = 0
    while true {
      column += 1
      switch decoder.decode(&iterator) {
      case .emptyInput: return nil
      case .error: return (column, "a byte that is not UTF-8")
      case .scalarValue(let scalar):
        if let message = fault(scalar) { return (column, message) }
      }
    }
  }

  private static func fault(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09: "a tab; use spaces, and \\t between double quotes"
    case 0x0D: "a carriage return; end lines with a line feed alone"
    case 0x00...0x1F, 0x7F...0x9F: "a control character"
    // What YAML takes for the end of a line, and no editor shows as one.
    case 0x2028, 0x2029: "a Unicode line separator; end lines with a line feed"
    // A text that is read in another order than it is shown in.
    case 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: "an invisible character"
    // The reader of YAML would refuse these, with a message about its buffers.
    case 0xFFFE, 0xFFFF: "a character that YAML does not allow"
    default: nil
    }
  }
}
