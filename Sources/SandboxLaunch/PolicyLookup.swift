internal import LinuxSystem
public import SandboxPolicy

/// Finds the policy of an operation, and has it made where it is missing or stale.
public struct PolicyLookup: Sendable {
  /// Where the profiles are.
  public var profiles: String
  /// Where compiled policies are kept.
  public var policies: String

  /// A look-up in these directories, absolute paths.
  public init(profiles: String = "/etc/sandbox-run/profiles", policies: String = "/var/lib/sandbox-run/policies") {
    self.profiles = profiles
    self.policies = policies
  }

  /// The policy with the one operation asked for; never one that is older than what it was made from.
  public func find(_ name: OperationName) throws(LookupError) -> Policy {
    let owner = Linux.effectiveUser
    try requireProfile(name.profile, owner: owner)
    if let policy = try fresh(name, owner: owner), policy.operations.first?.missingCommand == nil { return policy }
    // What was missing then may be there now.
    try ProfileCompilerProcess(profiles: profiles, policies: policies).compile(name.profile, owner: owner)
    guard let policy = try fresh(name, owner: owner) else {
      throw .failed("the policy of profile \(name.profile) is stale again; the profile is being changed, call again")
    }
    if let missing = policy.operations.first?.missingCommand { throw .notFound("\(missing); install it") }
    return policy
  }

  /// Refuses a profile that is not there or that others could have written, whatever its policy says.
  private func requireProfile(_ profile: String, owner: UInt32) throws(LookupError) {
    do throws(TrustedPathError) {
      let directory = Descriptor(owning: try TrustedPath.openDirectory(profiles, owner: owner))
      _ = Descriptor(
        owning: try TrustedPath.openFile(
          in: directory.number, at: profiles, named: "\(profile).yaml", owner: owner))
    } catch {
      if error.isAbsence {
        throw .notFound(
          error.path == "\(profiles)/\(profile).yaml"
            ? "there is no profile \(profile) in \(profiles)\(suggestion(for: profile))"
            : "there is no directory \(error.path)")
      }
      throw .failed(error.description)
    }
  }

  private func suggestion(for profile: String) -> String {
    let files = (try? Linux.names(inDirectory: profiles)) ?? []
    let names = files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    return Suggestion.closest(to: profile, in: names).map { "; did you mean \($0)?" } ?? ""
  }

  /// The stored policy; nothing where there is none, or one that can't be used as it is.
  private func fresh(_ name: OperationName, owner: UInt32) throws(LookupError) -> Policy? {
    let path = "\(policies)/\(name.profile).policy"
    let bytes: [UInt8]
    do throws(TrustedPathError) {
      let directory = Descriptor(owning: try TrustedPath.openDirectory(policies, owner: owner))
      let file = Descriptor(
        owning: try TrustedPath.openFile(
          in: directory.number, at: policies, named: "\(name.profile).policy", owner: owner))
      bytes = try translating { () throws(Errno) in
        try Linux.readAll(file.number, most: PolicyCodec.longest)
      } _: {
        TrustedPathError(path: path, reason: .system($0.code))
      }
    } catch {
      if error.isAbsence { return nil }
      throw .failed(error.description)
    }
    guard let policy = try? PolicyCodec.decode(bytes, operation: name.operation),
      policy.profile.utf8.elementsEqual(name.profile.utf8), isFresh(policy)
    else { return nil }
    guard !policy.operations.isEmpty else {
      let others = (try? PolicyCodec.decode(bytes))?.operations.map(\.name) ?? []
      let near = Suggestion.closest(to: name.operation, in: others)
      throw .notFound(
        "profile \(name.profile) has no operation \(name.operation)"
          + (near.map { "; did you mean \($0)?" } ?? "; see sandbox-profile list"))
    }
    return policy
  }

  /// Whether the profile, the files that names were looked up in, and the operation's command and libraries are what
  /// they were.
  private func isFresh(_ policy: Policy) -> Bool {
    guard let profile = policy.sources.first,
      profile.path.utf8.elementsEqual("\(profiles)/\(policy.profile).yaml".utf8)
    else { return false }
    for source in policy.sources where !isUnchanged(source.path, source.identity) { return false }
    for operation in policy.operations {
      for grant in operation.files.grants {
        guard case .closure(let path, let identity) = grant.origin else { continue }
        guard isUnchanged(path, identity) else { return false }
      }
    }
    return true
  }

  private func isUnchanged(_ path: String, _ identity: FileIdentity) -> Bool {
    guard let status = try? Linux.status(of: path, followingLinks: true) else { return false }
    return status.identity == identity
  }
}

/// Why there is no policy for a call.
public enum LookupError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no such profile or operation.
  case notFound(String)
  /// There is one, and it can't be used.
  case failed(String)

  /// One line.
  public var description: String {
    switch self {
    case .notFound(let text), .failed(let text): text
    }
  }
}
