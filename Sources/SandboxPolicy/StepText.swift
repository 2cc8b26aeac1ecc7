extension Step {
  /// The step as an order: what `--plan` lists, and what a message says could not be done.
  public var order: String {
    switch self {
    case .createCgroup(let limits):
      "create the cgroup (version \(limits.layout.rawValue)): memory at most \(limits.memory) bytes, "
        + "at most \(limits.processes) processes"
    case .createNetwork(let loopback): "create a network namespace\(loopback ? " with loopback up" : "")"
    case .cloneProcess(let own): "clone a process with own namespaces: \(own.memberNames.joined(separator: ", "))"
    case .tieToLauncher: "tie the process to the launcher's life"
    case .mapIdentity(let map): "map uid \(map.insideUser) and gid \(map.insideGroup) of the user namespace"
    case .resetProcess: "reset session, signals, priority, umask and personality"
    case .enterCgroup: "enter the cgroup"
    case .unshareCgroup: "create a cgroup namespace"
    case .enterNetwork: "enter the network namespace"
    case .joinNetwork(let path): "enter the network namespace \(DisplayText.whole(path))"
    case .bringLoopbackUp: "bring loopback up"
    case .keepPropagation(let path): "keep \(DisplayText.whole(path)) shared with the host"
    case .makeMountsPrivate: "make all other mounts private"
    case .mountOwnSys: "mount the own /sys to take files from"
    case .mountOwnProc: "mount the own /proc to take files from"
    case .mountRoot: "mount an empty root"
    case .bind(let bind):
      "mount \(DisplayText.whole(bind.path)) \(bind.access.flags)"
        + (bind.source.path == bind.path ? "" : " from \(DisplayText.whole(bind.source.path))")
    case .propagate(let path): "mount \(DisplayText.whole(path)) shared with the host"
    case .mountTemporary(let directory): "mount an empty \(directory.path) of \(directory.size) bytes"
    case .mountProc: "mount /proc read-only, processes only"
    case .bindDevice(let name): "mount the device \(DisplayText.whole("/dev/\(name)"))"
    case .makeLink(let link): "link \(link.path) to \(link.target)"
    case .enterRoot: "enter the new root and let go of the host's"
    case .sealRoot: "make the root read-only"
    case .setHostname(let name): "set the host name to \(name)"
    case .limit(let limit):
      "limit \(limit.name) to \(limit.value == .max ? "no more than the host allows" : String(limit.value))"
    case .startInit: "start init as process 1"
    case .joinNewKeyring: "join a new session keyring"
    case .changeDirectory(let path): "change to the directory \(DisplayText.whole(path))"
    case .setIdentity(let user, let group, let groups):
      "become uid \(user), gid \(group), groups \(groups.isEmpty ? "none" : groups.map(String.init).joined(separator: ", "))"
    case .unshareUser(let map):
      "create a user namespace in which uid \(map.insideUser) is \(map.outsideUser) and gid \(map.insideGroup) "
        + "is \(map.outsideGroup)"
    case .lockSecurebits: "lock securebits, so that uid 0 and set-uid files give nothing"
    case .dropBoundingSet(let kept): "drop the bounding set but for \(kept.words)"
    case .setCapabilities(let set): "set all capability sets to \(set.words)"
    case .awaitInit: "wait until init has dropped its rights"
    case .setNoNewPrivileges: "set no_new_privs"
    case .restrictFiles(let rules):
      "restrict files to \(rules.rules.count) paths by Landlock (version \(rules.version))"
        + (rules.refusesTCP ? ", refuse TCP" : "") + (rules.keepsSignals ? ", keep signals inside" : "")
    case .closeDescriptors: "close all descriptors above 2"
    case .loadFilter(let instructions): "load the system-call filter of \(instructions) instructions"
    case .execute(let command):
      "run \(command.arguments.map { DisplayText.quoted(Array($0.utf8)) }.joined(separator: " "))"
    }
  }
}

extension FileAccess {
  /// The mount flags that the access comes to.
  var flags: String {
    switch self {
    case .read: "read-only, nosuid, nodev, noexec"
    case .execute: "read-only, nosuid, nodev"
    case .write: "writable, nosuid, nodev, noexec"
    }
  }
}

extension CapabilitySet {
  var words: String { isEmpty ? "none" : memberNames.joined(separator: ", ") }
}
