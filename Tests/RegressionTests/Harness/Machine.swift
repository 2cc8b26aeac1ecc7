import Foundation
import Glibc
import Testing

/// The machine that the tests run on, and the programs that they drive.
enum Machine {
  static let isRoot = geteuid() == 0

  /// Where the built programs are: `SANDBOX_PROGRAMS`, which scripts/test sets, or what scripts/setup leaves.
  static let built: String =
    ProcessInfo.processInfo.environment["SANDBOX_PROGRAMS"]
    ?? FileManager.default.currentDirectoryPath + "/.build/programs"

  /// The project's own profiles.
  static let profiles: String = {
    var directory = URL(filePath: #filePath).deletingLastPathComponent()
    while directory.path() != "/" {
      let candidate = directory.appending(path: "profiles")
      if FileManager.default.fileExists(atPath: candidate.appending(path: "bridge.yaml").path()) {
        return candidate.path()
      }
      directory.deleteLastPathComponent()
    }
    return "profiles"
  }()

  /// Whether the tests run on the architecture whose foreign ABIs the probe can call.
  static var isIntel: Bool {
    #if arch(x86_64)
      true
    #else
      false
    #endif
  }

  static func has(_ program: String) -> Bool { unsafe access(program, X_OK) == 0 }

  /// Copies of the programs that root alone can write, all the way up; a checkout may be anybody's.
  ///
  /// They stay until the test process ends.
  static let programs: Result<String, HarnessError> = {
    let directory = "/var/lib/sandbox-run-test-programs.\(getpid())"
    let files = FileManager.default
    do {
      try files.createDirectory(
        atPath: directory, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
      for name in ["sandbox-run", "sandbox-profile", "sandbox-probe"] {
        try files.copyItem(atPath: "\(built)/\(name)", toPath: "\(directory)/\(name)")
        try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(directory)/\(name)")
      }
      atexit {
        try? FileManager.default.removeItem(atPath: "/var/lib/sandbox-run-test-programs.\(getpid())")
      }
      return .success(directory)
    } catch {
      return .failure(HarnessError("there are no programs in \(built); run scripts/setup --tests: \(error)"))
    }
  }()
}

/// What the harness itself could not do: no finding about the launcher.
struct HarnessError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

extension Trait where Self == ConditionTrait {
  /// Skips, with its reason, what an ordinary user can't do.
  static var asRoot: Self { .enabled(if: Machine.isRoot, "needs root: sandboxes of host privilege, namespaces, /run") }

  /// Skips what needs a program that this machine lacks.
  static func needs(_ programs: String...) -> Self {
    let missing = programs.filter { !Machine.has($0) }
    return .enabled(if: missing.isEmpty, "there is no \(missing.joined(separator: ", "))")
  }

  /// Skips what only AMD64 has: calls of i386 and x32.
  static var onIntel: Self { .enabled(if: Machine.isIntel, "i386 and x32 are ABIs of AMD64") }
}
