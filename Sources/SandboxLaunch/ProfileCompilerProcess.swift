import LinuxSystem

/// Runs `sandbox-profile compile`, which stands beside the launcher: the launcher itself reads no YAML.
struct ProfileCompilerProcess {
  let profiles: String
  let policies: String

  func compile(_ profile: String, owner: UInt32) throws(LookupError) {
    let program = try findProgram(owner: owner)
    let end = try translating { () throws(Errno) -> ProcessEnd in
      let arguments = try ArgumentBlock([
        program, "compile", "--profiles", profiles, "--policies", policies, "--", profile,
      ])
      let environment = try ArgumentBlock(["PATH=/usr/sbin:/usr/bin:/sbin:/bin"])
      switch try Linux.clone([]) {
      case .child: Self.run(arguments, environment)
      case .parent(_, let process): return try Linux.waitForEnd(of: process.number)
      }
    } _: {
      LookupError.failed("could not start \(program): \($0)")
    }
    switch end.exitCode {
    case 0: return
    case 3: throw .notFound("there is no profile \(profile) in \(profiles)")
    case 127: throw .failed("could not run \(program)")
    // It has said why itself, with file, line and column.
    default:
      throw .failed(
        "profile \(profile) could not be compiled, see above"
          + (owner == 0 ? "" : "; an ordinary user needs a directory of his own, --policies DIR"))
    }
  }

  private static func run(_ arguments: consuming ArgumentBlock, _ environment: consuming ArgumentBlock) -> Never {
    // Its messages are for the user; nothing else of the launcher's is for it.
    do throws(Errno) {
      // PR_SET_PDEATHSIG
      try Linux.control(1, 9)
      try Linux.closeOnExec(from: 3)
      try Linux.unblockAllSignals()
    } catch {
      Linux.exit(127)
    }
    _ = arguments.execute(environment: environment)
    Linux.exit(127)
  }

  /// By the launcher's own path and not by PATH, which a caller may have set.
  private func findProgram(owner: UInt32) throws(LookupError) -> String {
    let own = try translating { () throws(Errno) in
      try Linux.target(ofLink: "/proc/self/exe")
    } _: {
      LookupError.failed("could not find sandbox-profile beside the launcher: /proc/self/exe: \($0)")
    }
    let slash = own.utf8.lastIndex(of: UInt8(ascii: "/")) ?? own.startIndex
    let directory = slash == own.startIndex ? "/" : String(own[..<slash])
    return try translating { () throws(TrustedPathError) in
      let parent = Descriptor(owning: try TrustedPath.openDirectory(directory, owner: owner))
      _ = Descriptor(
        owning: try TrustedPath.openFile(in: parent.number, at: directory, named: "sandbox-profile", owner: owner))
      return "\(directory)/sandbox-profile"
    } _: {
      LookupError.failed("a policy has to be compiled, but sandbox-profile is not used: \($0)")
    }
  }
}
