internal import ArgumentParser
internal import SandboxPolicy
internal import SandboxProfiles

/// `sandbox-profile show`: everything that operations are granted, defaults and closures included.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what operations are granted, with every default spelt out.",
    discussion: """
      Examples:
        sandbox-profile show bridge               all operations of one profile
        sandbox-profile show bridge add           one of them
        sandbox-profile show bridge add --json    the same for programs, examples included
      """)

  @OptionGroup var directories: DirectoryOptions
  @Flag(help: "Print JSON.")
  var json = false
  @Argument(help: "The profile's name, or a file that ends in .yaml.")
  var profile: String
  @Argument(help: "The operation's name; by default all.")
  var operation: String?

  func run() throws {
    var console = Console()
    do throws(ProfileDirectory.Failure) {
      let profile =
        try self.profile.hasSuffix(".yaml")
        ? ProfileDirectory.read(file: self.profile) : directories.directory().read(self.profile)
      let policy: Policy
      do throws(ProfileErrors) {
        policy = try ProfileCompiler.compile(profile)
      } catch {
        throw .wrong(error)
      }
      let pairs = zip(profile.operations, policy.operations).filter { operation == nil || $0.0.name == operation }
      if let operation, pairs.isEmpty {
        let suggestion = Suggestion.closest(to: operation, in: profile.operations.map(\.name))
        console.reportMissing("operation \(operation) in profile \(profile.name)", suggestion: suggestion)
      } else if json {
        print(ShowJSON.profile(profile, policy, pairs).pretty)
      } else {
        print(pairs.map { ShowText.operation($0.0, $0.1, of: profile) }.joined(separator: "\n\n"))
      }
    } catch {
      console.report(error)
    }
    try console.finish()
  }
}
