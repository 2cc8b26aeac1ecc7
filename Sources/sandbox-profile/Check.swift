internal import ArgumentParser
internal import SandboxPolicy
internal import SandboxProfiles

/// `sandbox-profile check`: reads and compiles profiles, and reports every error with its place.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Report every error in profiles, with file, line and column.",
    discussion: """
      Examples:
        sandbox-profile check                     all profiles of the directory
        sandbox-profile check bridge link         two of them
        sandbox-profile check ./bridge.yaml       a file anywhere
      """)

  @OptionGroup var directories: DirectoryOptions
  @Flag(help: "Print the result as JSON.")
  var json = false
  @Argument(help: "Profiles by name, or files that end in .yaml; by default all.")
  var profiles: [String] = []

  func run() throws {
    var console = Console()
    let directory = directories.directory()
    var results: [JSONText] = []
    var wanted = profiles
    if wanted.isEmpty {
      do throws(ProfileDirectory.Failure) {
        wanted = try directory.names()
        let strays = try directory.strays()
        console.report(strays)
        results += strays.map { Self.json($0.file, operations: nil, [$0]) }
        if wanted.isEmpty, strays.isEmpty { console.fail("there are no profiles in \(directories.profiles)") }
      } catch {
        console.report(error)
      }
    }
    for name in wanted {
      do throws(ProfileDirectory.Failure) {
        let profile = try name.hasSuffix(".yaml") ? ProfileDirectory.read(file: name) : directory.read(name)
        do throws(ProfileErrors) {
          _ = try ProfileCompiler.compile(profile)
        } catch {
          throw .wrong(error)
        }
        let count = profile.operations.count
        results.append(Self.json(profile.name, operations: count, []))
        if !json { print("\(profile.name): \(count) \(count == 1 ? "operation" : "operations")") }
      } catch {
        if case .wrong(let errors) = error {
          results.append(Self.json(name, operations: nil, errors.diagnostics))
        }
        console.report(error)
      }
    }
    if json { print(JSONText.object([JSONText.Member("profiles", .array(results))]).pretty) }
    try console.finish()
  }

  private static func json(_ name: String, operations: Int?, _ diagnostics: [Diagnostic]) -> JSONText {
    .object([
      JSONText.Member("name", .string(name)),
      JSONText.Member("operations", operations.map { .integer(Int64($0)) } ?? .null),
      JSONText.Member(
        "diagnostics",
        .array(
          diagnostics.map { diagnostic in
            .object([
              JSONText.Member("file", .string(diagnostic.file)),
              JSONText.Member("line", diagnostic.position.map { .integer(Int64($0.line)) } ?? .null),
              JSONText.Member("column", diagnostic.position.map { .integer(Int64($0.column)) } ?? .null),
              JSONText.Member("message", .string(diagnostic.message)),
            ])
          })),
    ])
  }
}
