import LinuxSystem
import SandboxPolicy

/// Steps about the mount namespace: the new root and what is mounted in it.
extension Builder {
  func makeMountsPrivate() throws(StepError) {
    try attempt { () throws(Errno) in
      let root = try Linux.open("/", [.path, .directory])
      try Linux.change(root.number, recursively: true, propagation: .private)
    }
  }

  /// Covers the host's /sys or /proc in this namespace, so that every path beneath it leads to the call's own.
  func coverHost(_ type: String, at path: String) throws(StepError) {
    try attempt { () throws(Errno) in
      let mount = try Linux.newFileSystem(type, attributes: [.noSetUser, .noDevices, .noExecute])
      try Linux.attach(mount.number, at: path)
    }
  }

  /// On top of the host's root, so that no directory of the host is needed to put it.
  mutating func mountRoot() throws(StepError) {
    let mount = try attempt { () throws(Errno) in
      let mount = try Linux.newFileSystem(
        "tmpfs", options: [("mode", "0755"), ("size", "4m")], attributes: [.noSetUser, .noDevices])
      try Linux.attach(mount.number, at: "/")
      return mount
    }
    root = mount.release()
    try noteOwnDevice(of: root)
  }

  private mutating func noteOwnDevice(of mount: Int32) throws(StepError) {
    ownDevices.append(try attempt { () throws(Errno) in try Linux.status(of: mount) }.device)
  }

  mutating func mount(_ bind: BindMount) throws(StepError) {
    let source = try SourceOpener.open(bind.source, owner: owner)
    let status = try attempt { () throws(Errno) in try Linux.status(of: source.number) }
    let tree = try attempt { () throws(Errno) in
      let tree = try Linux.cloneTree(of: source.number)
      try Linux.change(tree.number, recursively: true, setting: bind.access.attributes, propagation: .private)
      return tree
    }
    try attach(tree.number, at: bind.path, isDirectory: status.isDirectory)
  }

  /// Only a mount that is shared has peers: in another one the host would never see what is mounted.
  mutating func keepPropagation(_ path: String) throws(StepError) {
    let directory = try SourceOpener.openTrusted(path, owner: owner)
    let number = directory.number
    let isDirectory = try attempt { () throws(Errno) in try Linux.status(of: number) }.isDirectory
    let isShared = try attempt { () throws(Errno) in try self.isShared(number) }
    guard isDirectory else { throw StepError(.notDirectory) }
    guard isShared else { throw StepError(.invalidArgument, .notShared) }
    let tree = try attempt { () throws(Errno) in
      let tree = try Linux.cloneTree(of: number)
      try Linux.change(tree.number, recursively: false, setting: [.noSetUser, .noDevices, .noExecute])
      return tree
    }
    kept.append((path, tree.release()))
  }

  private func isShared(_ descriptor: Int32) throws(Errno) -> Bool {
    let about = try Linux.open("self/fdinfo/\(descriptor)", in: hostProc, [.readOnly])
    let fields = String(decoding: try Linux.readAll(about.number, most: 4096), as: UTF8.self)
    guard let line = fields.split(separator: "\n").first(where: { $0.hasPrefix("mnt_id:") }) else { return false }
    let identifier = line.dropFirst("mnt_id:".count).filter { $0.isNumber }
    let file = try Linux.open("self/mountinfo", in: hostProc, [.readOnly])
    let mounts = String(decoding: try Linux.readAll(file.number, most: 16 << 20), as: UTF8.self)
    for mount in mounts.split(separator: "\n") where mount.hasPrefix("\(identifier) ") {
      // Optional fields stand between the mount options and a lone dash, proc(5).
      return mount.split(separator: " ").prefix { $0 != "-" }.contains { $0.hasPrefix("shared:") }
    }
    return false
  }

  mutating func mountKept(_ path: String) throws(StepError) {
    guard let mount = kept.first(where: { $0.path.utf8.elementsEqual(path.utf8) })?.mount else {
      throw StepError(.noSuchFile)
    }
    try attach(mount, at: path, isDirectory: true)
  }

  mutating func mountTemporary(_ directory: TemporaryDirectory) throws(StepError) {
    let mount = try attempt { () throws(Errno) in
      try Linux.newFileSystem(
        "tmpfs", options: [("mode", "1777"), ("size", String(directory.size))],
        attributes: [.noSetUser, .noDevices, .noExecute])
    }
    try attach(mount.number, at: directory.path, isDirectory: true)
    try noteOwnDevice(of: mount.number)
  }

  mutating func mountProc() throws(StepError) {
    let mount = try attempt { () throws(Errno) in
      try Linux.newFileSystem(
        "proc", options: [("subset", "pid")], attributes: [.readOnly, .noSetUser, .noDevices, .noExecute])
    }
    try attach(mount.number, at: "/proc", isDirectory: true)
  }

  /// Read-only: a device can be written all the same, but nobody changes its node.
  mutating func mountDevice(_ name: String) throws(StepError) {
    let source = try SourceOpener.openTrusted("/dev/\(name)", owner: owner)
    let status = try attempt { () throws(Errno) in try Linux.status(of: source.number) }
    guard status.isCharacterDevice || status.isBlockDevice else { throw StepError(.invalidArgument, .notDevice) }
    let tree = try attempt { () throws(Errno) in
      let tree = try Linux.cloneTree(of: source.number)
      try Linux.change(
        tree.number, recursively: true, setting: [.readOnly, .noSetUser, .noExecute], propagation: .private)
      return tree
    }
    try attach(tree.number, at: "/dev/\(name)", isDirectory: false)
  }

  mutating func makeLink(_ link: SymbolicLink) throws(StepError) {
    let name = try findParent(of: link.path)
    guard parent.isOwn else { throw StepError(.noSuchFile, .missingInside) }
    try attempt { () throws(Errno) in try Linux.makeLink(name, in: parent.descriptor, to: link.target) }
  }

  /// The old root lies on top of the new one until it is detached: no path leads back to it from then on.
  func enterRoot() throws(StepError) {
    try attempt { () throws(Errno) in
      try Linux.changeDirectory(to: root)
      try Linux.pivotToWorkingDirectory()
      try Linux.detachWorkingDirectory()
      try Linux.changeDirectory("/")
    }
  }

  func sealRoot() throws(StepError) {
    try attempt { () throws(Errno) in try Linux.change(root, recursively: false, setting: [.readOnly]) }
  }
}

extension FileAccess {
  /// nosuid and nodev everywhere; noexec on everything but what is executed.
  fileprivate var attributes: Linux.MountAttributes {
    switch self {
    case .read: [.readOnly, .noSetUser, .noDevices, .noExecute]
    case .execute: [.readOnly, .noSetUser, .noDevices]
    case .write: [.noSetUser, .noDevices, .noExecute]
    }
  }
}
