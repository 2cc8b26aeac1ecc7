/// A profile after validation and compilation: what `NAME.policy` holds.
public struct Policy: Equatable, Sendable {
  /// The profile's name.
  public var profile: String
  /// One line of description.
  public var summary: String
  /// The machine that the filters are for.
  public var architecture: Architecture
  /// The profile's file as it was when it was read.
  public var source: FileIdentity
  /// The filter of the launcher's own pid 1.
  public var initFilter: SeccompFilter
  /// The operations in the profile's order.
  public var operations: [OperationPolicy]

  /// Puts the parts together.
  public init(
    profile: String, summary: String, architecture: Architecture, source: FileIdentity, initFilter: SeccompFilter,
    operations: [OperationPolicy]
  ) {
    self.profile = profile
    self.summary = summary
    self.architecture = architecture
    self.source = source
    self.initFilter = initFilter
    self.operations = operations
  }
}
