import SandboxPolicy

/// What the command line asks for, checked as far as it can be without any file.
struct Invocation {
  /// What is to be done with the call.
  enum Mode: Equatable {
    case run
    case showPlan(json: Bool)
  }

  var mode: Mode
  var outcomeDescriptor: Int32?
  var profiles: String?
  var policies: String?
  var audit: String?
  /// PROFILE and OPERATION, not judged yet.
  var profileWord: [UInt8]
  var operationWord: [UInt8]
  /// The operation's words, as the kernel gave them.
  var words: [[UInt8]]

  /// What the command line comes to.
  enum Parsed {
    case call(Invocation)
    case help
    case version
  }

  /// Options stand before PROFILE; what follows OPERATION is the operation's.
  static func parse(_ arguments: [[UInt8]]) throws(InvocationError) -> Parsed {
    var rest = arguments[...]
    var given = GivenOptions()
    while let word = rest.first, word.first == UInt8(ascii: "-") {
      rest = rest.dropFirst()
      if word.elementsEqual("--".utf8) { break }
      let (option, inlineValue) = try Option.parse(word)
      guard given[option] == nil else { throw InvocationError("\(option.rawValue) is given twice") }
      guard option.takesValue else {
        guard inlineValue == nil else { throw InvocationError("\(option.rawValue) takes no value") }
        given[option] = ""
        continue
      }
      guard let bytes = inlineValue ?? rest.popFirst(), !bytes.isEmpty else {
        throw InvocationError("\(option.rawValue) needs a value")
      }
      guard let value = String(validating: bytes, as: UTF8.self), !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F })
      else { throw InvocationError("the value of \(option.rawValue) is not UTF-8, or has control characters in it") }
      given[option] = value
    }
    if given[.help] != nil { return .help }
    if given[.version] != nil { return .version }
    guard given[.json] == nil || given[.plan] != nil else {
      throw InvocationError("--json goes with --plan; for the outcome as JSON use --outcome-fd")
    }
    guard let profile = rest.popFirst(), let operation = rest.popFirst() else {
      throw InvocationError("a PROFILE and an OPERATION are needed")
    }
    return .call(
      Invocation(
        mode: given[.plan] == nil ? .run : .showPlan(json: given[.json] != nil),
        outcomeDescriptor: try given[.outcome].map { (text) throws(InvocationError) in try descriptor(text) },
        profiles: try directory(given, .profiles), policies: try directory(given, .policies), audit: given[.audit],
        profileWord: profile, operationWord: operation, words: Array(rest)))
  }

  /// The names, where they can be some.
  func operation() throws(InvocationError) -> OperationName {
    OperationName(
      profile: try Self.checkedName(profileWord, "a profile"),
      operation: try Self.checkedName(operationWord, "an operation"))
  }

  /// PROFILE/OPERATION as far as it can be shown.
  var shownName: String {
    guard let name = try? operation() else {
      return "\(DisplayText.quoted(profileWord))/\(DisplayText.quoted(operationWord))"
    }
    return name.description
  }

  private static func checkedName(_ bytes: [UInt8], _ kind: String) throws(InvocationError) -> String {
    guard let name = String(validating: bytes, as: UTF8.self), OperationName.isValid(name) else {
      let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      let isBoth =
        parts.count == 2
        && parts.allSatisfy { part in
          String(validating: part, as: UTF8.self).map(OperationName.isValid) ?? false
        }
      throw InvocationError(
        "\(DisplayText.quoted(bytes)) is not the name of \(kind): "
          + (isBoth ? "write profile and operation as two words" : "1 to 64 of a-z, 0-9 and -"))
    }
    return name
  }

  private static func directory(_ given: GivenOptions, _ option: Option) throws(InvocationError) -> String? {
    guard let path = given[option] else { return nil }
    guard path.utf8.first == UInt8(ascii: "/") else {
      throw InvocationError("\(option.rawValue) needs an absolute path, not \(DisplayText.quoted(path))")
    }
    return path
  }

  private static func descriptor(_ text: String) throws(InvocationError) -> Int32 {
    guard let number = Int32(text), number > 2, String(number) == text else {
      throw InvocationError("--outcome-fd needs the number of a descriptor above 2, not \(DisplayText.quoted(text))")
    }
    return number
  }
}

/// The options that were given, with their values; a place for each instead of a dictionary, whose metadata would be
/// made anew in every launcher.
struct GivenOptions {
  private var plan, json, outcome, profiles, policies, audit, help, version: String?

  subscript(option: Option) -> String? {
    get {
      switch option {
      case .plan: plan
      case .json: json
      case .outcome: outcome
      case .profiles: profiles
      case .policies: policies
      case .audit: audit
      case .help: help
      case .version: version
      }
    }
    set {
      switch option {
      case .plan: plan = newValue
      case .json: json = newValue
      case .outcome: outcome = newValue
      case .profiles: profiles = newValue
      case .policies: policies = newValue
      case .audit: audit = newValue
      case .help: help = newValue
      case .version: version = newValue
      }
    }
  }
}

/// An option of the launcher.
enum Option: String, CaseIterable {
  case plan = "--plan"
  case json = "--json"
  case outcome = "--outcome-fd"
  case profiles = "--profiles"
  case policies = "--policies"
  case audit = "--audit"
  case help = "--help"
  case version = "--version"

  var takesValue: Bool {
    switch self {
    case .plan, .json, .help, .version: false
    case .outcome, .profiles, .policies, .audit: true
    }
  }

  /// By its whole name only: an abbreviation may mean something else tomorrow.
  static func parse(_ word: [UInt8]) throws(InvocationError) -> (Option, [UInt8]?) {
    let parts = word.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first ?? []
    if let option = allCases.first(where: { name.elementsEqual($0.rawValue.utf8) }) {
      return (option, parts.count > 1 ? Array(parts[1]) : nil)
    }
    let text = String(decoding: name, as: UTF8.self)
    let near = Suggestion.closest(to: text, in: allCases.map(\.rawValue))
    throw InvocationError(
      "unknown option \(DisplayText.quoted(Array(name)))"
        + (near.map { "; did you mean \($0)?" } ?? ""))
  }
}

/// A command line that can't be followed.
struct InvocationError: Error, Equatable {
  let text: String

  init(_ text: String) { self.text = text }
}
