internal import Synchronization

/// A named list of system calls; data, with a reason for each member.
public struct SystemCallGroup: Equatable, Sendable {
  /// One member of a group.
  public struct Member: Equatable, Sendable {
    /// A call, a call under conditions, or another group.
    public var rule: String
    /// Why it is in the group.
    public var reason: String
  }

  /// The group's name with its `@`.
  public var name: String
  /// One line of description.
  public var summary: String
  /// The members in the order of the table.
  public var members: [Member]
}

/// The groups that a profile can name.
public enum SystemCallGroups {
  /// All groups, the general ones first.
  public static let all: [SystemCallGroup] = [
    baselineText, fileText, networkText, processText, privilegedText,
  ].flatMap(parse)

  /// The group of this name, `@` included.
  public static func named(_ name: String) -> SystemCallGroup? { byName[name] }

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The rules of a group, read when they are asked for first.
  ///
  /// A member that can't be read is left out, which allows less; a test proves that there is none.
  static func rules(of name: String) -> [SystemCallRule] {
    read.withLock { read in
      if let rules = read[name] { return rules }
      let rules = named(name)?.members.compactMap { try? SystemCallRule(parsing: $0.rule) } ?? []
      read[name] = rules
      return rules
    }
  }

  private static let read = Mutex<[String: [SystemCallRule]]>([:])

  /// Reads `@name: summary`, followed by lines of a rule, two or more spaces, and a reason.
  private static func parse(_ text: String) -> [SystemCallGroup] {
    var groups: [SystemCallGroup] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      let isHeading = line.first == UInt8(ascii: "@") && line.contains(UInt8(ascii: ":"))
      guard let gap = isHeading ? line.firstIndex(of: UInt8(ascii: ":")) : firstGap(in: line) else { continue }
      let left = String(decoding: line[..<gap], as: UTF8.self)
      let right = String(
        decoding: line[gap...].drop { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: " ") }, as: UTF8.self)
      if isHeading {
        groups.append(SystemCallGroup(name: left, summary: right, members: []))
      } else if !groups.isEmpty {
        groups[groups.count - 1].members.append(.init(rule: left, reason: right))
      }
    }
    return groups
  }

  private static func firstGap(in line: Substring.UTF8View) -> Substring.UTF8View.Index? {
    var previous: Substring.UTF8View.Index?
    for index in line.indices {
      guard line[index] == UInt8(ascii: " ") else {
        previous = nil
        continue
      }
      if let previous { return previous }
      previous = index
    }
    return nil
  }
}
