/// A profile after validation and compilation: what `NAME.policy` holds.
public struct Policy: Equatable, Sendable {
  /// The profile's name.
  public var profile: String
  /// One line of description.
  public var summary: String
  /// The machine that the filters are for.
  public var architecture: Architecture
  /// What it was made from: the profile first, then the files that names were looked up in.
  ///
  /// Commands and libraries stand in the operations, ``FileGrant/Origin/closure(source:identity:)``.
  public var sources: [SourceFile]
  /// The filter of the launcher's own pid 1.
  public var initFilter: SeccompFilter
  /// The operations in the profile's order.
  public var operations: [OperationPolicy]

  /// Puts the parts together.
  public init(
    profile: String, summary: String, architecture: Architecture, sources: [SourceFile], initFilter: SeccompFilter,
    operations: [OperationPolicy]
  ) {
    self.profile = profile
    self.summary = summary
    self.architecture = architecture
    self.sources = sources
    self.initFilter = initFilter
    self.operations = operations
  }
}

/// A file that a policy was made from, as it was then.
public struct SourceFile: Equatable, Sendable {
  /// The absolute path.
  public var path: String
  /// What it was when it was read.
  public var identity: FileIdentity

  /// Puts the two together.
  public init(path: String, identity: FileIdentity) {
    self.path = path
    self.identity = identity
  }
}
