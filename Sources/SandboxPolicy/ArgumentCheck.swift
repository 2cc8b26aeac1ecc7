extension ArgumentType {
  /// The canonical spelling of `word`, where it is a value of this type.
  func check(_ word: [UInt8], names: NameTable) throws(ValueError) -> String {
    let text = try Self.plainText(word)
    if word.first == UInt8(ascii: "-"), !mayBeginWithDash {
      throw ValueError("begins with a dash and would be taken for an option; it has to be \(expectation)")
    }
    switch self {
    case .interface: return try NameTypes.interface(word)
    case .integer(let min, let max): return try NumberTypes.integer(word, min: min, max: max)
    case .oneOf(let words): return try NameTypes.oneOf(word, words)
    case .text(let max, let pattern, _): return try TextType.check(text, max: max, pattern: pattern)
    case .path(let rule): return try PathType.check(word, rule)
    case .address: return try AddressTypes.address(word)
    case .network: return try AddressTypes.network(word)
    case .mac: return try AddressTypes.mac(word)
    case .port: return try NumberTypes.port(word)
    case .hostname: return try NameTypes.hostname(word)
    case .uuid: return try NameTypes.uuid(word)
    case .size: return try NumberTypes.size(word)
    case .duration: return try NumberTypes.duration(word)
    case .signal: return try NameTypes.signal(word)
    case .user: return try AccountTypes.user(word, names)
    case .group: return try AccountTypes.group(word, names)
    case .process: return try NumberTypes.process(word)
    case .flag: throw ValueError("is a value, and a flag has none")
    case .list: throw ValueError("is a value for a list of lists, which there is not")
    }
  }

  /// What every value has to be: bounded, UTF-8, without control characters.
  private static func plainText(_ word: [UInt8]) throws(ValueError) -> String {
    guard word.count <= ArgumentValidator.longestValue else {
      throw ValueError("has \(word.count) bytes, at most \(ArgumentValidator.longestValue) are taken")
    }
    guard let text = UTF8Scalar.text(word) else { throw ValueError("is not UTF-8") }
    let hasControl = text.unicodeScalars.contains { scalar in
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
    guard !hasControl else { throw ValueError("holds a control character") }
    return text
  }

  /// A negative number and a declared word are what the type says; any other dash in front is somebody's option.
  private var mayBeginWithDash: Bool {
    switch self {
    case .text(_, _, let leadingDash): leadingDash
    case .integer(let min, _): min < 0
    case .oneOf(let words): words.contains { $0.utf8.first == UInt8(ascii: "-") }
    default: false
    }
  }

  /// What a value of this type is, for messages: "an interface name".
  public var expectation: String {
    switch self {
    case .interface: "an interface name"
    case .integer(let min, let max): "a whole number from \(min) to \(max)"
    case .oneOf(let words):
      "one of \(words.prefix(16).joined(separator: ", "))" + (words.count > 16 ? " and \(words.count - 16) more" : "")
    case .text(let max, let pattern, _):
      "text of at most \(max) bytes" + (pattern.map { " that matches \($0.source)" } ?? "")
    case .path(let rule): "an absolute path beneath \(rule.under)"
    case .address: "an IPv4 or IPv6 address"
    case .network: "a network such as 192.0.2.0/24 or 2001:db8::/32"
    case .mac: "a hardware address such as 02:00:5e:10:00:01"
    case .port: "a port from 1 to 65535"
    case .hostname: "a host name"
    case .uuid: "a UUID of 36 characters"
    case .size: "a size such as 512 or 16MiB"
    case .duration: "a duration such as 500ms, 2s, 5min or 1h"
    case .signal: "a signal such as TERM"
    case .user: "the name or number of a user"
    case .group: "the name or number of a group"
    case .process: "the number of a process"
    case .flag: "a flag"
    case .list(of: let item, let max): "a list of up to \(max) values, each \(item.expectation)"
    }
  }
}
