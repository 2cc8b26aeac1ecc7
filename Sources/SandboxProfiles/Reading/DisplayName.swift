internal import SandboxPolicy

/// How a word of a profile stands in a message: bare where it is a plain name, quoted and escaped otherwise.
enum DisplayName {
  static func of(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "@"),
        UInt8(ascii: "/"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    return isPlain && !text.isEmpty && text.utf8.count <= DisplayText.longest ? text : DisplayText.quoted(text)
  }

  /// `; did you mean net_admin?`, or nothing.
  static func suggestion(for word: String, among words: some Sequence<String>) -> String {
    guard let closest = Suggestion.closest(to: word, in: words) else { return "" }
    return "; did you mean \(closest)?"
  }
}
