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
    case .path(let rule): path(rule)
    case .process(let executable): "process that runs \(executable)"
    case .flag(let text): "flag, stands for \(text)"
    case .list(let item, let max): "list of at most \(max): \(self.type(item))"
    default: type.word
    }
  }

  /// What a path may name, as a sentence would say it: "an existing regular file beneath /srv".
  static func path(_ rule: PathRule) -> String {
    switch (rule.existence, rule.kind) {
    case (.exist, .any): "an existing file of any kind beneath \(rule.under)"
    case (.exist, let kind): "an existing \(self.kind(kind)) beneath \(rule.under)"
    // The kind of what is not there is nobody's concern.
    case (.notExist, _): "a path beneath \(rule.under) where nothing exists yet"
    case (.either, .any): "a path beneath \(rule.under), existing or not"
    case (.either, let kind): "a \(self.kind(kind)) beneath \(rule.under), existing or not"
    }
  }

  private static func kind(_ kind: PathRule.Kind) -> String {
    switch kind {
    case .any: "file"
    case .file: "regular file"
    case .directory: "directory"
    case .blockDevice: "block device"
    case .socket: "socket"
    }
  }
}
