internal import SandboxPolicy

extension ReadContext {
  /// Refuses what is meaningless or dangerous only in combination.
  func checkContradictions(_ operation: ProfileOperation, _ keys: [String: SyntaxEntry]) {
    if operation.shared.contains(.pid) { checkSharedPids(operation, keys["share"]?.position ?? operation.position) }
    // Who may trace pid 1 may open its executable through /proc: the launcher's own file on the host.
    if operation.proc == .own, operation.capabilities.contains(.sysPtrace), operation.hasInit {
      let position = keys["proc"]?.position ?? operation.position
      report(position, "proc: own and sys_ptrace expose the executable of pid 1; write init: false, or drop one")
    }
  }

  /// In the host's pid namespace nothing kills what the operation would leave behind, so it must not make processes.
  private func checkSharedPids(_ operation: ProfileOperation, _ position: SourcePosition) {
    if operation.hasInit {
      report(position, "share: [pid] wants init: false, for pid 1 is the host's")
    }
    if operation.proc == .own {
      report(position, "share: [pid] leaves no pid namespace for proc: own to show")
    }
    let makers = ["clone", "clone3", "fork", "vfork"]
    let allowed = FilterCompiler.expansion(operation.rules).map(\.call)
    let found = makers.filter { allowed.contains($0) }
    if !found.isEmpty {
      report(
        position,
        "share: [pid] wants syscalls that make no process, such as @command-alone; \(found.joined(separator: ", ")) "
          + (found.count == 1 ? "is allowed" : "are allowed"))
    }
  }
}
