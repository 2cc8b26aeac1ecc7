import SandboxPolicy
import Testing

/// A value that a type is asked about.
struct TypeCase: Sendable, CustomTestStringConvertible {
  var type: ArgumentType
  var values: [String]
  var testDescription: String { type.word }

  init(_ type: ArgumentType, _ values: [String]) {
    self.type = type
    self.values = values
  }
}

/// Shorthand for calls with arguments.
enum Call {
  static let names = NameTable(
    users: ["root": 0, "nova": 64055, "K": 7, "last": .max], groups: ["root": 0, "disk": 6, "last": .max])

  static func words(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }

  static func validate(_ words: [String], _ declarations: [ArgumentDeclaration]) throws(ArgumentError) -> ArgumentValues
  {
    try ArgumentValidator.validate(Call.words(words), of: declarations, names: names)
  }

  /// The canonical spelling of one value of one type.
  static func value(_ word: [UInt8], _ type: ArgumentType) throws(ArgumentError) -> ArgumentValue? {
    let declaration = ArgumentDeclaration(name: "x", type: type)
    return try ArgumentValidator.validate([Array("--x".utf8), word], of: [declaration], names: names)["x"]?.value
  }

  static func value(_ word: String, _ type: ArgumentType) throws(ArgumentError) -> ArgumentValue? {
    try value(Array(word.utf8), type)
  }

  /// The message with which a value is refused; nothing where it is taken.
  static func refusal(_ word: String, _ type: ArgumentType, isSecret: Bool = false) -> String? {
    let declaration = ArgumentDeclaration(name: "x", type: type, isSecret: isSecret)
    do throws(ArgumentError) {
      _ = try validate(["--x", word], [declaration])
      return nil
    } catch {
      return error.description
    }
  }
}
