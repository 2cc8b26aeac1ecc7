internal import ArgumentParser
internal import Glibc

/// The author's tool: checks profiles, shows what they grant, compiles them.
@main
struct SandboxProfileTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox-profile",
    abstract: "Check, show, list and compile profiles of sandbox-run.",
    discussion: """
      Examples:
        sandbox-profile check ./bridge.yaml       every error with file, line and column
        sandbox-profile show bridge add           what one operation is granted
        sandbox-profile list                      all operations
        sandbox-profile compile bridge            write bridge.policy

      Exit status: 0 well, 1 a profile has an error, 3 no such profile, 64 wrong call.
      The language is described in sandbox-profile(5).
      """,
    version: "sandbox-profile 0.1.0",
    subcommands: [Check.self, Show.self, List.self, Compile.self])

  /// Sets what files this tool makes may be read by, then does what was asked.
  static func main() {
    // Directories that are made on the way to a policy are for everybody to read, whatever the caller's umask.
    umask(0o022)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(error)
    }
  }

  /// Ends as ArgumentParser would, but names the program in front of what is wrong.
  private static func end(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    guard code == .validationFailure else { exit(withError: error) }
    var console = Console()
    console.fail(message(for: error) + "; see sandbox-profile --help")
    Glibc.exit(code.rawValue)
  }
}
