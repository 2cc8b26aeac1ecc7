internal import SandboxPolicy

extension ReadContext {
  static let typeWords = [
    "interface", "integer", "one-of", "text", "path", "address", "network", "mac", "port", "hostname", "uuid", "size",
    "duration", "signal", "user", "group", "process", "flag", "list",
  ]

  /// The keys of a type's map besides `type`.
  private static let typeKeys: [String: [String]] = [
    "integer": ["min", "max"], "one-of": ["one-of"], "text": ["max", "pattern", "leading-dash"],
    "path": ["under", "kind", "must"], "process": ["executable"], "flag": ["text"], "list": ["of", "max"],
  ]

  /// Reads a type: a word, or a map with `type` or `one-of`.
  ///
  /// - Parameter common: Keys that the caller takes from the same map; only for what is suggested.
  func readArgumentType(_ node: SyntaxNode, argument: String, besides common: [String] = []) -> ArgumentType? {
    guard case .map(let entries) = node.content else {
      guard let word = word(node, "argument type", among: Self.typeWords) else { return nil }
      return makeType(word, [:], argument: argument, at: node.position)
    }
    let word: String
    if let entry = entries.first(where: { $0.key == "type" }) {
      guard let named = self.word(entry.value, "argument type", among: Self.typeWords) else { return nil }
      word = named
    } else if entries.contains(where: { $0.key == "one-of" }) {
      word = "one-of"
    } else {
      report(node.position, "argument \(argument) has no type; write type: and one of its words, or one-of:")
      return nil
    }
    let known = ["type"] + (Self.typeKeys[word] ?? [])
    var values: [String: SyntaxEntry] = [:]
    for entry in entries {
      if known.contains(where: { $0.utf8.elementsEqual(entry.key.utf8) }) {
        values[entry.key] = entry
      } else {
        let suggestion = DisplayName.suggestion(for: entry.key, among: known + common)
        report(entry.position, "unknown key \(DisplayName.of(entry.key)) in the type \(word)\(suggestion)")
      }
    }
    return makeType(word, values, argument: argument, at: node.position)
  }

  private func makeType(
    _ word: String, _ keys: [String: SyntaxEntry], argument: String, at position: SourcePosition
  ) -> ArgumentType? {
    switch word {
    case "interface": .interface
    case "address": .address
    case "network": .network
    case "mac": .mac
    case "port": .port
    case "hostname": .hostname
    case "uuid": .uuid
    case "size": .size
    case "duration": .duration
    case "signal": .signal
    case "user": .user
    case "group": .group
    case "integer": readIntegerType(keys)
    case "text": readTextType(keys)
    case "flag": readFlagType(keys, argument: argument)
    case "one-of": readOneOfType(keys, argument: argument, at: position)
    case "path": readPathType(keys, argument: argument, at: position)
    case "process": readProcessType(keys, argument: argument, at: position)
    case "list": readListType(keys, argument: argument, at: position)
    default: nil
    }
  }

  private func readIntegerType(_ keys: [String: SyntaxEntry]) -> ArgumentType? {
    let all = Int64.min...Int64.max
    let least = keys["min"].map { integer($0.value, "min", in: all) ?? 0 } ?? 0
    let most = keys["max"].map { integer($0.value, "max", in: all) ?? Int64.max } ?? Int64.max
    guard least <= most else {
      report((keys["max"] ?? keys["min"])?.value.position ?? .start, "max \(most) is less than min \(least)")
      return nil
    }
    return .integer(min: least, max: most)
  }

  private func readTextType(_ keys: [String: SyntaxEntry]) -> ArgumentType? {
    let most = keys["max"].map { integer($0.value, "max", in: 1...4096) ?? 4096 } ?? 4096
    let dash = keys["leading-dash"].map { boolean($0.value, "leading-dash") ?? false } ?? false
    var pattern: Pattern?
    if let entry = keys["pattern"] {
      guard let source = text(entry.value, "pattern") else { return nil }
      do throws(PatternError) {
        pattern = try Pattern(source)
      } catch {
        report(self.position(of: error.offset, in: entry.value), "pattern: \(error.message)")
        return nil
      }
    }
    return .text(max: Int(most), pattern: pattern, leadingDash: dash)
  }

