internal import SandboxPolicy

extension ReadContext {
  private static let limitKeys = ["memory", "processes", "open-files", "file-size", "cpu-time", "output"]
  private static let largest: UInt64 = 1 << 50

  /// Reads `limits`, `timeout` and `success`. Every bound stays finite: there is no word for "unlimited".
  func readLimits(_ keys: [String: SyntaxEntry], _ operation: inout ProfileOperation) {
    if let entry = keys["limits"], let limits = self.keys(entry.value, "limits", known: Self.limitKeys) {
      readLimits(limits, &operation.limits)
    }
    if let entry = keys["timeout"] {
      operation.timeout = duration(entry.value, "timeout", in: 1...86_400_000) ?? operation.timeout
    }
    if let entry = keys["success"] {
      var codes: [UInt8] = []
      for item in list(entry.value, "success") ?? [] {
        // 124 and above have a meaning of their own in the launcher's exit status.
        guard let code = integer(item, "an exit code of success", in: 0...123) else { continue }
        if codes.contains(UInt8(code)) { report(item.position, "\(code) is in the list already") }
        codes.append(UInt8(code))
      }
      if case .list(let items) = entry.value.content, items.isEmpty {
        report(entry.value.position, "success is empty; no call could ever succeed")
      }
      operation.success = codes
    }
  }

  private func readLimits(_ keys: [String: SyntaxEntry], _ limits: inout Limits) {
    if let entry = keys["memory"] {
      limits.memory = size(entry.value, "memory", in: 1 << 20...Self.largest) ?? limits.memory
    }
    if let entry = keys["processes"] {
      limits.processes = integer(entry.value, "processes", in: 1...4_194_304).map { UInt32($0) } ?? limits.processes
    }
    if let entry = keys["open-files"] {
      limits.openFiles = integer(entry.value, "open-files", in: 4...1_048_576).map { UInt32($0) } ?? limits.openFiles
    }
    if let entry = keys["file-size"] {
      limits.fileSize = size(entry.value, "file-size", in: 1...Self.largest) ?? limits.fileSize
    }
    if let entry = keys["cpu-time"] {
      limits.cpuTime = duration(entry.value, "cpu-time", in: 1000...604_800_000) ?? limits.cpuTime
    }
    if let entry = keys["output"] {
      limits.output = size(entry.value, "output", in: 1...Self.largest) ?? limits.output
    }
  }
}
