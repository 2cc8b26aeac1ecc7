internal import SandboxPolicy

/// Reads profiles: bytes to ``Profile``, or everything that is wrong with them.
public enum ProfileReader {
  /// The most operations of one profile.
  public static let mostOperations = 128

  /// Reads and checks one profile.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - name: The profile's name.
  ///   - file: The file as the user named it, for messages.
  ///   - users: Who is known on this host.
  public static func read(
    _ bytes: [UInt8], name: String, file: String, users: UserDatabase = .host
  ) throws(ProfileErrors) -> Profile {
    guard OperationName.isValid(name) else {
      let message = "\(DisplayName.of(name)) is not the name of a profile: \(nameRule)"
      throw ProfileErrors([Diagnostic(file: file, position: nil, message: message)])
    }
    let source: SourceText
    do {
      source = try SourceText(bytes, file: file)
    } catch {
      throw ProfileErrors([error])
    }
    let scan = YAMLScan(source, file: file)
    guard scan.diagnostics.isEmpty else { throw ProfileErrors(scan.diagnostics) }
    let tree: SyntaxNode
    do {
      tree = try SyntaxNode(composing: source.text, file: file)
    } catch {
      throw ProfileErrors([error])
    }
    let context = ReadContext(file: file, source: source, users: users)
    let profile = context.readProfile(tree, name: name)
    guard context.diagnostics.isEmpty else { throw ProfileErrors(context.diagnostics) }
    return profile
  }

  static let nameRule = "1 to 64 of a-z, 0-9 and -, not beginning with -"
}

extension ReadContext {
  fileprivate func readProfile(_ tree: SyntaxNode, name: String) -> Profile {
    var profile = Profile(name: name, summary: "", file: file, namesUsers: false, operations: [])
    guard let keys = keys(tree, "a profile", known: ["summary", "operations"]) else { return profile }
    profile.summary = readSummary(keys["summary"], of: "a profile", at: tree.position)
    guard let operations = keys["operations"] else {
      report(tree.position, "operations is missing")
      return profile
    }
    guard let entries = map(operations.value, "operations") else { return profile }
    if entries.isEmpty { report(operations.position, "operations is empty") }
    if entries.count > ProfileReader.mostOperations {
      report(operations.position, "more than \(ProfileReader.mostOperations) operations")
    }
    for entry in entries.prefix(ProfileReader.mostOperations) {
      if OperationName.isValid(entry.key) {
        profile.operations.append(readOperation(entry))
      } else {
        let name = DisplayName.of(entry.key)
        report(entry.position, "\(name) is not the name of an operation: \(ProfileReader.nameRule)")
      }
    }
    profile.namesUsers = namesUsers
    return profile
  }

  func readSummary(_ entry: SyntaxEntry?, of owner: String, at position: SourcePosition) -> String {
    guard let entry else {
      report(position, "summary is missing")
      return ""
    }
    guard let text = text(entry.value, "summary") else { return "" }
    if text.isEmpty || text.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) {
      report(entry.value.position, "summary is empty")
    } else if text.utf8.count > 200 || text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      report(entry.value.position, "summary has to be one line of at most 200 bytes")
    }
    return text
  }
}
