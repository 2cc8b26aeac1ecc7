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

  static func duration(_ milliseconds: UInt64) -> String {
    for (unit, factor) in [("h", 3_600_000), ("min", 60_000), ("s", 1000)] as [(String, UInt64)]
    where milliseconds % factor == 0 {
      return "\(milliseconds / factor)\(unit)"
    }
    return "\(milliseconds)ms"
  }

  static func size(_ bytes: UInt64) -> String {
    for (unit, shift) in [("TiB", 40), ("GiB", 30), ("MiB", 20), ("KiB", 10)] as [(String, UInt64)]
    where bytes > 0 && bytes % (1 << shift) == 0 {
      return "\(bytes >> shift)\(unit)"
    }
    return "\(bytes)"
  }
}
