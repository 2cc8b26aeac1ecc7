import LinuxSystem
import SandboxPolicy

/// Steps about the process itself: its life, identity and namespaces.
extension Builder {
  /// The signal comes when the launcher dies from now on; whether it has died before, the pipe says.
  mutating func tieToLauncher() throws(StepError) {
    try attempt { () throws(Errno) in
      // Copies of the launcher's ends: with them here the pipes would never end.
      if !isTied {
        isTied = true
        try Linux.close(channels.lifeWrite)
        try Linux.close(channels.cgroupWrite)
      }
      // PR_SET_PDEATHSIG
      try Linux.control(1, 9)
    }
    let isGone = try attempt { () throws(Errno) in try Linux.isReady(channels.lifeRead) }
    if isGone { throw StepError(.noSuchProcess, .launcherGone) }
  }

  /// Signals need nothing here: the launcher has given each its default action, and blocks all until execve(2).
  mutating func resetProcess() throws(StepError) {
    try attempt { () throws(Errno) in
      hostProc = try Linux.open("/proc", [.path, .directory]).release()
      try Linux.startSession()
      Linux.setMask(0o022)
      try Linux.setPersonality(0)
      try Linux.scheduleNormally()
      try Linux.useAllProcessors()
      // PR_SET_TIMERSLACK, 0: the default
      try Linux.control(29, 0)
      let score = try Linux.open("self/oom_score_adj", in: hostProc, [.readOnly])
      if try Linux.read(score.number, most: 16) != Array("0\n".utf8) {
        try Linux.write("0", toFile: "self/oom_score_adj", in: hostProc)
      }
    }
  }

  func enterCgroup() throws(StepError) {
    let byte = try attempt { () throws(Errno) in try Linux.read(channels.cgroupRead, most: 1) }
    guard !byte.isEmpty else { throw StepError(.noSuchProcess, .launcherGone) }
    try attempt { () throws(Errno) in try cgroup?.enter() }
  }

  func enterNetwork() throws(StepError) {
    // The keeper's end only: ours would keep it from ending with the keeper.
    try attempt { () throws(Errno) in try Linux.close(channels.networkWrite) }
    do throws(Errno) {
      let namespace = try Linux.receiveDescriptor(from: channels.networkRead)
      try Linux.enter(namespace.number, .network)
    } catch {
      throw StepError(error, error == .brokenPipe ? .keeperGone : .none)
    }
  }

  /// By a handle first: opening a FIFO or a device in the place of a namespace could wait or do something.
  func joinNetwork(_ path: String) throws(StepError) {
    let handle = try SourceOpener.openTrusted(path, owner: owner)
    let type = try attempt { () throws(Errno) in try Linux.fileSystemType(of: handle.number) }
    // NSFS_MAGIC
    guard type == 0x6E73_6673 else { throw StepError(.invalidArgument, .notNamespace) }
    let namespace = try attempt { () throws(Errno) in
      try Linux.open("self/fd/\(handle.number)", in: hostProc, [.readOnly])
    }
    try attempt(.none) { () throws(Errno) in try Linux.enter(namespace.number, .network) }
  }

  func unshareUser(_ map: IdentityMap) throws(StepError) {
    try attempt { () throws(Errno) in
      try Linux.unshare(.user)
      // PR_SET_DUMPABLE: without it the files in /proc/self belong to root, whom nobody here is any more.
      try Linux.control(4, 1)
    }
    try writeIdentityMap(map)
  }

  func writeIdentityMap(_ map: IdentityMap) throws(StepError) {
    try attempt { () throws(Errno) in
      let proc = hostProc >= 0 ? hostProc : try Linux.open("/proc", [.path, .directory]).release()
      // Asked for by user_namespaces(7) before an ordinary user may write a gid map.
      try Linux.write("deny", toFile: "self/setgroups", in: proc)
      try Linux.write("\(map.insideUser) \(map.outsideUser) 1", toFile: "self/uid_map", in: proc)
      try Linux.write("\(map.insideGroup) \(map.outsideGroup) 1", toFile: "self/gid_map", in: proc)
    }
  }
}
