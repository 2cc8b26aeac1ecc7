internal import SandboxPolicy
internal import SandboxProfiles

/// An operation for people.
enum ShowText {
  static func operation(_ source: ProfileOperation, _ policy: OperationPolicy, of profile: Profile) -> String {
    var page = Page()
    page.title("\(profile.name)/\(policy.name): \(policy.summary)")
    page.line("profile", "\(profile.file):\(source.position.line)")
    let callers = policy.callers.map(ShowWords.caller)
    page.line("callers", callers.isEmpty ? "root only" : callers.joined(separator: " "))
    page.lines("arguments", policy.arguments.map(argument))
    switch policy.entrypoint {
    case .command(let arguments): page.line("run", arguments.map(\.description).joined(separator: " "))
    case .function(let name, let helper, let input):
      page.line("function", name)
      page.line("helper", helper ?? "the standard operations helper")
      page.lines("with", input.map { "\($0.name): \($0.template)" })
    }
    if let missing = policy.missingCommand { page.line("missing", "\(missing)") }
    switch policy.input {
    case .none: page.line("input", "none")
    case .caller: page.line("input", "the caller's")
    case .text(let text): page.line("input", "text \(DisplayText.quoted(text.description))")
    }
    let most = Quantity.sizeText(policy.limits.output)
    page.line("output", policy.output == .none ? "none" : "the caller's, at most \(most)")
    page.lines("environment", policy.environment.map { "\($0.name)=\($0.value)" })
    page.line("directory", policy.directory.description)
    page.line("user", policy.identity.user.map(String.init) ?? "a uid of this call alone")
    let standard = policy.identity.user == 0 ? "0" : "a gid of this call alone"
    page.line("group", policy.identity.group.map(String.init) ?? standard)
    page.line("groups", or(policy.identity.groups.map(String.init)))
    page.line("capabilities", or(policy.capabilities.memberNames))
    page.line("network", ShowWords.network(policy.network))
    page.line("share", or(SharedNamespaces.words.filter { policy.shared.contains($0.namespace) }.map(\.word)))
    page.lines("files", files(policy.files))
    page.line("devices", or(policy.files.devices.map(\.description)))
    page.line("proc", policy.proc == .own ? "own" : "none")
    page.lines("syscalls", ShowCalls.lines(source.rules, width: Page.width - Page.indentation))
    page.lines("limits", limits(policy.limits))
    page.line("timeout", Quantity.durationText(policy.timeout))
    page.line("success", policy.success.map(String.init).joined(separator: " "))
    page.line("init", policy.hasInit ? "yes" : "no")
    page.line("examples", "\(source.examples.count)")
    return page.text
  }

  private static func or(_ words: [String]) -> String { words.isEmpty ? "none" : words.joined(separator: " ") }

  private static func argument(_ argument: ArgumentDeclaration) -> String {
    var text = "\(argument.name): \(ShowWords.type(argument.type))"
    if argument.isOptional { text += ", optional" }
    if let value = argument.defaultValue { text += ", default \(value)" }
    if argument.isSecret { text += ", secret" }
    return text
  }

  private static func files(_ files: FileView) -> [String] {
    files.grants.map { grant in
      switch grant.origin {
      case .profile: return "\(grant.access.word) \(grant.path)"
      case .closure(let source, _):
        let isSame = grant.path.literal == source
        return "\(grant.access.word) \(grant.path)" + (isSame ? "" : " (is \(source))") + ", for the command"
      }
    } + files.links.map { "link \($0.path) to \($0.target)" }
      + files.temporary.map { "temporary \($0.path) of \(Quantity.sizeText($0.size))" }
      + files.propagate.map { "propagate \($0)" }
  }

  private static func limits(_ limits: Limits) -> [String] {
    [
      "memory \(Quantity.sizeText(limits.memory))", "processes \(limits.processes)", "open-files \(limits.openFiles)",
      "file-size \(Quantity.sizeText(limits.fileSize))", "cpu-time \(Quantity.durationText(limits.cpuTime))",
      "output \(Quantity.sizeText(limits.output))",
    ]
  }

  /// Lines with a column of keys.
  private struct Page {
    /// Where the values begin.
    static let indentation = 16
    /// The most columns of a line that can be broken.
    static let width = 100

    var text = ""

    mutating func title(_ title: String) { text += title }

    mutating func line(_ key: String, _ value: String) {
      text += "\n  " + key + String(repeating: " ", count: max(1, Self.indentation - 2 - key.utf8.count)) + value
    }

    mutating func lines(_ key: String, _ values: [String]) {
      guard let first = values.first else { return line(key, "none") }
      line(key, first)
      for value in values.dropFirst() { line("", value) }
    }
  }
}
