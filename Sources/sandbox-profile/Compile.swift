internal import ArgumentParser
internal import SandboxPolicy
internal import SandboxProfiles

/// `sandbox-profile compile`: profiles to policies.
struct Compile: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compile profiles to policies.",
    discussion: """
      sandbox-run does so by itself where a policy is missing or stale. Profiles and the places of policies have to \
      belong to root, or to the user who calls, and nobody else may be able to write them. An operation whose command \
      is not installed is no obstacle to the others; check reports it.

      Examples:
        sandbox-profile compile                   all profiles of the directory
        sandbox-profile compile bridge            one of them
      """)

  @OptionGroup var directories: DirectoryOptions
  @Flag(help: "Print what was written.")
  var verbose = false
  @Argument(help: "Profiles by name; by default all.")
  var names: [String] = []

  func run() throws {
    var console = Console()
    let directory = directories.directory(isStrict: true)
    var wanted = names
    if wanted.isEmpty {
      do throws(ProfileDirectory.Failure) {
        wanted = try directory.names()
        console.report(try directory.strays())
        if wanted.isEmpty { console.fail("there are no profiles in \(directories.profiles)") }
      } catch {
        console.report(error)
      }
    }
    for name in wanted { compile(name, directory, &console) }
    try console.finish()
  }

  private func compile(_ name: String, _ directory: ProfileDirectory, _ console: inout Console) {
    let profile: Profile
    do throws(ProfileDirectory.Failure) {
      profile = try directory.read(name)
    } catch {
      console.report(error)
      return
    }
    let policy: Policy
    do throws(ProfileErrors) {
      policy = try ProfileCompiler.compile(profile, missingCommands: .kept)
    } catch {
      console.report(error.diagnostics)
      return
    }
    do throws(PolicyStoreError) {
      try PolicyStore.write(policy, to: directories.policies)
    } catch {
      console.fail(error.description)
      return
    }
    let count = policy.operations.count
    guard verbose else { return }
    console.print("\(directories.policies)/\(name).policy: \(count) \(count == 1 ? "operation" : "operations")")
  }
}
