internal import SandboxPolicy

extension ReadContext {
  /// Refuses file views that contradict themselves, and commands that could not open their own arguments.
  func checkFiles(_ operation: ProfileOperation, _ view: FileViewReading) {
    let grants = uses.filter { $0.place.isGrant }
    checkDuplicates(grants)
    for use in grants where use.place != .read || use.template.literal == "/dev" {
      guard let path = use.template.literal, ["/proc", "/sys", "/dev"].contains(path) else { continue }
      report(use.node.position, "\(use.place.words): \(path) as a whole is not granted; name what is needed")
    }
    if operation.proc == .own {
      for use in grants where Self.begins(use.template, with: "/proc") {
        report(use.node.position, "\(use.place.words): with proc: own nothing of the host's is in /proc")
      }
    }
    for use in grants where Self.begins(use.template, with: "/dev") && use.template.literal != "/dev" {
      report(use.node.position, "\(use.place.words): devices are named in files.devices")
    }
    checkTemporary(view, grants, operation)
    if let propagate = view.propagate, !operation.capabilities.contains(.sysAdmin) {
      report(propagate.position, "files.propagate is useless without sys_admin: nothing could be mounted")
    }
    checkPathArguments(operation, grants)
  }

  private func checkDuplicates(_ grants: [TemplateUse]) {
    var seen: [Template: TemplateUse] = [:]
    for use in grants {
      if let first = seen[use.template] {
        let path = DisplayName.of(use.template.description)
        report(use.node.position, "\(path) is in \(first.place.words) already, line \(first.node.position.line)")
      } else {
        seen[use.template] = use
      }
    }
  }

  private func checkTemporary(_ view: FileViewReading, _ grants: [TemplateUse], _ operation: ProfileOperation) {
    for (path, position) in view.temporary {
      if HostPath.covers("/proc", path) || HostPath.covers("/dev", path) || HostPath.covers("/sys", path) {
        report(position, "files.temporary: \(path) is not a place for files of the operation")
      }
      let covering = operation.files.grants.first { grant in
        grant.path.literal.map { HostPath.covers($0, path) } ?? false
      }
      if let covering {
        let key = "files.\(covering.access.word)"
        report(position, "files.temporary: \(path) lies in \(covering.path) of \(key), which is the host's")
      }
      if let other = view.temporary.first(where: { $0.path != path && HostPath.covers($0.path, path) }) {
        report(position, "files.temporary: \(path) lies in \(other.path), which is private already")
      }
    }
  }

  /// A path that the caller names and the command is told, but that does not exist inside.
  private func checkPathArguments(_ operation: ProfileOperation, _ grants: [TemplateUse]) {
    for argument in operation.arguments {
      let rule: PathRule
      switch argument.type {
      case .path(let path), .list(of: .path(let path), max: _): rule = path
      default: continue
      }
      let mentions = uses.filter { $0.template.argumentNames.contains(argument.name) }
      guard let use = mentions.first(where: { $0.place == .run || $0.place == .with }) else { continue }
      let granted = mentions.contains { $0.place.isGrant }
      let paths = operation.files.grants.map(\.path) + operation.files.propagate
      let literals = paths.compactMap(\.literal) + operation.files.temporary.map(\.path)
      guard !granted, !literals.contains(where: { HostPath.covers($0, rule.under) }) else { continue }
      report(use.node.position, "argument \(argument.name) is not in files: the command could not open it")
    }
  }

  private static func begins(_ template: Template, with directory: String) -> Bool {
    guard case .literal(let text) = template.parts.first else { return false }
    return HostPath.covers(directory, text)
  }
}
