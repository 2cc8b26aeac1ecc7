import LinuxSystem
import SandboxPolicy

/// Pid 1 of a sandbox: forwards signals to the command, reaps what is orphaned, and ends when the command has ended.
///
/// The kernel then ends every other process of the pid namespace. It holds no descriptor, no capability, and can do
/// four system calls.
struct InitProcess {
  let command: Int32
  let plan: Plan
  let channels: ChannelNumbers
  /// The place of the step that started it.
  let place: Int

  func run(report: borrowing Report) -> Never {
    do throws(Errno) {
      try dropRights(report: report)
    } catch {
      report.tell(StepFailure(step: place, errno: error, detail: .none), by: .initProcess)
      Linux.exit(1)
    }
    serve(report: report)
  }

  private func dropRights(report: borrowing Report) throws(Errno) {
    try Rights.lockSecurebits()
    try Rights.dropBoundingSet(keeping: [])
    for case .setIdentity(let user, let group, _) in plan.steps {
      // The command's own uid: enough to send it signals, and nothing else.
      try Linux.setGroups([])
      try Linux.setGroup(group)
      try Linux.setUser(user)
    }
    try Rights.set([])
    try Rights.setNoNewPrivileges()
    // PR_SET_DUMPABLE: nobody inside may trace it or reach the launcher's program through it.
    try Linux.control(4, 0)
    // PR_SET_PDEATHSIG: forgotten by the kernel when the identity changed. If the launcher died in between, the pipe
    // has ended.
    try Linux.control(1, 9)
    if try Linux.isReady(channels.lifeRead) { throw .noSuchProcess }
    try Linux.writeWhole([1], to: channels.initWrite)
    try Linux.closeRange(0, .max)
    try Linux.loadFilter(plan.initFilter.bytes)
    report.isInitReady = true
  }

  private func serve(report: borrowing Report) -> Never {
    // A signal that comes before stays pending, and is forwarded then: sent at once, it would be refused and lost.
    while !report.isCommandIdentified {
      if next(.child, nanoseconds: 50_000, report: report) != nil { reap(report: report) }
    }
    while true {
      guard let signal = next(.all, nanoseconds: -1, report: report) else { continue }
      if SignalSet.child.contains(signal) {
        reap(report: report)
      } else {
        try? Linux.kill(command, signal)
      }
    }
  }

  /// The next signal, or nothing where none came in time.
  private func next(_ set: SignalSet, nanoseconds: Int64, report: borrowing Report) -> Int32? {
    do throws(Errno) {
      return try Linux.waitForSignal(set, nanoseconds: nanoseconds)
    } catch .wouldBlock {
      return nil
    } catch {
      report.tell(StepFailure(step: place, errno: error, detail: .none), by: .initProcess)
      Linux.exit(1)
    }
  }

  /// One signal may stand for several children.
  private func reap(report: borrowing Report) {
    while let end = try? Linux.nextEnd() {
      guard end.pid == command else { continue }
      report.commandEnd = (end.code, end.status)
      Linux.exit(0)
    }
  }
}
