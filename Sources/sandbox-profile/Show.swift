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
        sandbox-profile show bridge add           one of them; bridge/add will do as well
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
    let (wanted, operation) = names
    do throws(ProfileDirectory.Failure) {
      let profile =
        try wanted.hasSuffix(".yaml") ? ProfileDirectory.read(file: wanted) : directories.directory().read(wanted)
      let policy: Policy
      do throws(ProfileErrors) {
        policy = try ProfileCompiler.compile(profile, missingCommands: .kept)
      } catch {
        throw .wrong(error)
      }
      let pairs = zip(profile.operations, policy.operations).filter { pair in
        operation.map { pair.0.name.utf8.elementsEqual($0.utf8) } ?? true
      }
      if let operation, pairs.isEmpty {
        let suggestion = Suggestion.closest(to: operation, in: profile.operations.map(\.name))
        console.reportMissing(
          "profile \(profile.name) has no operation \(DisplayText.whole(operation))"
            + (suggestion.map { "; did you mean \($0)?" } ?? ""))
      } else if json {
        console.print(ShowJSON.profile(profile, policy, pairs).pretty)
      } else {
        console.print(pairs.map { ShowText.operation($0.0, $0.1, of: profile) }.joined(separator: "\n\n"))
      }
    } catch {
      console.report(error)
    }
    try console.finish()
  }

  /// The profile and the operation; PROFILE/OPERATION, as `list` prints it, names both.
  private var names: (profile: String, operation: String?) {
    let parts = profile.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard operation == nil, parts.count == 2, !profile.hasSuffix(".yaml") else { return (profile, operation) }
    return (String(decoding: parts[0], as: UTF8.self), String(decoding: parts[1], as: UTF8.self))
  }
}
