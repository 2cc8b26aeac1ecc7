/// Which words of a call belong to which argument; no value is looked at here.
struct ArgumentAssignment {
  /// What was given for one argument.
  enum Given: Equatable {
    case nothing
    case flag
    case values([[UInt8]])
  }

  private let declarations: [ArgumentDeclaration]
  /// What was given, in declared order.
  private(set) var given: [Given]
  /// Lists that have got their words by position, and so get none by name.
  private var positional: Set<Int> = []

  private static let dash = UInt8(ascii: "-")

  init(_ declarations: [ArgumentDeclaration]) {
    self.declarations = declarations
    given = Array(repeating: .nothing, count: declarations.count)
  }

  /// Takes all the words of a call.
  mutating func take(_ words: [[UInt8]]) throws(ArgumentError) {
    guard words.count <= ArgumentValidator.mostWords else { throw .tooManyWords(count: words.count) }
    let bytes = words.reduce(0) { $0 + $1.count }
    guard bytes <= ArgumentValidator.longestTogether else { throw .tooLong(bytes: bytes) }
    var rest = words[...]
    var namesAreOver = false
    while let word = rest.popFirst() {
      if namesAreOver || !word.starts(with: [Self.dash, Self.dash]) {
        try takePositional(word)
      } else if word.count == 2 {
        namesAreOver = true
      } else {
        try takeNamed(word.dropFirst(2), &rest)
      }
    }
  }

  private mutating func takeNamed(
    _ word: ArraySlice<UInt8>, _ rest: inout ArraySlice<[UInt8]>
  ) throws(ArgumentError) {
    let end = word.firstIndex(of: UInt8(ascii: "="))
    let name = word[..<(end ?? word.endIndex)]
    guard let index = declarations.firstIndex(where: { $0.name.utf8.elementsEqual(name) }) else {
      let suggestion = suggestion(for: name)
      throw .unknown(name: hasSecret && suggestion == nil ? nil : Array(name), suggestion: suggestion)
    }
    let declaration = declarations[index]
    let attached = end.map { Array(word[word.index(after: $0)...]) }
    if case .flag = declaration.type {
      guard attached == nil else { throw .flagWithValue(argument: declaration.name) }
      guard given[index] == .nothing else { throw .repeated(argument: declaration.name) }
      given[index] = .flag
      return
    }
    guard let value = attached ?? rest.popFirst() else { throw .withoutValue(argument: declaration.name) }
    switch given[index] {
    case .nothing: given[index] = .values([value])
    case .values(let values) where declaration.type.isList && !positional.contains(index):
      given[index] = .values(values + [value])
    case .values, .flag: throw .repeated(argument: declaration.name)
    }
  }

  private mutating func takePositional(_ word: [UInt8]) throws(ArgumentError) {
    let places = declarations.indices.filter { index in
      if case .flag = declarations[index].type { false } else { true }
    }
    if let index = places.first(where: { given[$0] == .nothing }) {
      given[index] = .values([word])
      positional.insert(index)
      return
    }
    guard let last = places.last, declarations[last].type.isList, positional.contains(last),
      case .values(let values) = given[last]
    else {
      throw .surplus(word: hasSecret ? nil : word)
    }
    given[last] = .values(values + [word])
  }

  private var hasSecret: Bool { declarations.contains { $0.isSecret } }

  private func suggestion(for name: ArraySlice<UInt8>) -> String? {
    guard let text = UTF8Scalar.text(Array(name)) else { return nil }
    return Suggestion.closest(to: text, in: declarations.map(\.name))
  }
}

extension ArgumentType {
  /// Whether several values make one argument.
  var isList: Bool { if case .list = self { true } else { false } }
}
