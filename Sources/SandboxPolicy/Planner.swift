/// Turns a policy and the arguments of one call into a ``Plan``.
///
/// Pure: the same three values always make the same plan.
public struct Planner {
  let policy: OperationPolicy
  let values: ArgumentValues
  let host: HostFacts

  private var steps: [Step] = []
  private var prepared: Int?

  private init(policy: OperationPolicy, values: ArgumentValues, host: HostFacts) {
    self.policy = policy
    self.values = values
    self.host = host
  }

  /// Plans one call of an operation.
  ///
  /// - Parameters:
  ///   - policy: what may be done.
  ///   - operation: the operation's full name.
  ///   - initFilter: the filter of pid 1, from the policy file.
  ///   - values: the checked arguments.
  ///   - host: what the launcher and this kernel can do.
  public static func plan(
    _ policy: OperationPolicy, named operation: OperationName, initFilter: SeccompFilter, values: ArgumentValues,
    on host: HostFacts
  ) throws(PlanError) -> Plan {
    let command: Command
    switch policy.entrypoint {
    case .function(let name, _, _): throw .needsDaemon(function: name)
    case .command(let arguments):
      command = Command(
        arguments: arguments.flatMap { $0.elements(values) },
        environment: policy.environment.compactMap { variable in
          variable.value.text(values).map { "\(variable.name)=\($0)" }
        })
    }
    var planner = Planner(policy: policy, values: values, host: host)
    if !host.isRoot { try planner.refuseWhatNeedsRoot() }
    try planner.addSteps(running: command)
    return Plan(
      operation: operation, steps: planner.steps, input: try planner.input(), output: policy.output,
      outputLimit: policy.limits.output, timeout: policy.timeout, success: policy.success, filter: policy.filter,
      initFilter: initFilter, processes: planner.processClaims(), reservations: planner.reservations(),
      preparedSteps: planner.prepared ?? planner.steps.count)
  }

  // MARK: - The order, and why

  private mutating func addSteps(running command: Command) throws(PlanError) {
    let files = try FilePlan.make(policy: policy, values: values)

    // The network namespace is the dearest of all steps; another process makes it while the mounts are made. The cgroup
    // is made meanwhile, too; only in the unified hierarchy the clone needs it.
    let cgroup = try cgroupLimits()
    let isUnified = cgroup?.layout == .version2
    if !isUnified { add(.cloneProcess(namespaces)) }
    if host.isRoot, ownsNetwork { add(.createNetwork(loopback: policy.network == .loopback)) }
    if let cgroup { add(.createCgroup(cgroup)) }
    if isUnified { add(.cloneProcess(namespaces)) }
    // Before anything else exists inside: a launcher that is killed from here on takes the sandbox with it.
    add(.tieToLauncher)
    // Without its map the child has no identity, and may write nothing.
    if !host.isRoot { add(.mapIdentity(ownIdentityMap)) }
    add(.resetProcess)
    // As late as the host's files allow, since both are made by others: before the own /sys covers /sys/fs/cgroup and
    // shows the devices of the network namespace it is mounted in, else before the host's root goes.
    if files.readsSys { try addCgroupAndNetwork() }

    // Peers are kept before all the others are cut off; from then on no mount made here reaches the host.
    for template in policy.files.propagate {
      guard let path = template.text(values) else { continue }
      add(.keepPropagation(path: try FilePlan.normal(path)), from: [template])
    }
    add(.makeMountsPrivate)
    // The network and pid namespaces are entered by now, so these show them and not the host's.
    if files.readsSys { add(.mountOwnSys) }
    if files.readsProc { add(.mountOwnProc) }
    add(.mountRoot)
    // Parents before what is mounted beneath them; what arguments name comes last, for a warm cell stops before it.
    for item in files.items { add(item.step, dependent: item.dependsOnArguments) }
    if !files.readsSys { try addCgroupAndNetwork() }
    add(.enterRoot)
    // After the last mount point was made; before anybody else runs.
    add(.sealRoot)
    if !policy.shared.contains(.uts) { add(.setHostname("sandbox")) }
    for limit in resourceLimits { add(.limit(limit)) }
    // From here on two processes: what follows is done by the one that becomes the command, while pid 1 drops its own
    // rights beside it.
    if policy.hasInit { add(.startInit) }
    addIdentity()
    let directory = try FilePlan.normal(policy.directory.text(values))
    add(.changeDirectory(path: directory), from: [policy.directory])
    // The kernel forgets the tie whenever an identity changes.
    if policy.hasInit { add(.awaitInit) } else { add(.tieToLauncher) }
    // Landlock and seccomp ask for no_new_privs.
    add(.setNoNewPrivileges)
    if let rules = landlockRules(files) { add(.restrictFiles(rules), dependent: files.dependsOnArguments) }
    // Not before the launcher's own descriptors have been used.
    add(.limit(ResourceLimit(name: "NOFILE", resource: 7, value: UInt64(policy.limits.openFiles))))
    // By flag and before the filter, so that no author has to allow close_range(2); execve(2) does the closing.
    add(.closeDescriptors)
    // Last: what the launcher itself does needs no place in an author's list but for the final execve(2).
    add(.loadFilter(instructions: policy.filter.count))
    add(.execute(command), dependent: !values.entries.isEmpty)
  }

