internal import Glibc
public import SandboxPolicy

/// Turns lists of rules into programs for seccomp(2).
///
/// The answer to a call: allowed; EPERM where the table knows the call; ENOSYS where the call is newer than the table, so
/// that the C library falls back; death on a foreign ABI (i386, x32, 32-bit Arm).
public enum FilterCompiler {
  /// What every process needs to end, and to come back from a signal handler.
  static let always = ["exit", "exit_group", "rt_sigreturn", "restart_syscall"]

  /// The filter of one operation; a command is allowed execve besides, for the launcher's last step.
  ///
  /// A call that this machine lacks and the other has is passed over. clone3 is answered with ENOSYS unless a rule names
  /// it: its flags are in memory, where no filter can see them, and the C library falls back to clone.
  public static func compile(
    _ rules: [SystemCallRule], isCommand: Bool, architecture: Architecture
  ) throws(FilterError) -> SeccompFilter {
    var access = CallAccess(rules)
    for call in always { access.allow(call) }
    if isCommand { access.allow("execve") }
    return try build(access, architecture)
  }

  /// The filter of the launcher's own pid 1: it waits, forwards signals and ends.
  public static func initFilter(architecture: Architecture) throws(FilterError) -> SeccompFilter {
    var access = CallAccess([])
    for call in ["waitid", "rt_sigtimedwait", "kill", "exit_group", "restart_syscall", "rt_sigreturn"] {
      access.allow(call)
    }
    return try build(access, architecture)
  }

  /// The calls that a rule list comes to, in the order in which they are first mentioned; a call that is allowed under
  /// several alternative conditions appears once for each.
  public static func expansion(_ rules: [SystemCallRule]) -> [(call: String, condition: String?)] {
    CallAccess(rules).entries.flatMap { entry -> [(call: String, condition: String?)] in
      guard !entry.alternatives.isEmpty else { return [(entry.call, nil)] }
      return entry.alternatives.map { (entry.call, ArgumentCondition.text(of: $0)) }
    }
  }

  private static func build(_ access: CallAccess, _ architecture: Architecture) throws(FilterError) -> SeccompFilter {
    let table = SystemCallTable.of(architecture)
    let context = try SeccompContext.make(for: architecture)
    var code = FilterPrologue.instructions(architecture, newest: table.newest)
    for entry in access.entries {
      guard let number = table.numbers[entry.call] else { continue }
      if entry.alternatives.isEmpty {
        try context.allow(entry.call)
      } else {
        code += ConditionBlock.instructions(number, allowedWhen: entry.alternatives, architecture)
      }
    }
    if !access.mentions("clone3") { try context.hide("clone3") }
    // Jumps are relative: what libseccomp made holds behind other instructions.
    let program = code.flatMap(\.bytes) + (try context.export())
    guard let filter = SeccompFilter(bytes: program) else {
      throw .tooLong(instructions: program.count / SeccompFilter.instructionSize)
    }
    return filter
  }
}

/// Why rules could not be turned into a filter.
public enum FilterError: Error, Equatable, Sendable {
  /// The program is longer than the kernel takes.
  case tooLong(instructions: Int)
  /// libseccomp, or the kernel on its behalf, refused; `call` is a system call.
  case library(action: String, call: String?, error: Int32)
}

extension FilterError: CustomStringConvertible {
  /// One line, the cause last.
  public var description: String {
    switch self {
    case .tooLong(let instructions):
      "the filter has \(instructions) instructions, and the kernel takes \(SeccompFilter.mostInstructions); "
        + "use fewer or simpler conditions"
    case .library(let action, let call, let error):
      "could not \(action)\(call.map { " system call \($0)" } ?? ""): \(unsafe String(cString: strerror(error)))"
    }
  }
}

/// What a rule list comes to: each call once, groups dissolved.
struct CallAccess {
  /// A call, and the conditions under which it is allowed; none means always.
  struct Entry: Equatable {
    /// The call's name.
    var call: String
    /// The conditions; one of them has to hold wholly.
    var alternatives: [[ArgumentCondition]]
  }

  /// In the order in which the rules mention them first.
  private(set) var entries: [Entry] = []
  private var positions: [String: Int] = [:]

  init(_ rules: [SystemCallRule]) {
    var groups: Set<String> = []
    add(rules, &groups)
  }

  /// Whether a rule allows the call, under whatever condition.
  func mentions(_ call: String) -> Bool { positions[call] != nil }

  /// Allows a call under conditions; once it is allowed without any, others don't count.
  mutating func allow(_ call: String, when conditions: [ArgumentCondition] = []) {
    guard let position = positions[call] else {
      positions[call] = entries.count
      entries.append(Entry(call: call, alternatives: conditions.isEmpty ? [] : [conditions]))
      return
    }
    let known = entries[position].alternatives
    if conditions.isEmpty {
      entries[position].alternatives = []
    } else if !known.isEmpty && !known.contains(conditions) {
      entries[position].alternatives.append(conditions)
    }
  }

  // A group that is met twice adds nothing the second time, so that a circle of groups ends, too.
  private mutating func add(_ rules: [SystemCallRule], _ groups: inout Set<String>) {
    for rule in rules {
      switch rule.subject {
      case .call(let call, let conditions): allow(call, when: conditions)
      case .group(let name):
        if groups.insert(name).inserted { add(SystemCallGroups.rules(of: name), &groups) }
      }
    }
  }
}
