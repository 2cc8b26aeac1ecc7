import SandboxPolicy

@testable import SandboxProfiles

/// A compiled filter that can be asked about calls by name.
struct FilterProgram {
  let filter: SeccompFilter
  let architecture: Architecture
  private let interpreter: BPFInterpreter

  init(_ filter: SeccompFilter, architecture: Architecture) {
    self.filter = filter
    self.architecture = architecture
    interpreter = BPFInterpreter(filter)
  }

  init(_ rules: [SystemCallRule], isCommand: Bool = false, architecture: Architecture) throws {
    let filter = try FilterCompiler.compile(rules, isCommand: isCommand, architecture: architecture)
    self.init(filter, architecture: architecture)
  }

  init(_ texts: [String], isCommand: Bool = false, architecture: Architecture) throws {
    try self.init(texts.map { try SystemCallRule(parsing: $0) }, isCommand: isCommand, architecture: architecture)
  }

  /// A call of this name does not exist on the machine.
  struct NoSuchCall: Error { var name: String }

  func verdict(_ call: String, _ arguments: [UInt64] = [0, 0, 0, 0, 0, 0]) throws -> BPFInterpreter.Verdict {
    guard let number = SystemCallTable.of(architecture).numbers[call] else { throw NoSuchCall(name: call) }
    return try verdict(number: number, arguments)
  }

  func verdict(
    number: Int32, machine: UInt32? = nil, _ arguments: [UInt64] = [0, 0, 0, 0, 0, 0]
  ) throws -> BPFInterpreter.Verdict {
    try interpreter.verdict(
      .init(number: number, architecture: machine ?? architecture.auditArchitecture, arguments: arguments))
  }
}
