/// One element of `syscalls:` — a call, a call under conditions, or a group of calls.
///
/// `openat`, `socket(domain == AF_NETLINK && type & SOCK_RAW)`, `@file-read`.
public struct SystemCallRule: Equatable, Sendable {
  /// What the element names.
  enum Subject: Equatable, Sendable {
    /// A group, by its name with the `@`.
    case group(String)
    /// A call, allowed when all of the conditions hold.
    case call(String, [ArgumentCondition])
  }

  /// What the element names.
  let subject: Subject

  /// Reads one element; what it returns has no name in it that would have to be looked up later.
  public init(parsing text: String) throws(SystemCallRuleError) {
    var parser = SystemCallRuleParser(text)
    subject = try parser.parse()
  }
}

extension SystemCallRule: CustomStringConvertible {
  /// The element with one space where there may be several.
  public var description: String {
    switch subject {
    case .group(let name): name
    case .call(let name, let conditions):
      conditions.isEmpty ? name : "\(name)(\(ArgumentCondition.text(of: conditions)))"
    }
  }
}

/// Why an element of `syscalls:` cannot be used.
public struct SystemCallRuleError: Error, Equatable, Sendable {
  /// Where in the element, in bytes.
  public var offset: Int
  /// What is wrong, without a full stop.
  public var message: String
  /// A name that the author may have meant.
  public var suggestion: String?

  init(at offset: Int, _ message: String, suggestion: String? = nil) {
    self.offset = offset
    self.message = message
    self.suggestion = suggestion
  }
}

extension SystemCallRuleError: CustomStringConvertible {
  /// `unknown system call opennat; did you mean openat?`
  public var description: String {
    guard let suggestion else { return message }
    return "\(message); did you mean \(suggestion)?"
  }
}
