/// Free text.
enum TextType {
  /// At most `max` bytes that the pattern, where there is one, matches as a whole.
  ///
  /// Without a pattern that says otherwise an empty text is refused: in `/srv/{name}` it would stand for all of /srv.
  static func check(_ text: String, max: Int, pattern: Pattern?) throws(ValueError) -> String {
    guard text.utf8.count <= max else { throw ValueError("is too long: at most \(max) bytes are taken") }
    if let pattern {
      guard pattern.matches(text) else { throw ValueError("does not match \(pattern.source)") }
    } else if text.isEmpty {
      throw ValueError("is empty")
    }
    return text
  }
}