  private func cgroupLimits() throws(PlanError) -> CgroupLimits? {
    guard host.isRoot else { return nil }
    guard let layout = host.cgroups else { throw .noCgroups }
    return CgroupLimits(
      layout: layout, memory: policy.limits.memory, processes: UInt32(clamping: processes))
  }

  private mutating func addCgroupAndNetwork() throws(PlanError) {
    if host.isRoot {
      add(.enterCgroup)
      // After the cgroup, so that its root is the call's.
      if !policy.shared.contains(.cgroup) { add(.unshareCgroup) }
    }
    switch policy.network {
    case .none: if host.isRoot { add(.enterNetwork) }
    case .loopback: add(host.isRoot ? .enterNetwork : .bringLoopbackUp)
    case .host: break
    case .named(let template):
      // A value must not lead out of the directory that the profile writes.
      add(.joinNetwork(path: try FilePlan.normal(template.text(values))), from: [template])
    }
  }

  /// Securebits first, so that the change of uid keeps what is still needed; the bounding set while CAP_SETPCAP is
  /// there; the ambient set last, since it is cleared by a change of uid.
  private mutating func addIdentity() {
    let none = policy.capabilities.isEmpty
    if host.isRoot {
      add(.lockSecurebits)
      if !ownsUserNamespace { add(.dropBoundingSet(keeping: policy.capabilities)) }
      add(.setIdentity(user: user, group: group, groups: policy.identity.groups))
      if ownsUserNamespace {
        // A new user namespace begins with every capability in it and with fresh securebits.
        add(.unshareUser(ownIdentityMap))
        add(.lockSecurebits)
        add(.dropBoundingSet(keeping: []))
      }
    } else {
      add(.lockSecurebits)
      add(.dropBoundingSet(keeping: []))
    }
    add(.joinNewKeyring)
    add(.setCapabilities(none ? [] : policy.capabilities))
  }

  private mutating func add(_ step: Step, from templates: [Template] = [], dependent: Bool = false) {
    if dependent || templates.contains(where: { !$0.argumentNames.isEmpty }) { prepared = prepared ?? steps.count }
    steps.append(step)
  }

  // MARK: - What the steps say

  private var ownsNetwork: Bool { policy.network == .none || policy.network == .loopback }

  /// Whether the plan needs nothing of the host's privileges.
  private var ownsUserNamespace: Bool { policy.capabilities.isEmpty && policy.identity.isPrivate }

  private var namespaces: Namespaces {
    var own: Namespaces = [.mount]
    if !policy.shared.contains(.pid) { own.insert(.pid) }
    if !policy.shared.contains(.ipc) { own.insert(.ipc) }
    if !policy.shared.contains(.uts) { own.insert(.uts) }
    if !policy.shared.contains(.time) { own.insert(.time) }
    if !host.isRoot {
      own.insert(.user)
      if !policy.shared.contains(.cgroup) { own.insert(.cgroup) }
      if ownsNetwork { own.insert(.network) }
    }
    return own
  }

  private var user: UInt32 { policy.identity.user ?? host.privateID }
  private var group: UInt32 { policy.identity.group ?? (policy.identity.user == 0 ? 0 : host.privateID) }

  /// The operation's own, and pid 1.
  private var processes: UInt64 { UInt64(policy.limits.processes) + (policy.hasInit ? 1 : 0) }

  private var ownIdentityMap: IdentityMap {
    host.isRoot
      ? IdentityMap(insideUser: user, outsideUser: user, insideGroup: group, outsideGroup: group)
      : IdentityMap(
        insideUser: host.user, outsideUser: host.user, insideGroup: host.group, outsideGroup: host.group)
  }

