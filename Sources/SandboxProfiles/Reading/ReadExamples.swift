public import SandboxPolicy

extension ReadContext {
  /// Reads calls with their verdict, and judges those that have to succeed by the declared types.
  func readExamples(_ entry: SyntaxEntry, _ operation: ProfileOperation) -> [ProfileExample] {
    (list(entry.value, "examples") ?? []).compactMap { readExample($0, operation) }
  }

  private func readExample(_ node: SyntaxNode, _ operation: ProfileOperation) -> ProfileExample? {
    let known = ["arguments", "input", "succeeds", "refused"]
    guard let keys = keys(node, "an example", known: known) else { return nil }
    var verdicts: [Bool] = []
    for (key, verdict) in [("succeeds", true), ("refused", false)] {
      guard let entry = keys[key] else { continue }
      verdicts.append(verdict)
      if let value = boolean(entry.value, key), !value {
        report(entry.value.position, "\(key) is true, or it isn't there")
      }
    }
    guard verdicts.count == 1, let succeeds = verdicts.first else {
      report(node.position, "an example has either succeeds: true or refused: true")
      return nil
    }
    var arguments: [ProfileExample.Argument] = []
    if let entry = keys["arguments"] {
      for argument in map(entry.value, "arguments") ?? [] {
        guard let value = readExampleValue(argument.value) else { return nil }
        arguments.append(ProfileExample.Argument(name: argument.key, value: value))
      }
    }
    let input = keys["input"].flatMap { text($0.value, "input") }
    let example = ProfileExample(arguments: arguments, input: input, succeeds: succeeds, position: node.position)
    if operation.input != .caller, let place = keys["input"]?.position {
      report(place, "the operation reads no input of its caller; give it input: caller, or drop this")
    }
    // A mistake in the arguments themselves would only be told a second time.
    if succeeds, diagnostics.isEmpty { judge(example, operation) }
    return example
  }

  private func readExampleValue(_ node: SyntaxNode) -> ProfileExample.Value? {
    guard case .list(let items) = node.content else { return text(node, "an argument").map { .one($0) } }
    return .several(items.compactMap { text($0, "an argument") })
  }

  private func judge(_ example: ProfileExample, _ operation: ProfileOperation) {
    do throws(ArgumentError) {
      _ = try ArgumentValidator.validate(
        example.words(for: operation.arguments), of: operation.arguments, names: users.names)
    } catch {
      report(example.position, "this example would be refused: \(error)")
    }
  }
}

extension ProfileExample {
  /// What a caller would write behind the operation's name; a flag is given by the value `true`.
  public func words(for declarations: [ArgumentDeclaration]) -> [[UInt8]] {
    arguments.flatMap { argument -> [[UInt8]] in
      let declaration = declarations.first { $0.name.utf8.elementsEqual(argument.name.utf8) }
      switch (argument.value, declaration?.type) {
      case (.one("true"), .flag): return [Array("--\(argument.name)".utf8)]
      case (.one(let text), _): return [Array("--\(argument.name)=\(text)".utf8)]
      case (.several(let texts), _): return texts.map { Array("--\(argument.name)=\($0)".utf8) }
      }
    }
  }
}
