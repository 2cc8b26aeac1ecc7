internal import ArgumentParser
internal import SandboxProfiles

/// Where profiles and policies are.
struct DirectoryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Where the profiles are.", valueName: "directory"))
  var profiles = "/etc/sandbox-run/profiles"

  @Option(help: ArgumentHelp("Where the policies are.", valueName: "directory"))
  var policies = "/var/lib/sandbox-run/policies"

  /// The directory of profiles; a strict one gives out only what nobody else can have changed.
  func directory(isStrict: Bool = false) -> ProfileDirectory { ProfileDirectory(profiles, isStrict: isStrict) }
}
