internal import SandboxPolicy
internal import SandboxProfiles

/// How values of a policy are written for people and programs alike: as a profile would write them.
enum ShowWords {
  static func caller(_ rule: CallerRule) -> String {
    switch rule {
    case .any: "any"
    case .user(let uid): "uid:\(uid)"
    case .group(let gid): "gid:\(gid)"
    }
  }

  static func network(_ view: NetworkView) -> String {
    switch view {
    case .none: "none"
    case .loopback: "loopback"
    case .host: "host"
    case .named(let template): "namespace \(template)"
    }
  }

  static func type(_ type: ArgumentType) -> String {
    switch type {
    case .integer(let min, let max): "integer \(min) to \(max)"
    case .oneOf(let words): "one of \(words.joined(separator: ", "))"
    case .text(let max, let pattern, _):
      "text of at most \(max) bytes" + (pattern.map { " that matches \($0.source)" } ?? "")
    case .path(let rule): "path beneath \(rule.under), \(kind(rule.kind)), \(existence(rule.existence))"
    case .process(let executable): "process that runs \(executable)"
    case .flag(let text): "flag, stands for \(text)"
    case .list(let item, let max): "list of at most \(max): \(self.type(item))"
    default: type.word
    }
  }

  static func kind(_ kind: PathRule.Kind) -> String {
    switch kind {
    case .any: "any"
    case .file: "file"
    case .directory: "directory"
    case .blockDevice: "block-device"
    case .socket: "socket"
    }
  }

  static func existence(_ existence: PathRule.Existence) -> String {
    switch existence {
    case .exist: "exist"
    case .notExist: "not-exist"
    case .either: "either"
    }
  }
}
