/// A regular expression that matches a whole value in linear time.
///
/// It knows literals, `.`, classes (`[a-z]`, `[^/]`), `\d \w \s`, escaped punctuation, groups, `|`, `*`, `+`, `?`,
/// `{m}`, `{m,}` and `{m,n}`. It has neither anchors, since it always matches the whole value, nor anything that would
/// need backtracking. It compares Unicode scalars one by one, so two spellings of one character stay two.
public struct Pattern: Equatable, Sendable {
  /// The pattern as the profile writes it.
  public let source: String

  let program: PatternProgram

  /// The longest source in bytes.
  public static let longest = 512
  /// The most states that a pattern may come to after its repetitions are written out.
  public static let mostStates = 4096

  /// Compiles a pattern.
  public init(_ source: String) throws(PatternError) {
    guard source.utf8.count <= Self.longest else {
      throw PatternError(offset: Self.longest, message: "a pattern has at most \(Self.longest) bytes")
    }
    var parser = PatternParser(source)
    let tree = try parser.parse()
    guard tree.size <= Self.mostStates else {
      let message = "the repetitions come to more than \(Self.mostStates) states"
      throw PatternError(offset: 0, message: message)
    }
    self.source = source
    program = PatternProgram(tree)
  }

  /// Whether the whole of `text` is what the pattern describes.
  public func matches(_ text: String) -> Bool { program.run(text).matched }

  /// Whether both are the same bytes.
  public static func == (left: Pattern, right: Pattern) -> Bool { left.source.utf8.elementsEqual(right.source.utf8) }
}

/// Why a text is not a pattern.
public struct PatternError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Where in the text, in bytes from its beginning.
  public var offset: Int
  /// What is wrong there.
  public var message: String

  /// An error at a place.
  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }

  /// The message; the place is for whoever can point at it.
  public var description: String { message }
}
