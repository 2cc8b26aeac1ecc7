internal import SandboxPolicy
internal import SandboxProfiles

/// Operations for programs. What it says is described in sandbox-profile(1).
enum ShowJSON {
  static func profile(
    _ profile: Profile, _ policy: Policy, _ operations: [(ProfileOperation, OperationPolicy)]
  ) -> JSONText {
    .object([
      JSONText.Member("profile", .string(profile.name)),
      JSONText.Member("file", .string(profile.file)),
      JSONText.Member("summary", .string(profile.summary)),
      JSONText.Member("architecture", .string("\(policy.architecture)")),
      JSONText.Member("operations", .array(operations.map { operation($0.0, $0.1) })),
    ])
  }

  private static func operation(_ source: ProfileOperation, _ policy: OperationPolicy) -> JSONText {
    let calls = FilterCompiler.expansion(source.rules)
    return .object(
      [
        JSONText.Member("name", .string(policy.name)),
        JSONText.Member("summary", .string(policy.summary)),
        JSONText.Member("callers", .strings(policy.callers.map(ShowWords.caller))),
        JSONText.Member("arguments", .array(policy.arguments.map(argument))),
      ] + entrypoint(policy.entrypoint) + [
        JSONText.Member("input", input(policy.input)),
        JSONText.Member("output", .string(policy.output == .none ? "none" : "caller")),
        JSONText.Member("environment", templates(policy.environment.map { ($0.name, $0.value) })),
        JSONText.Member("directory", .string(policy.directory.description)),
        JSONText.Member("user", policy.identity.user.map { .integer(Int64($0)) } ?? .null),
        JSONText.Member("group", policy.identity.group.map { .integer(Int64($0)) } ?? .null),
        JSONText.Member("groups", .array(policy.identity.groups.map { .integer(Int64($0)) })),
        JSONText.Member("capabilities", .strings(policy.capabilities.memberNames)),
        JSONText.Member("network", network(policy.network)),
        JSONText.Member(
          "share", .strings(SharedNamespaces.words.filter { policy.shared.contains($0.namespace) }.map(\.word))),
        JSONText.Member("files", files(policy.files)),
        JSONText.Member("proc", .string(policy.proc == .own ? "own" : "none")),
        JSONText.Member(
          "syscalls",
          .array(
            calls.map { call in
              .object([
                JSONText.Member("call", .string(call.call)),
                JSONText.Member("condition", call.condition.map { .string($0) } ?? .null),
              ])
            })),
        JSONText.Member("limits", limits(policy.limits)),
        JSONText.Member("timeout", .unsigned(policy.timeout)),
        JSONText.Member("success", .array(policy.success.map { .integer(Int64($0)) })),
        JSONText.Member("init", .bool(policy.hasInit)),
        JSONText.Member("missing", policy.missingCommand.map { .string($0.description) } ?? .null),
        JSONText.Member("examples", .array(source.examples.map(example))),
      ])
  }

  private static func argument(_ argument: ArgumentDeclaration) -> JSONText {
    .object([
      JSONText.Member("name", .string(argument.name)),
      JSONText.Member("type", .string(argument.type.word)),
      JSONText.Member("description", .string(ShowWords.type(argument.type))),
      JSONText.Member("optional", .bool(argument.isOptional)),
      JSONText.Member("default", argument.defaultValue.map { .string($0) } ?? .null),
      JSONText.Member("secret", .bool(argument.isSecret)),
    ])
  }

  private static func entrypoint(_ entrypoint: Entrypoint) -> [JSONText.Member] {
    switch entrypoint {
    case .command(let arguments): [JSONText.Member("run", .strings(arguments.map(\.description)))]
    case .function(let name, let helper, let input):
      [
        JSONText.Member("function", .string(name)),
        JSONText.Member("helper", helper.map { .string($0) } ?? .null),
        JSONText.Member("with", templates(input.map { ($0.name, $0.template) })),
      ]
    }
  }

  private static func templates(_ pairs: [(String, Template)]) -> JSONText {
    .object(pairs.map { JSONText.Member($0.0, .string($0.1.description)) })
  }

  private static func input(_ source: InputSource) -> JSONText {
    switch source {
    case .none: "none"
    case .caller: "caller"
    case .text(let text): .object([JSONText.Member("text", .string(text.description))])
    }
  }

  private static func network(_ view: NetworkView) -> JSONText {
    switch view {
    case .named(let template): .object([JSONText.Member("namespace", .string(template.description))])
    default: .string(ShowWords.network(view))
    }
  }

  private static func files(_ files: FileView) -> JSONText {
    .object([
      JSONText.Member(
        "grants",
        .array(
          files.grants.map { grant in
            var members = [
              JSONText.Member("access", .string(grant.access.word)),
              JSONText.Member("path", .string(grant.path.description)),
            ]
            if case .closure(let source, _) = grant.origin {
              members.append(JSONText.Member("source", .string(source)))
            }
            return .object(members)
          })),
      JSONText.Member("links", .object(files.links.map { JSONText.Member($0.path, .string($0.target)) })),
      JSONText.Member("temporary", .object(files.temporary.map { JSONText.Member($0.path, .unsigned($0.size)) })),
      JSONText.Member("propagate", .strings(files.propagate.map(\.description))),
      JSONText.Member("devices", .strings(files.devices.map(\.description))),
    ])
  }

  private static func limits(_ limits: Limits) -> JSONText {
    .object([
      JSONText.Member("memory", .unsigned(limits.memory)),
      JSONText.Member("processes", .unsigned(UInt64(limits.processes))),
      JSONText.Member("open-files", .unsigned(UInt64(limits.openFiles))),
      JSONText.Member("file-size", .unsigned(limits.fileSize)),
      JSONText.Member("cpu-time", .unsigned(limits.cpuTime)),
      JSONText.Member("output", .unsigned(limits.output)),
    ])
  }

  private static func example(_ example: ProfileExample) -> JSONText {
    .object([
      JSONText.Member(
        "arguments",
        .object(
          example.arguments.map { argument in
            switch argument.value {
            case .one(let text): JSONText.Member(argument.name, .string(text))
            case .several(let texts): JSONText.Member(argument.name, .strings(texts))
            }
          })),
      JSONText.Member("input", example.input.map { .string($0) } ?? .null),
      JSONText.Member(example.succeeds ? "succeeds" : "refused", .bool(true)),
    ])
  }
}
