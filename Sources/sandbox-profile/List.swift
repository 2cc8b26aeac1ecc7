internal import ArgumentParser
internal import SandboxPolicy
internal import SandboxProfiles

/// `sandbox-profile list`: the operations of all profiles.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List all operations with their summaries.",
    discussion: """
      A profile with errors is left out and reported; the others are listed all the same.
      """)

  @OptionGroup var directories: DirectoryOptions
  @Flag(help: "Print names only, one PROFILE/OPERATION a line.")
  var names = false
  @Flag(help: "Print the list as JSON.")
  var json = false

  func run() throws {
    var console = Console()
    let directory = directories.directory()
    var rows: [(name: OperationName, summary: String)] = []
    do throws(ProfileDirectory.Failure) {
      for name in try directory.names() {
        do throws(ProfileDirectory.Failure) {
          let profile = try directory.read(name)
          rows += profile.operations.map {
            (OperationName(profile: profile.name, operation: $0.name), $0.summary)
          }
        } catch {
          console.report(error)
        }
      }
    } catch {
      console.report(error)
    }
    if json {
      let items = rows.map { row -> JSONText in
        .object([
          JSONText.Member("profile", .string(row.name.profile)),
          JSONText.Member("operation", .string(row.name.operation)),
          JSONText.Member("summary", .string(row.summary)),
        ])
      }
      console.print(JSONText.object([JSONText.Member("operations", .array(items))]).pretty)
    } else if !rows.isEmpty, names {
      console.print(rows.map(\.name.description).joined(separator: "\n"))
    } else if !rows.isEmpty {
      let width = rows.map { $0.name.description.count }.max() ?? 0
      let lines = rows.map { row in
        let name = row.name.description
        return name + String(repeating: " ", count: width - name.count + 2) + row.summary
      }
      console.print(lines.joined(separator: "\n"))
    }
    try console.finish()
  }
}
