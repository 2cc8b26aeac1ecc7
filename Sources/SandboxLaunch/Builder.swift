import LinuxSystem
import SandboxPolicy

/// The process that a sandbox is built around: does the plan's steps in order, and ends as pid 1 or as the command.
struct Builder: ~Copyable {
  let sealed: SealedPlan
  let channels: ChannelNumbers
  let cgroup: Cgroup?
  /// Whose files may be trusted besides root's.
  let owner: UInt32

  /// The new root's mount, and what is mounted in it by ourselves: only there are mount points made.
  var root: Int32 = -1
  var ownDevices: [UInt64] = []
  var parent = MountPointParent(path: "", descriptor: -1, isOwn: false)
  /// Whether the copies of the launcher's ends are closed: their numbers may mean something else by now.
  var isTied = false
  /// The host's /proc, for what has to be written there after the host's root is gone.
  var hostProc: Int32 = -1
  /// Copies of directories that stay peers of the host's.
  var kept: [(path: String, mount: Int32)] = []
  private var teller: Report.Teller = .builder

  init(_ sealed: consuming SealedPlan, cgroup: Cgroup?, owner: UInt32) {
    channels = sealed.channels.numbers
    self.sealed = sealed
    self.cgroup = cgroup
    self.owner = owner
  }

  /// Does all steps after the clone. Never comes back: a process that is half a sandbox runs nothing else.
  consuming func run() -> Never {
    var isCloned = false
    let steps = sealed.plan.steps
    for (place, step) in steps.enumerated() {
      if isCloned {
        do throws(StepError) {
          try perform(step, at: place)
        } catch {
          let failure = StepFailure(step: place, errno: error.errno, detail: error.detail)
          sealed.report.tell(failure, by: teller)
          Linux.exit(1)
        }
      }
      if case .cloneProcess = step { isCloned = true }
    }
    Linux.exit(1)
  }

  private mutating func perform(_ step: Step, at place: Int) throws(StepError) {
    switch step {
    // Done by the launcher and its keeper.
    case .createCgroup, .createNetwork, .cloneProcess: return
    case .tieToLauncher: try tieToLauncher()
    case .mapIdentity(let map): try writeIdentityMap(map)
    case .resetProcess: try resetProcess()
    case .enterCgroup: try enterCgroup()
    case .unshareCgroup: try attempt { () throws(Errno) in try Linux.unshare(.cgroup) }
    case .enterNetwork: try enterNetwork()
    case .joinNetwork(let path): try joinNetwork(path)
    case .bringLoopbackUp: try attempt { () throws(Errno) in try Linux.bringLoopbackUp() }
    case .keepPropagation(let path): try keepPropagation(path)
    case .makeMountsPrivate: try makeMountsPrivate()
    case .mountOwnSys: try coverHost("sysfs", at: "/sys")
    case .mountOwnProc: try coverHost("proc", at: "/proc")
    case .mountRoot: try mountRoot()
    case .bind(let bind): try mount(bind)
    case .propagate(let path): try mountKept(path)
    case .mountTemporary(let directory): try mountTemporary(directory)
    case .mountProc: try mountProc()
    case .bindDevice(let name): try mountDevice(name)
    case .makeLink(let link): try makeLink(link)
    case .enterRoot: try enterRoot()
    case .sealRoot: try sealRoot()
    case .setHostname(let name): try attempt { () throws(Errno) in try Linux.setHostname(name) }
    case .limit(let limit):
      try attempt { () throws(Errno) in try Linux.setLimit(limit.resource, limit.value) }
    case .startInit: try startInit(at: place)
    case .joinNewKeyring: try attempt { () throws(Errno) in try Linux.joinNewKeyring() }
    case .changeDirectory(let path): try attempt { () throws(Errno) in try Linux.changeDirectory(path) }
    case .setIdentity(let user, let group, let groups):
      try attempt { () throws(Errno) in
        try Linux.setGroups(groups)
        try Linux.setGroup(group)
        try Linux.setUser(user)
      }
    case .unshareUser(let map): try unshareUser(map)
    case .lockSecurebits: try attempt { () throws(Errno) in try Rights.lockSecurebits() }
    case .dropBoundingSet(let kept): try attempt { () throws(Errno) in try Rights.dropBoundingSet(keeping: kept) }
    case .setCapabilities(let set): try attempt { () throws(Errno) in try Rights.set(set) }
    case .awaitInit: try awaitInit()
    case .setNoNewPrivileges: try attempt { () throws(Errno) in try Rights.setNoNewPrivileges() }
    case .restrictFiles(let rules): try restrictFiles(rules)
    case .closeDescriptors: try closeDescriptors()
    case .loadFilter: try loadFilter()
    case .execute: throw StepError(sealed.arguments.execute(environment: sealed.environment))
    }
  }

  // MARK: - The last steps

  /// Forks: this process stays as pid 1, the other one goes on with the plan.
  private mutating func startInit(at place: Int) throws(StepError) {
    let side = try attempt { () throws(Errno) in try Linux.clone([]) }
    switch consume side {
    case .child:
      teller = .command
    case .parent(let pid, let process):
      // Kept open: init is the one process that may not run short of anything.
      _ = process.release()
      InitProcess(command: pid, plan: sealed.plan, channels: channels, place: place).run(report: sealed.report)
    }
  }

  /// Init says by a byte that nothing is left but its filter, and by the shared page that the filter is loaded: after
  /// that it has no call left to say it by.
  private func awaitInit() throws(StepError) {
    sealed.report.isCommandIdentified = true
    let byte = try attempt(.initGone) { () throws(Errno) in
      try Linux.close(channels.initWrite)
      return try Linux.read(channels.initRead, most: 1)
    }
    guard !byte.isEmpty else { throw StepError(.noSuchProcess, .initGone) }
    // If init ends here, the kernel ends this process with it.
    while !sealed.report.isInitReady { Linux.sleep(nanoseconds: 10_000) }
  }

  private func closeDescriptors() throws(StepError) {
    try attempt { () throws(Errno) in
      try Linux.duplicate(channels.input, to: 0)
      try Linux.duplicate(channels.output, to: 1)
      try Linux.duplicate(channels.error, to: 2)
      try Linux.closeOnExec(from: 3)
    }
  }

  private func loadFilter() throws(StepError) {
    try attempt { () throws(Errno) in
      // A signal that was forwarded while all were blocked arrives here: the command would have died of it.
      sealed.report.isExecuting = true
      try Linux.unblockAllSignals()
      try Linux.loadFilter(sealed.plan.filter.bytes)
    }
  }
}
