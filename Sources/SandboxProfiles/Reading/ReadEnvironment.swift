internal import SandboxPolicy

extension ReadContext {
  /// Reads the whole environment; a variable that callers may set becomes an optional argument of its own.
  func readEnvironment(_ entry: SyntaxEntry, _ declared: inout [DeclaredArgument]) -> [EnvironmentVariable] {
    var variables: [EnvironmentVariable] = []
    for variable in map(entry.value, "environment") ?? [] {
      guard Self.isIdentifier(variable.key) else {
        report(
          variable.position, "\(DisplayName.of(variable.key)) is not the name of a variable: [A-Za-z_][A-Za-z0-9_]*")
        continue
      }
      if case .map = variable.value.content {
        if let template = readCallersVariable(variable, &declared) {
          variables.append(EnvironmentVariable(name: variable.key, value: template))
        }
      } else if let template = template(variable.value, .environment(variable.key)) {
        variables.append(EnvironmentVariable(name: variable.key, value: template))
      }
      if mentionsArgument(variable.value) { judgeVariable(variable) }
    }
    return variables
  }

  private func mentionsArgument(_ node: SyntaxNode) -> Bool {
    guard case .text(let text, _) = node.content else { return true }
    return (try? Template(parsing: text)).map { $0.literal == nil } ?? false
  }

  /// Refuses what would hand the program itself to the caller.
  private func judgeVariable(_ variable: SyntaxEntry) {
    let loader = ["GLIBC_TUNABLES", "GCONV_PATH", "LOCPATH", "NLSPATH", "BASH_ENV", "ENV", "IFS", "PATH"]
    guard variable.key.hasPrefix("LD_") || loader.contains(variable.key) else { return }
    report(variable.position, "\(variable.key) decides which code runs; no value of a caller may go into it")
  }

  private func readCallersVariable(_ variable: SyntaxEntry, _ declared: inout [DeclaredArgument]) -> Template? {
    let name = String(
      decoding: variable.key.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 0x20
        case UInt8(ascii: "_"): UInt8(ascii: "-")
        default: byte
        }
      }, as: UTF8.self)
    guard ArgumentDeclaration.isName(name) else {
      report(variable.position, "\(variable.key) can't be an argument: \(DisplayName.of(name)) is not the name of one")
      return nil
    }
    if let other = declared.first(where: { $0.declaration.name == name }) {
      let line = other.position.line
      report(variable.position, "\(variable.key) becomes the argument \(name), which line \(line) declares")
      return nil
    }
    guard var declaration = readArgument(variable.value, name: name) else {
      brokenArguments.insert(name)
      return nil
    }
    if case .list = declaration.type {
      report(variable.value.position, "a variable has one value; a list has several")
      return nil
    }
    if declaration.isSecret {
      report(variable.value.position, "\(variable.key) can't be secret: the environment shows in /proc")
      return nil
    }
    if case .flag = declaration.type {} else { declaration.isOptional = declaration.defaultValue == nil }
    let template = Template(parts: [.argument(name)])
    declared.append(DeclaredArgument(declaration: declaration, position: variable.position))
    uses.append(TemplateUse(template: template, place: .environment(variable.key), node: variable.value))
    return template
  }
}
