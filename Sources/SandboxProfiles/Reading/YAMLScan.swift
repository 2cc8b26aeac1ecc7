internal import SandboxPolicy

/// Finds what a profile must not contain before the text is composed to nodes: anchors, aliases, tags, directives,
/// further documents, deep nesting, duplicate keys.
///
/// Yams resolves aliases and hashes every key while it composes, so an exponential document has to be stopped earlier;
/// and its nodes no longer tell `!!str x` from `x`. This walks the tokens as libyaml's scanner does. What would need
/// more than that, a plain text that goes on in the next line, is refused, so that no quote or indicator in it can make
/// the two disagree.
struct YAMLScan {
  /// The deepest nesting of lists and maps; the language itself needs eight.
  static let deepest = 16

  private let lines: [ArraySlice<UInt8>]
  private let file: String
  private(set) var diagnostics: [Diagnostic] = []

  /// The blocks that are open, by the column of their entries, and their keys.
  private var blocks: [(column: Int, keys: [[UInt8]: Int])] = []
  /// The flow collections that are open, and their keys.
  private var flows: [[[UInt8]: Int]] = []
  /// The last token of the line, where it may turn out to be a key.
  private var candidate: (column: Int, text: [UInt8]?)?
  /// Whether the line has shown no token yet.
  private var isFirst = true
  /// Whether the last token is a plain text.
  private var afterPlain = false
  /// The quote in which the line begins.
  private var quote: UInt8?
  /// The indentation of the block text in which the line stands; zero until its first line has shown it.
  private var blockText: (parent: Int, indentation: Int)?
  private var hasContent = false
  private var hasMarker = false

  /// Scans the whole text; the first thing that makes the rest meaningless ends it.
  init(_ source: SourceText, file: String) {
    lines = source.lines
    self.file = file
    do throws(Diagnostic) {
      for number in lines.indices { try scan(line: number) }
    } catch {
      diagnostics.append(error)
    }
  }

  private var innermost: Int { blocks.last?.column ?? -1 }

  private func fault(_ line: Int, _ offset: Int, _ message: String) -> Diagnostic {
    Diagnostic(file: file, position: position(line, offset), message: message)
  }

  private func position(_ line: Int, _ offset: Int) -> SourcePosition {
    let before = lines[line].prefix(offset).count { !UTF8.isContinuation($0) }
    return SourcePosition(line: line + 1, column: before + 1)
  }

  private mutating func scan(line number: Int) throws(Diagnostic) {
    let line = Array(lines[number])
    var offset = 0
    candidate = nil
    isFirst = quote == nil
    if let open = quote {
      guard let end = endOfQuote(line, from: 0, open) else { return }
      quote = nil
      offset = end
    } else if try isBlockText(line, number) {
      return
    } else if try isMarker(line, number) {
      return
    }
    while let start = line[offset...].firstIndex(where: { $0 != UInt8(ascii: " ") }), line[start] != UInt8(ascii: "#") {
      offset = try scanToken(line, number, start)
    }
  }

  /// Whether the line belongs to a text that `|` or `>` began.
  private mutating func isBlockText(_ line: [UInt8], _ number: Int) throws(Diagnostic) -> Bool {
    guard let text = blockText else { return false }
    let indentation = line.firstIndex { $0 != UInt8(ascii: " ") }
    guard let indentation else {
      // libyaml takes the longest of the blank lines in front for the indentation.
      if text.indentation == 0, !line.isEmpty { throw fault(number, 0, "blanks alone in a line; leave it empty") }
      return true
    }
    if text.indentation == 0, indentation >= max(1, text.parent + 1) {
      blockText = (text.parent, indentation)
      return true
    }
    if text.indentation > 0, indentation >= text.indentation { return true }
    blockText = nil
    return false
  }

  /// Whether the line is the `---` that may stand in front of the one document.
  private mutating func isMarker(_ line: [UInt8], _ number: Int) throws(Diagnostic) -> Bool {
    if line.first == UInt8(ascii: "%"), flows.isEmpty { throw fault(number, 0, "a YAML directive; a profile has none") }
    guard line.count == 3 || (line.count > 3 && line[3] == UInt8(ascii: " ")) else { return false }
    if line.starts(with: "...".utf8) { throw fault(number, 0, "the end of a document; a profile is a single one") }
    guard line.starts(with: "---".utf8) else { return false }
    let rest = line[3...].first { $0 != UInt8(ascii: " ") }
    guard !hasContent, !hasMarker, rest == nil || rest == UInt8(ascii: "#") else {
      throw fault(number, 0, "another document; a profile is a single one")
    }
    hasMarker = true
    return true
  }

