internal import SandboxPolicy
internal import SandboxProfiles

/// What `check` found out about one profile.
struct Finding {
  /// The profile's name, or the file as the user named it.
  private(set) var name: String
  /// How many operations it has; nothing where something is wrong with it.
  private(set) var operations: Int?
  /// Why sandbox-run would not use it, whatever it says.
  private(set) var distrust: String?
  /// Why it could not be had at all.
  private(set) var failure: ProfileDirectory.Failure?
  /// What is wrong in it.
  private(set) var diagnostics: [Diagnostic] = []

  /// A file that is no profile.
  init(stray: Diagnostic) {
    name = stray.file
    diagnostics = [stray]
  }

  /// Reads and compiles a profile of a directory, or one in a file of its own.
  ///
  /// A file of its own is an author's working copy: who could write it is nobody's business yet.
  init(_ name: String, in directory: ProfileDirectory) {
    self.name = name
    let isFile = name.hasSuffix(".yaml")
    if !isFile { distrust = directory.distrust(of: name) }
    do throws(ProfileDirectory.Failure) {
      let profile = try isFile ? ProfileDirectory.read(file: name) : directory.read(name)
      self.name = profile.name
      do throws(ProfileErrors) {
        _ = try ProfileCompiler.compile(profile, missingCommands: .refused)
      } catch {
        throw .wrong(error)
      }
      if distrust == nil { operations = profile.operations.count }
    } catch {
      if case .wrong(let errors) = error { diagnostics = errors.diagnostics } else { failure = error }
    }
  }

  /// One line for a profile that is in order.
  var summary: String? {
    operations.map { "\(name): \($0) \($0 == 1 ? "operation" : "operations")" }
  }

  /// The finding for programs, as sandbox-profile(1) describes it.
  var json: JSONText {
    let general = [distrust, failure?.description].compactMap { $0 }
    let all = general.map { Diagnostic(file: name, position: nil, message: $0) } + diagnostics
    return .object([
      JSONText.Member("name", .string(name)),
      JSONText.Member("operations", operations.map { .integer(Int64($0)) } ?? .null),
      JSONText.Member("diagnostics", .array(all.map(Self.json))),
    ])
  }

  private static func json(_ diagnostic: Diagnostic) -> JSONText {
    .object([
      JSONText.Member("file", .string(diagnostic.file)),
      JSONText.Member("line", diagnostic.position.map { .integer(Int64($0.line)) } ?? .null),
      JSONText.Member("column", diagnostic.position.map { .integer(Int64($0.column)) } ?? .null),
      JSONText.Member("message", .string(diagnostic.message)),
    ])
  }
}
