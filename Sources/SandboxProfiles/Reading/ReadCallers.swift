internal import SandboxPolicy

extension ReadContext {
  /// Reads who may call the operation through the daemon.
  func readCallers(_ entry: SyntaxEntry) -> [CallerRule] {
    var rules: [CallerRule] = []
    for item in list(entry.value, "callers") ?? [] {
      guard let rule = readCaller(item) else { continue }
      if rules.contains(rule) {
        report(item.position, "this caller is in the list already")
      } else {
        rules.append(rule)
      }
    }
    if rules.contains(.any), rules.count > 1 {
      report(entry.value.position, "any is everybody; the other callers are in it")
    }
    return rules
  }

  private func readCaller(_ node: SyntaxNode) -> CallerRule? {
    guard let text = text(node, "a caller") else { return nil }
    if text.utf8.elementsEqual("any".utf8) { return .any }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, ["user", "group", "uid", "gid"].contains(parts[0]) else {
      report(node.position, "\(DisplayName.of(text)) is not a caller: user:NAME, group:NAME, uid:N, gid:N or any")
      return nil
    }
    let place = position(of: parts[0].utf8.count + 1, in: node)
    switch parts[0] {
    case "user": return userNumber(parts[1], at: place).map { .user($0) }
    case "group": return groupNumber(parts[1], at: place).map { .group($0) }
    case "uid": return number(parts[1], "uid", at: place).map { .user($0) }
    default: return number(parts[1], "gid", at: place).map { .group($0) }
    }
  }

  /// The uid of a user of the host.
  func userNumber(_ name: String, at position: SourcePosition) -> UInt32? {
    namesUsers = true
    if let uid = users.user(name), uid != UInt32.max { return uid }
    let suggestion = DisplayName.suggestion(for: name, among: users.names.users.keys.sorted())
    report(position, "unknown user \(DisplayName.of(name))\(suggestion)")
    return nil
  }

  /// The gid of a group of the host.
  func groupNumber(_ name: String, at position: SourcePosition) -> UInt32? {
    namesUsers = true
    if let gid = users.group(name), gid != UInt32.max { return gid }
    let suggestion = DisplayName.suggestion(for: name, among: users.names.groups.keys.sorted())
    report(position, "unknown group \(DisplayName.of(name))\(suggestion)")
    return nil
  }

  /// A uid or gid; the largest number stands for "none" in the kernel.
  func number(_ text: String, _ what: String, at position: SourcePosition) -> UInt32? {
    guard let number = Quantity.integer(text), (0..<Int64(UInt32.max)).contains(number) else {
      report(position, "\(DisplayName.of(text)) is not a \(what): 0 to 4294967294")
      return nil
    }
    return UInt32(number)
  }
}
