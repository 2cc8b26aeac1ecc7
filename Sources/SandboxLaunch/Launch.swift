internal import LinuxSystem
public import SandboxPolicy

/// How a launch went.
public struct LaunchResult: Equatable, Sendable {
  /// How the call ended.
  public var outcome: Outcome
  /// What it used.
  public var use: ResourceUse
  /// What else the user has to know, a line each.
  public var warnings: [String]
}

extension SealedPlan {
  /// Builds the sandbox, runs the command in it with the launcher's standard streams, and waits until nothing of it is
  /// left.
  ///
  /// A step that fails ends the call as ``Outcome/setUpFailed(_:)``, and the command has not run.
  public consuming func launch() -> LaunchResult {
    let started = Linux.monotonicTime
    let plan = plan
    var keeper: Keeper?
    var child: Descriptor?
    var cgroup: Cgroup?
    do throws(StepFailure) {
      let numbers = channels.numbers
      let signals = try plan.startup { () throws(Errno) in try Linux.signalDescriptor(Supervisor.forwarded) }
      if let limits = plan.cgroupLimits {
        cgroup = try plan.startup { () throws(Errno) in
          let namespace = try Linux.status(of: "/proc/self/ns/pid", followingLinks: true)
          return Cgroup(layout: limits.layout, pidNamespace: namespace.inode, launcher: Linux.processID)
        }
      }
      // In the unified hierarchy the clone goes right into the cgroup; in the other the child enters it while this
      // process makes it. Either way the keeper is there first: whoever is killed, somebody cleans up.
      let isUnified = cgroup?.layout == .version2
      if isUnified {
        keeper = try startKeeper(cgroup)
        try plan.createCgroup(cgroup)
      }
      switch try plan.clone(into: isUnified ? cgroup : nil) {
      case .parent(_, let process): child = .some(process)
      case .child: Builder(self, cgroup: cgroup, owner: Linux.effectiveUser).run()
      }
      if !isUnified {
        keeper = try startKeeper(cgroup)
        try plan.createCgroup(cgroup)
      }
      try plan.startup { () throws(Errno) in try channels.closeChildEnds() }
      if cgroup != nil { try plan.tellCgroupReady(numbers.cgroupWrite) }

      guard let process = child.take() else {
        throw StepFailure(step: plan.steps.count, errno: .noSuchProcess, detail: .none)
      }
      var supervisor = Supervisor(plan: plan, child: process, signals: signals, started: started)
      let end = supervisor.run(channels: &channels)
      let outcome = supervisor.judge(end, report: report)
      let use = ResourceUse(
        duration: (Linux.monotonicTime - started) / 1000, user: end?.userTime ?? 0, system: end?.systemTime ?? 0,
        peak: end?.peak ?? 0)
      return LaunchResult(
        outcome: outcome, use: use, warnings: supervisor.warnings + Self.finish(keeper.take(), cgroup))
    } catch {
      if let process = child.take() {
        try? Linux.signal(process.number, 9)
        _ = try? Linux.waitForEnd(of: process.number)
      }
      let use = ResourceUse(duration: (Linux.monotonicTime - started) / 1000, user: 0, system: 0, peak: 0)
      let text = (report.failure ?? error).text(in: plan)
      return LaunchResult(outcome: .setUpFailed(text), use: use, warnings: Self.finish(keeper.take(), cgroup))
    }
  }

  private func startKeeper(_ cgroup: Cgroup?) throws(StepFailure) -> Keeper? {
    guard let cgroup else { return nil }
    let numbers = channels.numbers
    return .some(
      try plan.startup { () throws(Errno) in
        try Keeper.start(plan: plan, cgroup: cgroup, channels: numbers, report: report)
      })
  }

  /// Cleans up; what could not be done, in words.
  private static func finish(_ keeper: consuming Keeper?, _ cgroup: Cgroup?) -> [String] {
    var warnings: [String] = []
    do throws(Errno) {
      try cgroup?.remove()
    } catch {
      warnings.append("could not remove the cgroup \(cgroup?.name ?? ""): \(error); the next call tries again")
    }
    if let keeper { keeper.dismiss() }
    return warnings
  }
}

extension Plan {
  /// The limits of the cgroup that the plan makes, where it makes one.
  fileprivate var cgroupLimits: CgroupLimits? {
    for case .createCgroup(let limits) in steps { return limits }
    return nil
  }

  /// What comes before the first step.
  fileprivate func startup<Value: ~Copyable>(_ body: () throws(Errno) -> Value) throws(StepFailure) -> Value {
    try translating(body) { StepFailure(step: steps.count, errno: $0, detail: .none) }
  }

  fileprivate func place(where matches: (Step) -> Bool) -> Int { steps.firstIndex(where: matches) ?? steps.count }

  fileprivate func createCgroup(_ cgroup: Cgroup?) throws(StepFailure) {
    guard let cgroup, let limits = cgroupLimits else { return }
    try translating { () throws(Errno) in
      try cgroup.create(limits)
    } _: {
      StepFailure(step: place { $0 == .createCgroup(limits) }, errno: $0, detail: .none)
    }
  }

  fileprivate func tellCgroupReady(_ descriptor: Int32) throws(StepFailure) {
    do throws(Errno) {
      try Linux.writeWhole([1], to: descriptor)
    } catch .brokenPipe {
      // The child has failed already, and says why itself.
    } catch {
      throw StepFailure(step: place { $0 == .enterCgroup }, errno: error, detail: .none)
    }
  }

  fileprivate func clone(into cgroup: Cgroup?) throws(StepFailure) -> Linux.Clone {
    var own: Namespaces = []
    for case .cloneProcess(let namespaces) in steps { own = namespaces }
    do throws(Errno) {
      let flags = Linux.NamespaceFlags(rawValue: own.rawValue)
      guard let cgroup else { return try Linux.clone(flags) }
      let directory = try cgroup.open()
      return try Linux.clone(flags, intoCgroup: directory.number)
    } catch {
      throw StepFailure(step: place { $0 == .cloneProcess(own) }, errno: error, detail: .none)
    }
  }
}
