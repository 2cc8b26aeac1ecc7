internal import SandboxPolicy

extension ReadContext {
  /// Reads `user`, `group`, `groups` and `capabilities`.
  func readIdentity(_ keys: [String: SyntaxEntry], _ operation: inout ProfileOperation) {
    if let entry = keys["user"], let name = text(entry.value, "user") {
      operation.identity.user =
        isNumeric(name)
        ? number(name, "uid", at: entry.value.position) : userNumber(name, at: entry.value.position)
    }
    if let entry = keys["group"], let name = text(entry.value, "group") {
      operation.identity.group = readGroup(name, at: entry.value.position)
    }
    if let entry = keys["groups"] {
      let items = list(entry.value, "groups") ?? []
      if items.count > 64 { report(entry.value.position, "more than 64 groups") }
      for item in items {
        guard let name = text(item, "a group"), let gid = readGroup(name, at: item.position) else { continue }
        if operation.identity.groups.contains(gid) {
          report(item.position, "group \(DisplayName.of(name)) is in the list already")
        } else {
          operation.identity.groups.append(gid)
        }
      }
    }
    if let entry = keys["capabilities"] { operation.capabilities = readCapabilities(entry) }
  }

  private func readGroup(_ name: String, at position: SourcePosition) -> UInt32? {
    isNumeric(name) ? number(name, "gid", at: position) : groupNumber(name, at: position)
  }

  private func isNumeric(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    return 0x30...0x39 ~= first || first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
  }

  private func readCapabilities(_ entry: SyntaxEntry) -> CapabilitySet {
    var set: CapabilitySet = []
    for item in list(entry.value, "capabilities") ?? [] {
      guard let name = text(item, "a capability") else { continue }
      guard let known = CapabilitySet.names.first(where: { $0.utf8.elementsEqual(name.utf8) }),
        let capability = CapabilitySet(name: known)
      else {
        report(item.position, "unknown capability \(DisplayName.of(name))\(capabilitySuggestion(name))")
        continue
      }
      if !set.isDisjoint(with: capability) { report(item.position, "capability \(known) is in the list already") }
      set.formUnion(capability)
    }
    return set
  }

  /// Names as other tools write them, `CAP_NET_ADMIN`, are understood far enough to say how they are written here.
  private func capabilitySuggestion(_ name: String) -> String {
    var lower = name.lowercased()
    if lower.hasPrefix("cap_") { lower.removeFirst(4) }
    return DisplayName.suggestion(for: lower, among: CapabilitySet.names)
  }
}
