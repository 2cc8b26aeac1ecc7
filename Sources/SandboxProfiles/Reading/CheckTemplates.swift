internal import SandboxPolicy

extension ReadContext {
  /// Judges every template of an operation by what its arguments may be, and every argument by whether it is used.
  func checkTemplates(_ operation: ProfileOperation, _ declared: [DeclaredArgument]) {
    for use in uses {
      for name in use.template.argumentNames { checkPlace(name, use, operation) }
      if use.place.isPath { checkPath(use, operation) }
    }
    for argument in declared {
      let name = argument.declaration.name
      if !uses.contains(where: { $0.template.argumentNames.contains(name) }) {
        report(argument.position, "argument \(name) is never used")
      }
    }
  }

  /// Where in a use the argument stands.
  private func place(of name: String, in use: TemplateUse) -> SourcePosition {
    guard case .text(let text, _) = use.node.content else { return use.node.position }
    let bytes = Array(text.utf8)
    let wanted = Array("{\(name)}".utf8)
    guard bytes.count >= wanted.count else { return use.node.position }
    let offset = (0...(bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) }
    return offset.map { position(of: $0 + 1, in: use.node) } ?? use.node.position
  }

  private func checkPlace(_ name: String, _ use: TemplateUse, _ operation: ProfileOperation) {
    let position = place(of: name, in: use)
    guard let argument = operation.arguments.first(where: { $0.name == name }) else {
      // Declared, but wrongly, which has been said.
      if brokenArguments.contains(name) { return }
      let suggestion = DisplayName.suggestion(for: name, among: operation.arguments.map(\.name))
      report(position, "\(name) is not a declared argument\(suggestion)")
      return
    }
    let words = use.place.words
    if argument.isSecret, !use.place.takesSecrets {
      report(position, "argument \(name) is secret; in \(words) others could see it, only input and with hide it")
    }
    if case .list = argument.type {
      if !use.place.takesLists {
        report(position, "argument \(name) is a list; \(words) takes a single value")
      } else if use.template.parts.count != 1 {
        report(position, "argument \(name) is a list; it has to be the whole element: \"{\(name)}\"")
      }
    }
    if argument.mayBeAbsent, !use.place.isOptional {
      report(position, "argument \(name) may be left out, and then \(words) would have no value; give it a default")
    }
    guard use.place.isPath || use.place == .device else { return }
    switch argument.type {
    case .flag, .network:
      report(position, "argument \(name) is of type \(argument.type.word); a path can't contain it")
    case .path where use.template.parts.first != .argument(name), .list(of: .path, max: _) where use.place == .device:
      report(position, "argument \(name) is a whole path; nothing can stand before it")
    default: break
    }
  }

  /// Whether the template is an absolute, plain path whatever the values are.
  private func checkPath(_ use: TemplateUse, _ operation: ProfileOperation) {
    // The command has a message of its own.
    guard use.place != .command else { return }
    if use.place == .directory, use.template.literal == "/" { return }
    let known = use.template.argumentNames.allSatisfy { name in operation.arguments.contains { $0.name == name } }
    guard known else { return }
    if use.template.literal == "/" {
      report(use.node.position, "\(use.place.words): / as a whole is not granted; name what is needed")
      return
    }
    for sample in samples(of: use.template, operation) {
      guard let fault = HostPath.fault(sample) else { continue }
      let shown = DisplayName.of(use.template.description)
      let value = use.template.literal == nil ? ", for example as \(DisplayName.of(sample))," : ""
      report(use.node.position, "\(use.place.words): \(shown)\(value) \(fault)")
      return
    }
  }

  /// The template with values: every word of a one-of, one harmless value of any other type.
  private func samples(of template: Template, _ operation: ProfileOperation) -> [String] {
    var samples = [""]
    for part in template.parts {
      switch part {
      case .literal(let text): samples = samples.map { $0 + text }
      case .argument(let name):
        switch operation.arguments.first(where: { $0.name == name })?.type {
        case .oneOf(let words) where samples.count * words.count <= 1024:
          samples = samples.flatMap { sample in words.map { sample + $0 } }
        case .path, .list(of: .path, max: _): samples = samples.map { $0 + "/x" }
        default: samples = samples.map { $0 + "x" }
        }
      }
    }
    return samples
  }
}

extension ArgumentDeclaration {
  /// Whether a call may have no value for it.
  var mayBeAbsent: Bool {
    if case .flag = type { return true }
    return isOptional && defaultValue == nil
  }
}
