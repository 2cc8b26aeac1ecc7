internal import SandboxPolicy

extension ReadContext {
  /// Reads the list of allowed system calls; the default is what the entrypoint's kind cannot do without.
  func readSystemCalls(_ entry: SyntaxEntry?, _ operation: inout ProfileOperation) {
    guard let entry else {
      let group: String
      if case .function = operation.entrypoint { group = "@function" } else { group = "@command" }
      if let rule = try? SystemCallRule(parsing: group) { operation.rules = [rule] }
      return
    }
    operation.rulesPosition = entry.value.position
    let items = list(entry.value, "syscalls") ?? []
    if items.count > 512 { report(entry.value.position, "more than 512 system calls") }
    for item in items.prefix(512) {
      guard let text = text(item, "a system call") else { continue }
      do throws(SystemCallRuleError) {
        operation.rules.append(try SystemCallRule(parsing: text))
      } catch {
        report(position(of: error.offset, in: item), error.description)
      }
    }
    if items.isEmpty, case .list = entry.value.content {
      report(entry.value.position, "syscalls is empty; nothing could run. Leave it out for the default")
    }
  }
}