  private func readFlagType(_ keys: [String: SyntaxEntry], argument: String) -> ArgumentType? {
    guard let entry = keys["text"] else { return .flag(text: "--" + argument) }
    guard let text = text(entry.value, "text") else { return nil }
    guard !text.isEmpty else {
      report(entry.value.position, "text is empty; the flag would stand for nothing")
      return nil
    }
    return .flag(text: text)
  }

  private func readOneOfType(
    _ keys: [String: SyntaxEntry], argument: String, at position: SourcePosition
  ) -> ArgumentType? {
    guard let entry = keys["one-of"] else {
      report(position, "argument \(argument) needs its words: { one-of: [up, down] }")
      return nil
    }
    guard let items = list(entry.value, "one-of") else { return nil }
    var words: [String] = []
    for item in items {
      guard let word = text(item, "a word of one-of") else { continue }
      if word.isEmpty {
        report(item.position, "a word of one-of is empty")
      } else if words.contains(where: { $0.utf8.elementsEqual(word.utf8) }) {
        report(item.position, "\(DisplayName.of(word)) is in one-of twice")
      } else if word.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) || word.utf8.count > 4096 {
        report(item.position, "\(DisplayName.of(word)) can't be given by a caller: it holds control characters")
      } else {
        words.append(word)
      }
    }
    guard !words.isEmpty else {
      if items.isEmpty { report(entry.value.position, "one-of is empty") }
      return nil
    }
    return .oneOf(words)
  }

  private func readPathType(
    _ keys: [String: SyntaxEntry], argument: String, at position: SourcePosition
  ) -> ArgumentType? {
    guard let under = keys["under"] else {
      report(position, "argument \(argument) needs the directory that the path lies beneath: under: /srv")
      return nil
    }
    guard let directory = absolutePath(under.value, "under", orRoot: true) else { return nil }
    var rule = PathRule(under: directory)
    let kinds: [(String, PathRule.Kind)] = [
      ("any", .any), ("file", .file), ("directory", .directory), ("block-device", .blockDevice), ("socket", .socket),
    ]
    if let entry = keys["kind"], let word = word(entry.value, "kind", among: kinds.map(\.0)) {
      rule.kind = kinds.first { $0.0 == word }?.1 ?? .any
    }
    if let entry = keys["must"], let word = word(entry.value, "must", among: ["exist", "not-exist"]) {
      rule.existence = word == "exist" ? .exist : .notExist
    }
    return .path(rule)
  }

  private func readProcessType(
    _ keys: [String: SyntaxEntry], argument: String, at position: SourcePosition
  ) -> ArgumentType? {
    guard let entry = keys["executable"] else {
      report(position, "argument \(argument) needs the executable that the process runs: executable: /usr/sbin/dnsmasq")
      return nil
    }
    return absolutePath(entry.value, "executable").map { .process(executable: $0) }
  }

  private func readListType(
    _ keys: [String: SyntaxEntry], argument: String, at position: SourcePosition
  ) -> ArgumentType? {
    let most = keys["max"].map { integer($0.value, "max", in: 1...1024) ?? 64 } ?? 64
    guard let entry = keys["of"] else {
      report(position, "argument \(argument) needs the type of its items: of: address")
      return nil
    }
    guard let item = readArgumentType(entry.value, argument: argument) else { return nil }
    switch item {
    case .list, .flag:
      report(entry.value.position, "a list of type \(item.word) has no meaning")
      return nil
    default: return .list(of: item, max: Int(most))
    }
  }

  /// An absolute path as it stands, without places for arguments.
  func absolutePath(_ node: SyntaxNode, _ what: String, orRoot: Bool = false) -> String? {
    guard let path = text(node, what) else { return nil }
    if orRoot, path == "/" { return path }
    if let fault = HostPath.fault(path) {
      report(node.position, "\(what): \(DisplayName.of(path)) \(fault)")
      return nil
    }
    return path
  }
}
