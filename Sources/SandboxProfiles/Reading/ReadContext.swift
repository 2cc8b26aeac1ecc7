internal import SandboxPolicy

/// What the readers of one profile share: the text for positions, the users of the host, and what is wrong so far.
///
/// A reader that finds a mistake reports it and goes on with a value that does no further harm, so that one run shows
/// all mistakes of a file.
final class ReadContext {
  /// The most items of any list or map.
  static let mostItems = 1024

  let file: String
  let users: UserDatabase
  private let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether a user or group was looked up by name.
  var namesUsers = false
  /// The arguments of the operation that were declared wrongly.
  var brokenArguments: Set<String> = []
  /// The templates of the operation that is being read, with their places.
  var uses: [TemplateUse] = []

  init(file: String, source: SourceText, users: UserDatabase) {
    self.file = file
    self.source = source
    self.users = users
  }

  /// Notes that something is wrong.
  func report(_ position: SourcePosition, _ message: String) {
    diagnostics.append(Diagnostic(file: file, position: position, message: message))
  }

  /// Notes a whole list of diagnostics.
  func report(_ others: [Diagnostic]) { diagnostics += others }

  /// Where in the file a byte of a text stands: exact where the text is written out as it is, else the text's start.
  func position(of offset: Int, in node: SyntaxNode) -> SourcePosition {
    guard case .text(let text, let isPlain) = node.content else { return node.position }
    let skip = isPlain ? 0 : 1
    let written = source.bytes(from: node.position).dropFirst(skip)
    guard written.starts(with: text.utf8) else { return node.position }
    let before = text.utf8.prefix(offset).count { !UTF8.isContinuation($0) }
    return SourcePosition(line: node.position.line, column: node.position.column + skip + before)
  }

  /// The text of a node, which has to be there.
  func text(_ node: SyntaxNode, _ what: String) -> String? {
    guard case .text(let text, let isPlain) = node.content else {
      report(node.position, "\(what) has to be a text, not \(node.kind)")
      return nil
    }
    guard !(text.isEmpty && isPlain) else {
      report(node.position, "\(what) has no value")
      return nil
    }
    guard !text.utf8.contains(0) else {
      report(node.position, "\(what) holds a NUL")
      return nil
    }
    return text
  }

  /// The items of a list.
  func list(_ node: SyntaxNode, _ what: String) -> [SyntaxNode]? {
    switch node.content {
    case .list(let items):
      // Some checks compare each item with each other.
      if items.count > Self.mostItems { report(node.position, "\(what) has more than \(Self.mostItems) items") }
      return Array(items.prefix(Self.mostItems))
    case .text(let text, let isPlain) where text.isEmpty && isPlain: report(node.position, "\(what) has no value")
    case .text(let text, _) where text.utf8.count <= 64:
      report(node.position, "\(what) has to be a list: [\(DisplayName.of(text))]")
    default: report(node.position, "\(what) has to be a list, not \(node.kind)")
    }
    return nil
  }

  /// The entries of a map.
  func map(_ node: SyntaxNode, _ what: String) -> [SyntaxEntry]? {
    guard case .map(let entries) = node.content else {
      if node.kind == "nothing" {
        report(node.position, "\(what) has no value")
      } else {
        report(node.position, "\(what) has to be a map, not \(node.kind)")
      }
      return nil
    }
    if entries.count > Self.mostItems { report(node.position, "\(what) has more than \(Self.mostItems) entries") }
    return Array(entries.prefix(Self.mostItems))
  }

  /// The values of a map by key, where only these keys are known.
  func keys(_ node: SyntaxNode, _ what: String, known: [String]) -> [String: SyntaxEntry]? {
    guard let entries = map(node, what) else { return nil }
    var values: [String: SyntaxEntry] = [:]
    for entry in entries {
      // Keys are compared as bytes: two spellings of é are two keys, and neither is known.
      guard let name = known.first(where: { $0.utf8.elementsEqual(entry.key.utf8) }) else {
        let name = entry.key.isEmpty ? "an empty key in \(what)" : "unknown key \(DisplayName.of(entry.key)) in \(what)"
        report(entry.position, name + DisplayName.suggestion(for: entry.key, among: known))
        continue
      }
      values[name] = entry
    }
    return values
  }

  /// `true` or `false`.
  func boolean(_ node: SyntaxNode, _ what: String) -> Bool? {
    switch text(node, what) {
    case "true": return true
    case "false": return false
    case nil: return nil
    case .some(let text):
      report(node.position, "\(what) is true or false, not \(DisplayName.of(text))")
      return nil
    }
  }

  /// One of these words.
  func word(_ node: SyntaxNode, _ what: String, among words: [String]) -> String? {
    guard let text = text(node, what) else { return nil }
    guard let word = words.first(where: { $0.utf8.elementsEqual(text.utf8) }) else {
      let suggestion = DisplayName.suggestion(for: text, among: words)
      let rest = suggestion.isEmpty ? "; it is one of \(words.joined(separator: ", "))" : suggestion
      report(node.position, "unknown \(what) \(DisplayName.of(text))\(rest)")
      return nil
    }
    return word
  }

  /// A whole number in decimal.
  func integer(_ node: SyntaxNode, _ what: String, in range: ClosedRange<Int64>) -> Int64? {
    guard let text = text(node, what) else { return nil }
    guard let number = Quantity.integer(text) else {
      report(node.position, "\(what) has to be a whole number, not \(DisplayName.of(text))")
      return nil
    }
    guard range.contains(number) else {
      report(node.position, "\(what) is \(number); it has to be \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  /// A template, noted as used in this place.
  func template(_ node: SyntaxNode, _ place: TemplatePlace) -> Template? {
    guard let text = text(node, place.words) else { return nil }
    do throws(TemplateError) {
      let template = try Template(parsing: text)
      uses.append(TemplateUse(template: template, place: place, node: node))
      return template
    } catch {
      report(position(of: error.offset, in: node), error.message)
      return nil
    }
  }
}
