internal import SandboxPolicy

extension ReadContext {
  /// Reads `run`, or `function` with `with` and `helper`.
  func readEntrypoint(_ keys: [String: SyntaxEntry], _ operation: inout ProfileOperation) {
    if let run = keys["run"], let function = keys["function"] {
      report(max(run.position, function.position), "an operation has either run or function, not both")
      return
    }
    if let run = keys["run"] {
      for key in ["with", "helper"] {
        if let entry = keys[key] { report(entry.position, "\(key) belongs to function; a command has none") }
      }
      if case .list(let items) = run.value.content { operation.commandPosition = items.first?.position ?? run.position }
      operation.entrypoint = .command(arguments: readCommand(run))
    } else if let function = keys["function"] {
      operation.entrypoint = readFunction(function, keys)
    } else {
      report(operation.position, "run or function is missing")
    }
  }

  private func readCommand(_ entry: SyntaxEntry) -> [Template] {
    guard let items = list(entry.value, "run") else { return [] }
    guard let first = items.first else {
      report(entry.value.position, "run is empty; it begins with the absolute path of a command")
      return []
    }
    if items.count > 256 { report(entry.value.position, "run has more than 256 elements") }
    var arguments: [Template] = []
    if let command = template(first, .command) {
      if let path = command.literal {
        if let fault = HostPath.fault(path) { report(first.position, "the command \(DisplayName.of(path)) \(fault)") }
      } else {
        report(first.position, "the command is the profile's to choose: no argument in its path")
      }
      arguments.append(command)
    }
    return arguments + items.dropFirst().prefix(255).compactMap { template($0, .run) }
  }

  private func readFunction(_ entry: SyntaxEntry, _ keys: [String: SyntaxEntry]) -> Entrypoint {
    var name = text(entry.value, "function") ?? ""
    let isName = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "/"):
        true
      default: false
      }
    }
    if !isName || name.utf8.count > 128 {
      report(entry.value.position, "\(DisplayName.of(name)) is not the name of a function")
      name = ""
    }
    let helper = keys["helper"].flatMap { absolutePath($0.value, "helper") }
    var input: [NamedTemplate] = []
    if let with = keys["with"] {
      for parameter in map(with.value, "with") ?? [] {
        guard Self.isIdentifier(parameter.key) else {
          report(parameter.position, "\(DisplayName.of(parameter.key)) is not the name of a parameter")
          continue
        }
        if let template = template(parameter.value, .with) {
          input.append(NamedTemplate(name: parameter.key, template: template))
        }
      }
    }
    return .function(name: name, helper: helper, input: input)
  }

  /// Whether the text is `[A-Za-z_][A-Za-z0-9_]*`, at most 128 bytes.
  static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, !(0x30...0x39 ~= first), text.utf8.count <= 128 else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }

  func readInput(_ entry: SyntaxEntry) -> InputSource {
    guard case .map = entry.value.content else {
      return word(entry.value, "input", among: ["none", "caller"]) == "caller" ? .caller : .none
    }
    guard let keys = keys(entry.value, "input", known: ["text"]) else { return .none }
    guard let text = keys["text"] else {
      report(entry.value.position, "input is none, caller, or { text: \"...\" }")
      return .none
    }
    return template(text.value, .input).map { .text($0) } ?? .none
  }

  func readOutput(_ entry: SyntaxEntry) -> OutputSink {
    word(entry.value, "output", among: ["caller", "none"]) == "none" ? .none : .caller
  }
}
