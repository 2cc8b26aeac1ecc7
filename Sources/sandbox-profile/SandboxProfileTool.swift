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
    occupyStandardDescriptors()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      end(error)
    }
  }

  /// Ends as ArgumentParser would, but names the program in front of what is wrong, and sees to it that what was asked
  /// for (help, the version, completions) is written.
  private static func end(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    var console = Console()
    switch code {
    case .success: console.print(fullMessage(for: error))
    case .validationFailure: console.fail(message(for: error) + "; see sandbox-profile --help")
    default: exit(withError: error)
    }
    Glibc.exit(code == .success ? console.status.rawValue : code.rawValue)
  }

  /// Puts something in the place of descriptors 0 to 2 that the caller closed: else a profile or policy would get that
  /// number, and what is said would be written into it. Read-only, so that lost output is an error still.
  private static func occupyStandardDescriptors() {
    while true {
      let descriptor = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0, descriptor <= 2 else {
        if descriptor > 2 { close(descriptor) }
        return
      }
    }
  }
}
