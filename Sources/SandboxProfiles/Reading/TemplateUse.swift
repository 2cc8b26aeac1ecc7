internal import SandboxPolicy

/// Where in an operation a template stands; what an argument may do there depends on it.
enum TemplatePlace: Equatable {
  case command
  case run
  case with
  case input
  case environment(String)
  case directory
  case network
  case read
  case write
  case execute
  case propagate
  case device

  /// The key, for messages.
  var words: String {
    switch self {
    case .command, .run: "run"
    case .with: "with"
    case .input: "input"
    case .environment(let name): "environment \(name)"
    case .directory: "directory"
    case .network: "network"
    case .read: "files.read"
    case .write: "files.write"
    case .execute: "files.execute"
    case .propagate: "files.propagate"
    case .device: "files.devices"
    }
  }

  /// Whether the text is an absolute path.
  var isPath: Bool {
    switch self {
    case .command, .directory, .network, .read, .write, .execute, .propagate: true
    case .run, .with, .input, .environment, .device: false
    }
  }

  /// Whether the place makes the file exist inside.
  var isGrant: Bool {
    switch self {
    case .read, .write, .execute, .propagate: true
    default: false
    }
  }

  /// Whether one list argument may stand for several elements.
  var takesLists: Bool {
    switch self {
    case .run, .with, .read, .write, .execute: true
    default: false
    }
  }

  /// Whether the element is left out where an argument is absent; an input that is left out is empty.
  var isOptional: Bool {
    switch self {
    case .run, .with, .input, .environment, .read, .write, .execute, .propagate, .device: true
    case .command, .directory, .network: false
    }
  }

  /// Whether a secret may stand there: where neither a process title nor a plan shows it.
  var takesSecrets: Bool { self == .input || self == .with }
}

/// A template with its place.
struct TemplateUse {
  var template: Template
  var place: TemplatePlace
  var node: SyntaxNode
}