  private func refuseWhatNeedsRoot() throws(PlanError) {
    var needs: [String] = []
    let capabilities = policy.capabilities.memberNames
    if !capabilities.isEmpty {
      needs.append("the capabilit\(capabilities.count == 1 ? "y" : "ies") \(capabilities.joined(separator: ", "))")
    }
    if let user = policy.identity.user, user != host.user { needs.append("uid \(user)") }
    if let group = policy.identity.group, group != host.group { needs.append("gid \(group)") }
    if !policy.identity.groups.isEmpty { needs.append("supplementary groups") }
    if case .named = policy.network { needs.append("to enter a network namespace of the host") }
    if !policy.files.propagate.isEmpty { needs.append("mounts that the host sees") }
    if !needs.isEmpty { throw .needsRoot(needs) }
  }

  /// All of getrlimit(2) that a caller could have set: what is inherited is not ours to trust.
  private var resourceLimits: [ResourceLimit] {
    let limits = policy.limits
    let unlimited = UInt64.max
    var all = [
      ResourceLimit(name: "CPU", resource: 0, value: limits.cpuTime / 1000 + (limits.cpuTime % 1000 == 0 ? 0 : 1)),
      ResourceLimit(name: "FSIZE", resource: 1, value: limits.fileSize),
      // An ordinary user has no cgroup to bound memory with; the kernel then bounds each process.
      ResourceLimit(name: "DATA", resource: 2, value: host.isRoot ? unlimited : limits.memory),
      ResourceLimit(name: "STACK", resource: 3, value: 8 << 20),
      ResourceLimit(name: "CORE", resource: 4, value: 0),
      ResourceLimit(name: "MEMLOCK", resource: 8, value: 64 << 10),
      ResourceLimit(name: "AS", resource: 9, value: unlimited),
      ResourceLimit(name: "SIGPENDING", resource: 11, value: 1024),
      ResourceLimit(name: "MSGQUEUE", resource: 12, value: 819_200),
      ResourceLimit(name: "NICE", resource: 13, value: 0),
      ResourceLimit(name: "RTPRIO", resource: 14, value: 0),
    ]
    // Counted for a uid, not for a call: a user of the host may have any number of other processes.
    if !host.isRoot || policy.identity.user == nil {
      all.append(ResourceLimit(name: "NPROC", resource: 6, value: processes))
    }
    return all
  }

  /// Nothing where the kernel has no Landlock, and where the operation mounts: Landlock refuses every mount(2).
  private func landlockRules(_ files: FilePlan) -> LandlockRules? {
    guard host.landlock > 0, policy.files.propagate.isEmpty else { return nil }
    return LandlockRules(
      version: host.landlock, rules: files.landlockRules, refusesTCP: policy.network == .none && host.landlock >= 4,
      keepsSignals: !policy.shared.contains(.pid) && host.landlock >= 6)
  }

  private func reservations() -> [String] {
    var notes: [String] = []
    if host.landlock == 0 { notes.append("this kernel has no Landlock: the file view is the mounts alone") }
    if host.landlock > 0, !policy.files.propagate.isEmpty {
      notes.append("Landlock is left out: it would refuse every mount")
    }
    if !host.isRoot {
      notes.append("without root there is no cgroup: memory is bounded for each process, not for all")
      notes.append("without root the caller's supplementary groups stay")
    }
    if policy.shared.contains(.pid) { notes.append("the pid namespace is the host's") }
    return notes
  }

  private func input() throws(PlanError) -> PlannedInput {
    switch policy.input {
    case .none: return .none
    case .caller: return .caller
    case .text(let template):
      let text = template.text(values) ?? ""
      guard text.utf8.count <= PlanError.longestInput else { throw .inputTooLong(bytes: text.utf8.count) }
      let isSecret = template.argumentNames.contains { values[$0]?.declaration.isSecret == true }
      return .text(text, isSecret: isSecret)
    }
  }

  private func processClaims() -> [ProcessClaim] {
    var claims: [ProcessClaim] = []
    for entry in values.entries {
      let executable: String
      switch entry.declaration.type {
      case .process(let path): executable = path
      case .list(.process(let path), _): executable = path
      default: continue
      }
      for word in entry.value.words {
        if let pid = Int32(word) {
          claims.append(ProcessClaim(argument: entry.declaration.name, pid: pid, executable: executable))
        }
      }
    }
    return claims
  }
}

extension ArgumentValue {
  /// The values one by one: none for an absent argument.
  public var words: [String] {
    switch self {
    case .text(let text), .flag(let text): [text]
    case .list(let items): items
    case .absent: []
    }
  }
}
