/// What a value of an argument may be; the words of the profile language (`bridge: interface`).
public indirect enum ArgumentType: Equatable, Sendable {
  /// The name of a network interface: 1–15 bytes (`IFNAMSIZ` less its NUL), netdevice(7).
  case interface
  /// A decimal number between two bounds, both included.
  case integer(min: Int64, max: Int64)
  /// One of these words, compared as bytes.
  case oneOf([String])
  /// Text of at most `max` bytes, wholly matched by `pattern` where there is one.
  case text(max: Int, pattern: Pattern?, leadingDash: Bool)
  /// A file, opened beneath a directory.
  case path(PathRule)
  /// An IPv4 or IPv6 address.
  case address
  /// An IPv4 or IPv6 network in CIDR notation, host bits clear.
  case network
  /// An EUI-48 address, six hexadecimal pairs with colons.
  case mac
  /// A TCP or UDP port, 1–65535.
  case port
  /// A host name of RFC 1123.
  case hostname
  /// A UUID of RFC 9562 in its 36-character form.
  case uuid
  /// A size in bytes: a whole number, alone or with KiB, MiB, GiB, TiB.
  case size
  /// A duration: a whole number with ms, s, min or h.
  case duration
  /// A signal by name, without SIG: TERM, HUP, USR1.
  case signal
  /// A user: a number, or a name in /etc/passwd.
  case user
  /// A group: a number, or a name in /etc/group.
  case group
  /// A pid in the host's pid namespace whose executable is this absolute path.
  case process(executable: String)
  /// A switch that is given or not; stands for `text` in templates.
  case flag(text: String)
  /// Up to `max` values of one type.
  case list(of: ArgumentType, max: Int)

  /// The type's word in the profile language.
  public var word: String {
    switch self {
    case .interface: "interface"
    case .integer: "integer"
    case .oneOf: "one-of"
    case .text: "text"
    case .path: "path"
    case .address: "address"
    case .network: "network"
    case .mac: "mac"
    case .port: "port"
    case .hostname: "hostname"
    case .uuid: "uuid"
    case .size: "size"
    case .duration: "duration"
    case .signal: "signal"
    case .user: "user"
    case .group: "group"
    case .process: "process"
    case .flag: "flag"
    case .list: "list"
    }
  }
}

/// What a `path` argument may name.
public struct PathRule: Equatable, Sendable {
  /// The kind of file that is asked for.
  public enum Kind: UInt8, Equatable, Sendable, CaseIterable {
    /// Any kind.
    case any = 0
    /// A regular file.
    case file = 1
    /// A directory.
    case directory = 2
    /// A block device.
    case blockDevice = 3
    /// A Unix socket.
    case socket = 4
  }

  /// Whether the file has to be there already.
  public enum Existence: UInt8, Equatable, Sendable, CaseIterable {
    /// It has to exist.
    case exist = 0
    /// It must not exist; its parent directory has to.
    case notExist = 1
    /// Either; its parent directory has to exist.
    case either = 2
  }

  /// The absolute directory beneath which the value has to lie.
  public var under: String
  /// The kind of file; ignored where the file does not exist.
  public var kind: Kind
  /// Whether the file has to exist.
  public var existence: Existence

  /// What is left of a checked path beneath the rule's directory, without a slash in front.
  public func relative(_ path: String) -> String {
    String(decoding: path.utf8.dropFirst(under.utf8.count).drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
  }

  /// A rule for paths beneath `under`.
  public init(under: String, kind: Kind = .any, existence: Existence = .exist) {
    self.under = under
    self.kind = kind
    self.existence = existence
  }
}

/// One argument of an operation, as its profile declares it.
public struct ArgumentDeclaration: Equatable, Sendable {
  /// The argument's name, `[a-z][a-z0-9-]*`.
  public var name: String
  /// What its value may be.
  public var type: ArgumentType
  /// Whether it may be left out.
  public var isOptional: Bool
  /// The value when it is left out, in the spelling that a caller would use.
  public var defaultValue: String?
  /// Whether the value stays out of plans, logs, audit records and argv.
  public var isSecret: Bool

  /// Declares an argument.
  public init(
    name: String, type: ArgumentType, isOptional: Bool = false, defaultValue: String? = nil, isSecret: Bool = false
  ) {
    self.name = name
    self.type = type
    self.isOptional = isOptional
    self.defaultValue = defaultValue
    self.isSecret = isSecret
  }
}

extension ArgumentDeclaration {
  /// Whether `name` is 1–64 bytes `[a-z][a-z0-9-]*`.
  public static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: "-") else { return false }
    return OperationName.isValid(name) && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
  }
}
