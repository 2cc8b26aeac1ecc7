internal import LinuxSystem
public import SandboxPolicy

extension HostFacts {
  /// Asks the kernel for the facts that a plan depends on.
  ///
  /// Throws ``InspectionError`` where the kernel refuses to say.
  public static func inspect() throws(InspectionError) -> HostFacts {
    let user = Linux.effectiveUser
    do throws(Errno) {
      return HostFacts(
        user: user, group: Linux.effectiveGroup, launcher: Linux.processID,
        cgroups: user == 0 ? try Cgroup.findLayout() : nil, landlock: try Linux.landlockVersion())
    } catch {
      throw InspectionError(description: "could not learn what this kernel offers: \(error)")
    }
  }
}

/// Why the facts of the host are not known.
public struct InspectionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// One line.
  public let description: String
}
