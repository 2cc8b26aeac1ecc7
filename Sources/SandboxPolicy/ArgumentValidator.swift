/// Turns what a caller gave into ``ArgumentValues``.
public enum ArgumentValidator {
  /// The most bytes of one value.
  public static let longestValue = 4096
  /// The most bytes of all words together.
  public static let longestTogether = 65536
  /// The most words.
  public static let mostWords = 1024

  /// The checked arguments of one call.
  ///
  /// `words` is everything after the operation's name, byte for byte. Read from left to right, a word is `--NAME
  /// VALUE`, `--NAME=VALUE`, `--NAME` for a flag, or the value of the first argument that has none yet; flags are never
  /// given by position. A list takes one word by position, the last argument of all, where it is a list, every word
  /// that is left; by name a list is given once for each item. After `--` no word is a name.
  public static func validate(
    _ words: [[UInt8]], of declarations: [ArgumentDeclaration], names: NameTable
  ) throws(ArgumentError) -> ArgumentValues {
    var assignment = ArgumentAssignment(declarations)
    try assignment.take(words)
    var entries: [ArgumentValues.Entry] = []
    entries.reserveCapacity(declarations.count)
    for (index, declaration) in declarations.enumerated() {
      let value = try value(of: declaration, given: assignment.given[index], names: names)
      entries.append(ArgumentValues.Entry(declaration: declaration, value: value))
    }
    return ArgumentValues(entries: entries)
  }

  /// Checks a declaration's default as if a caller had given it; a list's default is its one item.
  public static func validateDefault(
    of declaration: ArgumentDeclaration, names: NameTable
  ) throws(ArgumentError) {
    guard let text = declaration.defaultValue else { return }
    _ = try value(of: declaration, given: .values([Array(text.utf8)]), names: names)
  }

  /// Whether checking these arguments needs the names of users and groups; reading them costs two files.
  public static func needsNames(_ declarations: [ArgumentDeclaration]) -> Bool {
    declarations.contains { needsNames($0.type) }
  }

  private static func needsNames(_ type: ArgumentType) -> Bool {
    switch type {
    case .user, .group: true
    case .list(of: let item, max: _): needsNames(item)
    default: false
    }
  }

  private static func value(
    of declaration: ArgumentDeclaration, given: ArgumentAssignment.Given, names: NameTable
  ) throws(ArgumentError) -> ArgumentValue {
    let words: [[UInt8]]
    switch (declaration.type, given) {
    case (.flag(let text), .flag): return .flag(text)
    case (.flag, _): return .absent
    case (_, .values(let values)): words = values
    case (_, .nothing), (_, .flag):
      guard let text = declaration.defaultValue else {
        guard declaration.isOptional else {
          throw .missing(argument: declaration.name, expected: declaration.type.expectation)
        }
        return .absent
      }
      words = [Array(text.utf8)]
    }
    guard case .list(of: let type, let max) = declaration.type else {
      guard words.count == 1 else { throw .repeated(argument: declaration.name) }
      return .text(try checked(words[0], as: declaration.type, of: declaration, names: names))
    }
    guard words.count <= max else { throw .tooManyItems(argument: declaration.name, most: max) }
    var items: [String] = []
    for word in words { items.append(try checked(word, as: type, of: declaration, names: names)) }
    return .list(items)
  }

  private static func checked(
    _ word: [UInt8], as type: ArgumentType, of declaration: ArgumentDeclaration, names: NameTable
  ) throws(ArgumentError) -> String {
    do throws(ValueError) {
      return try type.check(word, names: names)
    } catch {
      let suggestion = declaration.isSecret ? nil : error.suggestion
      throw .invalid(
        argument: declaration.name, value: declaration.isSecret ? nil : word,
        reason: error.reason + (suggestion.map { "; did you mean \($0)?" } ?? ""))
    }
  }
}
