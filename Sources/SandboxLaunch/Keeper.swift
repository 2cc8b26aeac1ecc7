import LinuxSystem
import SandboxPolicy

/// The process beside the launcher: it makes the network namespace while the launcher goes on, and outlives a launcher
/// that is killed long enough to remove the call's cgroup.
struct Keeper: ~Copyable {
  let process: Descriptor

  /// Starts it. `networkStep` is the plan's step that makes a network namespace, where there is one.
  static func start(
    plan: Plan, cgroup: Cgroup, channels: ChannelNumbers, report: borrowing Report
  ) throws(Errno) -> Keeper {
    switch try Linux.clone([]) {
    case .parent(_, let process): return Keeper(process: process)
    case .child: run(plan: plan, cgroup: cgroup, channels: channels, report: report)
    }
  }

  private static func run(
    plan: Plan, cgroup: Cgroup, channels: ChannelNumbers, report: borrowing Report
  ) -> Never {
    do throws(Errno) {
      // Nothing of the caller's is kept open by a process that the caller did not start.
      try Linux.duplicate(channels.networkWrite, to: 0)
      try Linux.duplicate(channels.lifeRead, to: 1)
      try Linux.closeRange(2, .max)
    } catch {
      report.tell(StepFailure(step: plan.steps.count, errno: error, detail: .none), by: .keeper)
      Linux.exit(1)
    }
    for (place, step) in plan.steps.enumerated() {
      guard case .createNetwork(let loopback) = step else { continue }
      do throws(Errno) {
        try Linux.unshare(.network)
        if loopback { try Linux.bringLoopbackUp() }
        let namespace = try Linux.open("/proc/self/ns/net", [.readOnly])
        try Linux.send(descriptor: namespace.number, through: 0)
      } catch .brokenPipe {
        // Whoever waited for it is gone, and has said why.
      } catch {
        report.tell(StepFailure(step: place, errno: error, detail: .none), by: .keeper)
        Linux.exit(1)
      }
    }
    cgroup.sweep()
    do throws(Errno) {
      // Ends when the launcher has closed its end, or is no more.
      _ = try Linux.read(1, most: 1)
      try cgroup.remove()
    } catch {
      // The next launcher sweeps.
    }
    Linux.exit(0)
  }

  /// Ends it: what it is there for has been done. It is asleep, so it does nothing any more.
  consuming func dismiss() { try? Linux.signal(process.number, 9) }
}
