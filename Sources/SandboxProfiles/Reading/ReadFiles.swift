internal import SandboxPolicy

/// The file view that a profile describes, with the places that the checks need.
struct FileViewReading {
  var files = FileView()
  /// The private file systems with their places.
  var temporary: [(path: String, position: SourcePosition)] = []
  /// Where devices, sets and propagation stand.
  var propagate: SyntaxEntry?
}

extension ReadContext {
  private static let fileKeys = ["read", "write", "execute", "temporary", "propagate", "devices"]

  func readFiles(_ entry: SyntaxEntry?) -> FileViewReading {
    var view = FileViewReading()
    guard let entry, let keys = keys(entry.value, "files", known: Self.fileKeys) else { return view }
    var sets: [(set: NamedFileSet, access: FileAccess)] = []
    let lists: [(key: String, access: FileAccess, place: TemplatePlace)] = [
      ("read", .read, .read), ("write", .write, .write), ("execute", .execute, .execute),
    ]
    for (key, access, place) in lists {
      guard let entry = keys[key] else { continue }
      for item in list(entry.value, "files.\(key)") ?? [] {
        if case .text(let text, _) = item.content, text.utf8.first == UInt8(ascii: "@") {
          if let set = readSet(text, item, access) { sets.append((set, access)) }
        } else if let path = template(item, place) {
          view.files.grants.append(FileGrant(access: access, path: path))
        }
      }
    }
    for (set, access) in sets { add(set, access, to: &view.files) }
    if let entry = keys["temporary"] { readTemporary(entry, &view) }
    if let entry = keys["propagate"] {
      view.propagate = entry
      view.files.propagate = (list(entry.value, "files.propagate") ?? []).compactMap { template($0, .propagate) }
    }
    if let entry = keys["devices"] { view.files.devices = readDevices(entry) }
    return view
  }

  private func readSet(_ name: String, _ node: SyntaxNode, _ access: FileAccess) -> NamedFileSet? {
    guard let set = NamedFileSet(named: name) else {
      report(
        node.position,
        "unknown set \(DisplayName.of(name))\(DisplayName.suggestion(for: name, among: NamedFileSet.names))")
      return nil
    }
    guard access != .write else {
      report(node.position, "\(name) belongs to the system; it can be read or executed, not written")
      return nil
    }
    guard !set.paths.isEmpty else {
      report(node.position, "nothing of \(name) is on this machine")
      return nil
    }
    return set
  }

  /// Adds what the view does not have yet: `@runtime` beside `@system` names parts of /usr again.
  private func add(_ set: NamedFileSet, _ access: FileAccess, to files: inout FileView) {
    for path in set.paths {
      let isThere = files.grants.contains { grant in
        guard let granted = grant.path.literal else { return false }
        return granted == path || (grant.access == access && HostPath.covers(granted, path))
      }
      if !isThere { files.grants.append(FileGrant(access: access, path: Template(literal: path))) }
    }
    for link in set.links where !files.links.contains(link) { files.links.append(link) }
  }

  private func readTemporary(_ entry: SyntaxEntry, _ view: inout FileViewReading) {
    for item in map(entry.value, "files.temporary") ?? [] {
      if let fault = HostPath.fault(item.key) {
        report(item.position, "files.temporary: \(DisplayName.of(item.key)) \(fault)")
        continue
      }
      guard let size = size(item.value, item.key, in: 4096...1 << 50) else { continue }
      view.files.temporary.append(TemporaryDirectory(path: item.key, size: size))
      view.temporary.append((item.key, item.position))
    }
  }

  private func readDevices(_ entry: SyntaxEntry) -> [Template] {
    var devices: [Template] = []
    for item in list(entry.value, "files.devices") ?? [] {
      guard let device = template(item, .device) else { continue }
      // With any value in its places the name has to stay beneath /dev.
      let sample = "/" + device.parts.map { if case .literal(let text) = $0 { text } else { "x" } }.joined()
      if case .text(let text, _) = item.content, text.utf8.first == UInt8(ascii: "/") {
        report(item.position, "files.devices: \(DisplayName.of(text)): name the device without /dev/")
      } else if !HostPath.isNormal(sample) {
        report(item.position, "files.devices: \(DisplayName.of(device.description)) is not a name beneath /dev")
      } else if devices.contains(device) {
        report(item.position, "device \(DisplayName.of(device.description)) is in the list already")
      } else {
        devices.append(device)
      }
    }
    return devices
  }
}