  /// Takes one token; returns where the next may begin.
  private mutating func scanToken(_ line: [UInt8], _ number: Int, _ start: Int) throws(Diagnostic) -> Int {
    hasContent = true
    if isFirst { try judgeContinuation(line, number, start) }
    isFirst = false
    if flows.isEmpty {
      while innermost > start { blocks.removeLast() }
    }
    let byte = line[start]
    let next = start + 1 < line.count ? line[start + 1] : UInt8(ascii: " ")
    let endsHere = next == UInt8(ascii: " ")
    switch byte {
    case UInt8(ascii: "&"): throw fault(number, start, "an anchor; a profile has none")
    case UInt8(ascii: "*"): throw fault(number, start, "an alias; a profile has none")
    case UInt8(ascii: "!"): throw fault(number, start, "a tag; a profile has none")
    case UInt8(ascii: "-") where endsHere && flows.isEmpty:
      afterPlain = false
      candidate = (start, nil)
      try open(blockAt: start, number)
      return start + 1
    case UInt8(ascii: "?") where endsHere || !flows.isEmpty:
      throw fault(number, start, "a ? for a key; write the key and a colon")
    case UInt8(ascii: ":") where endsHere || !flows.isEmpty:
      afterPlain = false
      try takeKey(number, start)
      return start + 1
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      afterPlain = false
      candidate = (start, nil)
      flows.append([:])
      try judgeDepth(number, start)
      return start + 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      afterPlain = false
      if !flows.isEmpty { flows.removeLast() }
      candidate = (candidate?.column ?? start, nil)
      return start + 1
    case UInt8(ascii: ","):
      afterPlain = false
      candidate = (start, nil)
      return start + 1
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      guard flows.isEmpty else { return try scanPlain(line, number, start) }
      return try scanBlockHeader(line, number, start)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      afterPlain = false
      let end = endOfQuote(line, from: start + 1, byte)
      if end == nil { quote = byte }
      candidate = (start, end.map { Array(line[(start + 1)..<($0 - 1)]) })
      return end ?? line.count
    default: return try scanPlain(line, number, start)
    }
  }

  /// Refuses a line whose first token libyaml would add to the plain text before it.
  private func judgeContinuation(_ line: [UInt8], _ number: Int, _ start: Int) throws(Diagnostic) {
    guard afterPlain else { return }
    let closes = [",", "]", "}"].contains(Unicode.Scalar(line[start]))
    guard flows.isEmpty ? start > innermost : !closes else { return }
    throw fault(
      number, start, "a plain text goes on in this line; indent the line less, or put the text between quotes")
  }

  private mutating func scanPlain(_ line: [UInt8], _ number: Int, _ start: Int) throws(Diagnostic) -> Int {
    var end = start
    var last = start
    while end < line.count {
      let byte = line[end]
      let next = end + 1 < line.count ? line[end + 1] : UInt8(ascii: " ")
      if byte == UInt8(ascii: ":"), next == UInt8(ascii: " ") { break }
      if byte == UInt8(ascii: "#"), end > start, line[end - 1] == UInt8(ascii: " ") { break }
      if !flows.isEmpty, [",", "[", "]", "{", "}"].contains(Unicode.Scalar(byte)) { break }
      if byte != UInt8(ascii: " ") { last = end + 1 }
      end += 1
    }
    afterPlain = true
    candidate = (start, Array(line[start..<max(last, start)]))
    return max(end, start + 1)
  }

  private mutating func scanBlockHeader(_ line: [UInt8], _ number: Int, _ start: Int) throws(Diagnostic) -> Int {
    var end = start + 1
    if end < line.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(line[end]) { end += 1 }
    guard end == line.count || line[end] == UInt8(ascii: " ") else {
      throw fault(number, end, "only + or - may follow \(Unicode.Scalar(line[start]))")
    }
    afterPlain = false
    candidate = (start, nil)
    blockText = (innermost, 0)
    return line.count
  }

  /// Makes the last token a key of the collection that it stands in.
  private mutating func takeKey(_ number: Int, _ colon: Int) throws(Diagnostic) {
    defer { candidate = (colon, nil) }
    let column = candidate?.column ?? colon
    if flows.isEmpty { try open(blockAt: column, number) }
    guard let key = candidate?.text else { return }
    let first = flows.isEmpty ? blocks.last?.keys[key] : flows.last?[key]
    if let first {
      let name = DisplayName.of(String(decoding: key, as: UTF8.self))
      diagnostics.append(fault(number, column, "duplicate key \(name); line \(first + 1) has it already"))
    } else if flows.isEmpty {
      blocks[blocks.count - 1].keys[key] = number
    } else {
      flows[flows.count - 1][key] = number
    }
  }

  private mutating func open(blockAt column: Int, _ number: Int) throws(Diagnostic) {
    guard innermost < column else { return }
    blocks.append((column, [:]))
    try judgeDepth(number, column)
  }

  private func judgeDepth(_ number: Int, _ column: Int) throws(Diagnostic) {
    guard blocks.count + flows.count > Self.deepest else { return }
    throw fault(number, column, "lists and maps are nested more than \(Self.deepest) deep")
  }

  /// Where a quoted text ends in this line, behind its quote.
  private func endOfQuote(_ line: [UInt8], from start: Int, _ quote: UInt8) -> Int? {
    var index = start
    while index < line.count {
      if line[index] == quote {
        guard quote == UInt8(ascii: "'"), index + 1 < line.count, line[index + 1] == quote else { return index + 1 }
        index += 1
      } else if line[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 1
      }
      index += 1
    }
    return nil
  }
}
