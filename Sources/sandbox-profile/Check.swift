internal import ArgumentParser
internal import SandboxPolicy
internal import SandboxProfiles

/// `sandbox-profile check`: reads and compiles profiles, and reports every error with its place.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Report every error in profiles, with file, line and column.",
    discussion: """
      A profile that is named, and not given as a file, has to be one that sandbox-run would use: nobody but root, or \
      the user who calls, may be able to write it.

      Examples:
        sandbox-profile check                     all profiles of the directory
        sandbox-profile check bridge link         two of them
        sandbox-profile check ./bridge.yaml       a file anywhere, such as a working copy
      """)

  @OptionGroup var directories: DirectoryOptions
  @Flag(help: "Print the result as JSON.")
  var json = false
  @Argument(help: "Profiles by name, or files that end in .yaml; by default all.")
  var profiles: [String] = []

  func run() throws {
    var console = Console()
    let directory = directories.directory()
    var findings: [Finding] = []
    var wanted = profiles
    if wanted.isEmpty {
      do throws(ProfileDirectory.Failure) {
        wanted = try directory.names()
        findings += try directory.strays().map { Finding(stray: $0) }
        if wanted.isEmpty, findings.isEmpty { console.fail("there are no profiles in \(directories.profiles)") }
      } catch {
        console.report(error)
      }
    }
    findings += wanted.map { Finding($0, in: directory) }
    // What is wrong with the directory stands in the way of every profile in it; it is said once.
    var distrusted: Set<String> = []
    for finding in findings {
      if let reason = finding.distrust, distrusted.insert(reason).inserted {
        console.fail("sandbox-run would not use profile \(finding.name): \(reason)")
      }
      if let failure = finding.failure { console.report(failure) }
      console.report(finding.diagnostics)
      if !json, let summary = finding.summary { console.print(summary) }
    }
    if json { console.print(JSONText.object([JSONText.Member("profiles", .array(findings.map(\.json)))]).pretty) }
    try console.finish()
  }
}
