/// Why a call's arguments were refused.
public enum ArgumentError: Error, Equatable, Sendable {
  /// There are more words than any call may have.
  case tooManyWords(count: Int)
  /// The words are longer, all together, than those of any call may be.
  case tooLong(bytes: Int)
  /// `--NAME` where the operation has no argument of this name; not kept where it may be a misplaced secret.
  case unknown(name: [UInt8]?, suggestion: String?)
  /// A word too many, after every argument had its value; not kept where it may be a misplaced secret.
  case surplus(word: [UInt8]?)
  /// An argument was given more than once.
  case repeated(argument: String)
  /// `--NAME` with nothing after it.
  case withoutValue(argument: String)
  /// `--NAME=…` for a flag.
  case flagWithValue(argument: String)
  /// An argument that is neither optional nor has a default was left out.
  case missing(argument: String, expected: String)
  /// More values for a list than it may hold.
  case tooManyItems(argument: String, most: Int)
  /// A value that is not of its type; no value is kept of a secret argument.
  case invalid(argument: String, value: [UInt8]?, reason: String)
}

extension ArgumentError: CustomStringConvertible {
  /// One line without the operation's name: `argument bridge: "../x" is not an interface name`.
  public var description: String {
    switch self {
    case .tooManyWords(let count): "there are \(count) words, at most \(ArgumentValidator.mostWords) are taken"
    case .tooLong(let bytes):
      "the arguments have \(bytes) bytes together, at most \(ArgumentValidator.longestTogether) are taken"
    case .unknown(let name, let suggestion):
      "there is no argument \(name.map(DisplayText.quoted) ?? "of one of these names")"
        + (suggestion.map { "; did you mean --\($0)?" } ?? "")
    case .surplus(let word): "\(word.map(DisplayText.quoted) ?? "there") is one word too many"
    case .repeated(let argument): "argument \(argument): it is given twice"
    case .withoutValue(let argument): "argument \(argument): --\(argument) has no value after it"
    case .flagWithValue(let argument): "argument \(argument): it is a flag, --\(argument) takes no value"
    case .missing(let argument, let expected): "argument \(argument): it is missing; wanted is \(expected)"
    case .tooManyItems(let argument, let most): "argument \(argument): it has more than \(most) values"
    case .invalid(let argument, let value, let reason):
      "argument \(argument): \(value.map(DisplayText.quoted) ?? "the value") \(reason)"
    }
  }
}

/// Why a value is not of a type; completes a sentence that begins with the value and never repeats it.
struct ValueError: Error, Equatable {
  /// "is not an interface name".
  var reason: String
  /// What was probably meant; too close to the value to be shown of a secret.
  var suggestion: String?

  init(_ reason: String, suggestion: String? = nil) {
    self.reason = reason
    self.suggestion = suggestion
  }
}
