internal import SandboxProfiles

/// The system calls of an operation for people: under the rule that allows them, in lines that fit.
enum ShowCalls {
  /// The lines: each group with its calls in paragraphs, and each call that has a condition on a line of its own.
  ///
  /// A call stands under the first rule that mentions it. What it says is what all rules together come to.
  static func lines(_ rules: [SystemCallRule], width: Int) -> [String] {
    var rest = FilterCompiler.expansion(rules)
    var lines: [String] = []
    func add(_ heading: String, _ mentioned: Set<String>) {
      let here = rest.filter { mentioned.contains($0.call) }
      rest.removeAll { mentioned.contains($0.call) }
      guard !here.isEmpty else { return }
      lines.append("\(heading):")
      let plain = here.filter { $0.condition == nil }.map(\.call)
      lines += wrapped(plain, width: width, first: "  ", following: "  ")
      for call in here {
        guard let condition = call.condition else { continue }
        let words = "\(call.call)(\(condition))".split(separator: " ").map(String.init)
        lines += wrapped(words, width: width, first: "  ", following: "      ")
      }
    }
    let groups = rules.map(\.description).filter { $0.hasPrefix("@") }
    for (rule, name) in zip(rules, rules.map(\.description)) where groups.contains(name) {
      add(name, Set(FilterCompiler.expansion([rule]).map(\.call)))
    }
    add(groups.isEmpty ? "by name" : "besides", Set(rest.map(\.call)))
    return lines
  }

  /// The words in as few lines as hold them; a word that is longer than a line has one for itself.
  private static func wrapped(_ words: [String], width: Int, first: String, following: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words {
      if line.isEmpty {
        line = (lines.isEmpty ? first : following) + word
      } else if line.utf8.count + 1 + word.utf8.count <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = following + word
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
