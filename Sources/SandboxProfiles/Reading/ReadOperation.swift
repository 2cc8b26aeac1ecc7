internal import SandboxPolicy

extension ReadContext {
  static let operationKeys = [
    "summary", "callers", "arguments", "run", "function", "with", "helper", "input", "output", "environment",
    "directory", "user", "group", "groups", "capabilities", "network", "share", "files", "proc", "syscalls", "limits",
    "timeout", "success", "init", "examples",
  ]

  /// Reads one operation. Arguments come first, wherever they stand: the other keys mention them.
  func readOperation(_ entry: SyntaxEntry) -> ProfileOperation {
    var operation = ProfileOperation(name: entry.key, position: entry.position)
    uses = []
    brokenArguments = []
    guard let keys = keys(entry.value, "an operation", known: Self.operationKeys) else { return operation }
    operation.summary = readSummary(keys["summary"], of: "an operation", at: entry.position)
    var declared = readArguments(keys["arguments"])
    if let environment = keys["environment"] {
      operation.environment = readEnvironment(environment, &declared)
    }
    operation.arguments = declared.map(\.declaration)
    readEntrypoint(keys, &operation)
    if let input = keys["input"] { operation.input = readInput(input) }
    if let output = keys["output"] { operation.output = readOutput(output) }
    if let directory = keys["directory"], let path = template(directory.value, .directory) {
      operation.directory = path
    }
    if let callers = keys["callers"] { operation.callers = readCallers(callers) }
    readIdentity(keys, &operation)
    if let network = keys["network"] { operation.network = readNetwork(network) }
    if let share = keys["share"] { operation.shared = readShare(share) }
    let view = readFiles(keys["files"])
    operation.files = view.files
    if let proc = keys["proc"] { operation.proc = readProc(proc) }
    readSystemCalls(keys["syscalls"], &operation)
    readLimits(keys, &operation)
    if let initEntry = keys["init"] { operation.hasInit = boolean(initEntry.value, "init") ?? true }

    checkTemplates(operation, declared)
    checkFiles(operation, view)
    checkContradictions(operation, keys)
    // After the rest: a call can be judged only by arguments that are in order.
    if let examples = keys["examples"] { operation.examples = readExamples(examples, operation) }
    return operation
  }
}
