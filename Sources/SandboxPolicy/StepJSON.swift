extension Step {
  /// The step as one JSON object: its name, then what it says.
  var json: JSONText {
    switch self {
    case .createCgroup(let limits):
      named(
        "create-cgroup", .init("version", .integer(Int64(limits.layout.rawValue))),
        .init("memory", .integer(Int64(clamping: limits.memory))), .init("processes", .integer(Int64(limits.processes)))
      )
    case .createNetwork(let loopback): named("create-network", .init("loopback", .bool(loopback)))
    case .cloneProcess(let own):
      named("clone-process", .init("namespaces", .array(own.memberNames.map { .string($0) })))
    case .tieToLauncher: named("tie-to-launcher")
    case .mapIdentity(let map): named("map-identity", map.json)
    case .resetProcess: named("reset-process")
    case .enterCgroup: named("enter-cgroup")
    case .unshareCgroup: named("unshare-cgroup")
    case .enterNetwork: named("enter-network")
    case .joinNetwork(let path): named("join-network", .init("path", .string(path)))
    case .bringLoopbackUp: named("bring-loopback-up")
    case .keepPropagation(let path): named("keep-propagation", .init("path", .string(path)))
    case .makeMountsPrivate: named("make-mounts-private")
    case .mountOwnSys: named("mount-own-sys")
    case .mountOwnProc: named("mount-own-proc")
    case .mountRoot: named("mount-root")
    case .bind(let bind):
      named(
        "bind", .init("path", .string(bind.path)), .init("source", .string(bind.source.path)),
        .init("access", .string(bind.access.word)))
    case .propagate(let path): named("propagate", .init("path", .string(path)))
    case .mountTemporary(let directory):
      named(
        "mount-temporary", .init("path", .string(directory.path)),
        .init("size", .integer(Int64(clamping: directory.size))))
    case .mountProc: named("mount-proc")
    case .bindDevice(let name): named("bind-device", .init("name", .string(name)))
    case .makeLink(let link):
      named("make-link", .init("path", .string(link.path)), .init("target", .string(link.target)))
    case .enterRoot: named("enter-root")
    case .sealRoot: named("seal-root")
    case .setHostname(let name): named("set-hostname", .init("name", .string(name)))
    case .limit(let limit):
      named(
        "limit", .init("resource", .string(limit.name)),
        .init("value", limit.value == .max ? .null : .integer(Int64(clamping: limit.value))))
    case .startInit: named("start-init")
    case .joinNewKeyring: named("join-new-keyring")
    case .changeDirectory(let path): named("change-directory", .init("path", .string(path)))
    case .setIdentity(let user, let group, let groups):
      named(
        "set-identity", .init("user", .integer(Int64(user))), .init("group", .integer(Int64(group))),
        .init("groups", .array(groups.map { .integer(Int64($0)) })))
    case .unshareUser(let map): named("unshare-user", map.json)
    case .lockSecurebits: named("lock-securebits")
    case .dropBoundingSet(let kept): named("drop-bounding-set", .init("keeping", kept.json))
    case .setCapabilities(let set): named("set-capabilities", .init("capabilities", set.json))
    case .awaitInit: named("await-init")
    case .setNoNewPrivileges: named("set-no-new-privileges")
    case .restrictFiles(let rules):
      named(
        "restrict-files", .init("landlock", .integer(Int64(rules.version))),
        .init(
          "rules",
          .array(
            rules.rules.map { .object([.init("path", .string($0.path)), .init("access", .string($0.access.word))]) })
        ), .init("refuses-tcp", .bool(rules.refusesTCP)), .init("keeps-signals", .bool(rules.keepsSignals)))
    case .closeDescriptors: named("close-descriptors")
    case .loadFilter(let instructions): named("load-filter", .init("instructions", .integer(Int64(instructions))))
    case .execute(let command):
      named(
        "execute", .init("arguments", .array(command.arguments.map { .string($0) })),
        .init("environment", .array(command.environment.map { .string($0) })))
    }
  }

  private func named(_ name: String, _ members: JSONText.Member...) -> JSONText {
    .object([.init("step", .string(name))] + members)
  }
}

extension IdentityMap {
  fileprivate var json: JSONText.Member {
    .init(
      "map",
      .object([
        .init("inside-user", .integer(Int64(insideUser))), .init("outside-user", .integer(Int64(outsideUser))),
        .init("inside-group", .integer(Int64(insideGroup))), .init("outside-group", .integer(Int64(outsideGroup))),
      ])
    )
  }
}

extension CapabilitySet {
  fileprivate var json: JSONText { .array(memberNames.map { .string($0) }) }
}
