internal import SandboxPolicy

/// A declared argument with its place.
struct DeclaredArgument {
  var declaration: ArgumentDeclaration
  var position: SourcePosition
}

extension ReadContext {
  /// The most arguments of one operation.
  static let mostArguments = 64

  func readArguments(_ entry: SyntaxEntry?) -> [DeclaredArgument] {
    guard let entry, let entries = map(entry.value, "arguments") else { return [] }
    if entries.count > Self.mostArguments { report(entry.position, "more than \(Self.mostArguments) arguments") }
    var declared: [DeclaredArgument] = []
    for argument in entries.prefix(Self.mostArguments) {
      guard ArgumentDeclaration.isName(argument.key) else {
        let name = DisplayName.of(argument.key)
        report(argument.position, "\(name) is not the name of an argument: [a-z][a-z0-9-]*, at most 64")
        continue
      }
      if let declaration = readArgument(argument.value, name: argument.key) {
        declared.append(DeclaredArgument(declaration: declaration, position: argument.position))
      } else {
        brokenArguments.insert(argument.key)
      }
    }
    return declared
  }

  /// Reads a declaration: a word, or a map where there is more to say.
  func readArgument(_ node: SyntaxNode, name: String) -> ArgumentDeclaration? {
    guard case .map(let entries) = node.content else {
      return readArgumentType(node, argument: name).map { ArgumentDeclaration(name: name, type: $0) }
    }
    let common = ["optional", "default", "secret"]
    let typeEntries = entries.filter { entry in !common.contains { $0.utf8.elementsEqual(entry.key.utf8) } }
    let typeNode = SyntaxNode(content: .map(typeEntries), position: node.position)
    let type = readArgumentType(typeNode, argument: name, besides: common)
    var declaration = ArgumentDeclaration(name: name, type: type ?? .flag(text: ""))
    for entry in entries {
      switch entry.key {
      case "optional": declaration.isOptional = boolean(entry.value, "optional") ?? false
      case "secret": declaration.isSecret = boolean(entry.value, "secret") ?? false
      case "default": declaration.defaultValue = text(entry.value, "default")
      default: break
      }
    }
    guard type != nil else { return nil }
    checkDeclaration(declaration, entries)
    return declaration
  }

  private func checkDeclaration(_ declaration: ArgumentDeclaration, _ entries: [SyntaxEntry]) {
    let name = declaration.name
    func place(_ key: String) -> SourcePosition { entries.first { $0.key == key }?.position ?? .start }
    if case .flag = declaration.type {
      let flag = "argument \(name) is a flag, which"
      if declaration.isOptional { report(place("optional"), "\(flag) may always be left out") }
      if declaration.isSecret { report(place("secret"), "\(flag) has no value to hide") }
      if declaration.defaultValue != nil { report(place("default"), "\(flag) has no default") }
      return
    }
    guard declaration.defaultValue != nil else { return }
    if declaration.isOptional {
      report(place("optional"), "argument \(name) has a default, so it is never left out; drop optional or default")
    }
    if declaration.isSecret {
      report(place("default"), "argument \(name) is secret, but everybody who reads the profile knows its default")
    }
    if case .list = declaration.type {
      report(place("default"), "argument \(name) is a list, which has no default")
      return
    }
    do throws(ArgumentError) {
      try ArgumentValidator.validateDefault(of: declaration, names: users.names)
    } catch {
      report(entries.first { $0.key == "default" }?.value.position ?? .start, "default: \(error)")
    }
  }
}
