internal import LinuxSystem
public import SandboxPolicy

/// A plan with everything that a launch needs in memory: the last thing that may open or allocate.
///
/// Consumed by ``launch(warn:)``: launching twice does not compile.
public struct SealedPlan: ~Copyable {
  let plan: Plan
  let arguments: ArgumentBlock
  let environment: ArgumentBlock
  var channels: Channels
  let report: Report

  /// Opens pipes and copies strings.
  ///
  /// Throws ``SealError`` where the kernel gives no pipe or no memory, and in a process of several threads: a fork
  /// copies one of them and the locks of all.
  public init(_ plan: Plan) throws(SealError) {
    guard case .execute(let command)? = plan.steps.last else { throw SealError("the plan runs nothing") }
    let threads = try translating { () throws(Errno) in
      // Two links of its own, and one of each thread's directory, proc(5).
      try Linux.status(of: "/proc/self/task", followingLinks: false).links - 2
    } _: {
      SealError("could not count the launcher's threads in /proc/self/task: \($0)")
    }
    guard threads == 1 else { throw SealError("the launcher has \(threads) threads; it may have one") }
    let newArguments = try seal { () throws(Errno) in try ArgumentBlock(command.arguments) }
    let newEnvironment = try seal { () throws(Errno) in try ArgumentBlock(command.environment) }
    let newChannels = try seal { () throws(Errno) in try Channels() }
    let newReport = try seal { () throws(Errno) in try Report() }
    self.plan = plan
    arguments = newArguments
    environment = newEnvironment
    channels = newChannels
    report = newReport
  }
}

private func seal<Value: ~Copyable>(_ body: () throws(Errno) -> Value) throws(SealError) -> Value {
  try translating(body) { SealError("could not get pipes and memory for the call: \($0)") }
}

/// Why a plan could not be sealed.
public struct SealError: Error, Equatable, Sendable, CustomStringConvertible {
  /// One line.
  public let description: String

  init(_ description: String) { self.description = description }
}
