internal import Yams

/// A node of a profile: text, list or map, with its place. There are no numbers, booleans or nulls: what a text means
/// is for the key to say.
struct SyntaxNode {
  /// What the node is.
  enum Content {
    /// A text, and whether it stood there without quotes.
    case text(String, isPlain: Bool)
    /// A list.
    case list([SyntaxNode])
    /// A map in the order of the text.
    case map([SyntaxEntry])
  }

  /// What the node is.
  var content: Content
  /// Where it begins.
  var position: SourcePosition

  /// `a text`, `a list`, `a map`, for messages.
  var kind: String {
    switch content {
    case .text(let text, let isPlain): text.isEmpty && isPlain ? "nothing" : "a text"
    case .list: "a list"
    case .map: "a map"
    }
  }
}

/// A key with its value.
struct SyntaxEntry {
  /// The key.
  var key: String
  /// Where the key begins.
  var position: SourcePosition
  /// What it stands for.
  var value: SyntaxNode
}

extension SyntaxNode {
  /// Composes the one document of a profile; the text has to have passed ``YAMLScan``.
  init(composing text: String, file: String) throws(Diagnostic) {
    // No rules: with the default ones Yams would match every key against a dozen regular expressions.
    let root: Node?
    // The parser owns the anchors that the nodes know; so it has to outlive the conversion.
    let parser: Parser
    do {
      parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      root = try parser.singleRoot()
    } catch {
      throw Self.diagnostic(error, file: file)
    }
    guard let root else { throw Diagnostic(file: file, position: .start, message: "the file is empty") }
    self = try withExtendedLifetime(parser) { () throws(Diagnostic) in
      try SyntaxNode(root, file: file, depth: 0)
    }
  }

  private init(_ node: Node, file: String, depth: Int) throws(Diagnostic) {
    let position = node.mark.map { SourcePosition(line: $0.line, column: $0.column) } ?? .start
    let anchor: Anchor?
    switch node {
    case .scalar(let scalar):
      anchor = scalar.anchor
      content = .text(scalar.string, isPlain: scalar.style == .plain)
    case .sequence(let sequence):
      anchor = sequence.anchor
      var items: [SyntaxNode] = []
      for item in sequence { items.append(try SyntaxNode(item, file: file, depth: depth + 1)) }
      content = .list(items)
    case .mapping(let mapping):
      anchor = mapping.anchor
      var entries: [SyntaxEntry] = []
      for (key, value) in mapping {
        let place = key.mark.map { SourcePosition(line: $0.line, column: $0.column) } ?? position
        guard case .scalar(let scalar) = key else {
          throw Diagnostic(file: file, position: place, message: "a key has to be a text")
        }
        let entry = try SyntaxNode(value, file: file, depth: depth + 1)
        entries.append(SyntaxEntry(key: scalar.string, position: place, value: entry))
      }
      content = .map(entries)
    case .alias: throw Diagnostic(file: file, position: position, message: "an alias; a profile has none")
    }
    // What the scan has refused already; here once more, in case libyaml saw a token where the scan saw none.
    guard Self.plainTags.contains(node.tag.description) else {
      throw Diagnostic(file: file, position: position, message: "a tag; a profile has none")
    }
    guard anchor == nil else {
      throw Diagnostic(file: file, position: position, message: "an anchor; a profile has none")
    }
    guard depth <= YAMLScan.deepest else {
      throw Diagnostic(
        file: file, position: position, message: "lists and maps are nested more than \(YAMLScan.deepest) deep")
    }
    self.position = position
  }

  /// The tags of nodes that have none: Yams gives them to quoted texts, and to what it has compared.
  private static let plainTags = ["", "str", "seq", "map"].map { $0.isEmpty ? "" : "tag:yaml.org,2002:\($0)" }

  private static func diagnostic(_ error: any Error, file: String) -> Diagnostic {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let position = SourcePosition(line: mark.line, column: mark.column)
      if problem == "did not find expected <document start>" {
        let message = "not YAML: the text goes on where the document has ended; look at the indentation"
        return Diagnostic(file: file, position: position, message: message)
      }
      let place = context.map { " " + $0.text } ?? ""
      return Diagnostic(file: file, position: position, message: "not YAML: \(problem)\(place)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let position = SourcePosition(line: context.mark.line, column: context.mark.column)
      let name = DisplayName.of(duplicates.first ?? "")
      return Diagnostic(file: file, position: position, message: "duplicate key \(name)")
    case .reader(let problem, _, _, _):
      return Diagnostic(file: file, position: .start, message: "not YAML: \(problem)")
    default:
      return Diagnostic(file: file, position: .start, message: "not YAML")
    }
  }
}
