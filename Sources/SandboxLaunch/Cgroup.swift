import LinuxSystem
import SandboxPolicy

/// The cgroup of one call, cgroups(7).
struct Cgroup {
  private static let root = "/sys/fs/cgroup"
  private static let prefix = "sandbox-run."

  let layout: HostFacts.CgroupLayout
  let name: String
  /// What the names of all launchers of one pid namespace begin with.
  private let family: String

  /// The cgroup of the launcher with this pid; pids of another pid namespace make another name.
  init(layout: HostFacts.CgroupLayout, pidNamespace: UInt64, launcher: Int32) {
    self.layout = layout
    family = "\(Self.prefix)\(pidNamespace)."
    name = "\(family)\(launcher)"
  }

  /// Where memory and processes can be limited on this machine.
  static func findLayout() throws(Errno) -> HostFacts.CgroupLayout? {
    do throws(Errno) {
      let directory = try Linux.open(root, [.path, .directory])
      // CGROUP2_SUPER_MAGIC
      if try Linux.fileSystemType(of: directory.number) == 0x6367_7270 {
        let file = try Linux.open("cgroup.subtree_control", in: directory.number, [.readOnly])
        let words = try Linux.readAll(file.number, most: 4096).split { $0 == 0x20 || $0 == 0x0A }
        let isControlled =
          words.contains { $0.elementsEqual("memory".utf8) }
          && words.contains { $0.elementsEqual("pids".utf8) }
        return isControlled ? .version2 : nil
      }
      for controller in ["memory", "pids"] {
        let hierarchy = try Linux.open(controller, in: directory.number, [.path, .directory])
        // CGROUP_SUPER_MAGIC
        guard try Linux.fileSystemType(of: hierarchy.number) == 0x27_E0EB else { return nil }
      }
      return .version1
    } catch .noSuchFile {
      return nil
    }
  }

  /// The directory in each hierarchy.
  private var directories: [String] {
    switch layout {
    case .version1: ["\(Self.root)/memory/\(name)", "\(Self.root)/pids/\(name)"]
    case .version2: ["\(Self.root)/\(name)"]
    }
  }

  /// Makes it, with its limits.
  func create(_ limits: CgroupLimits) throws(Errno) {
    for directory in directories {
      do throws(Errno) {
        try Linux.makeDirectory(directory, mode: 0o755)
      } catch .fileExists {
        // Of a launcher that had this pid, and was killed together with all that could have cleaned up.
        try Linux.removeDirectory(directory)
        try Linux.makeDirectory(directory, mode: 0o755)
      }
    }
    switch layout {
    case .version1:
      try Linux.write(String(limits.memory), toFile: "\(directories[0])/memory.limit_in_bytes")
      try writeWherePresent(String(limits.memory), "\(directories[0])/memory.memsw.limit_in_bytes")
      try Linux.write(String(limits.processes), toFile: "\(directories[1])/pids.max")
    case .version2:
      try Linux.write(String(limits.memory), toFile: "\(directories[0])/memory.max")
      try writeWherePresent("0", "\(directories[0])/memory.swap.max")
      try Linux.write("1", toFile: "\(directories[0])/memory.oom.group")
      try Linux.write(String(limits.processes), toFile: "\(directories[0])/pids.max")
    }
  }

  /// A kernel that doesn't account swap has no file to bound it by.
  private func writeWherePresent(_ text: String, _ path: String) throws(Errno) {
    do throws(Errno) {
      try Linux.write(text, toFile: path)
    } catch .noSuchFile {
      return
    }
  }

  /// Moves this process of a single thread into it: by `tasks` and by itself, since `cgroup.procs`, and any other
  /// process, takes a lock of the whole host for milliseconds.
  ///
  /// In the unified hierarchy the clone has done it.
  func enter() throws(Errno) {
    guard layout == .version1 else { return }
    for directory in directories { try Linux.write("0", toFile: "\(directory)/tasks") }
  }

  /// Its descriptor for clone3(2), in the unified hierarchy.
  func open() throws(Errno) -> Descriptor { try Linux.open(directories[0], [.directory]) }

  /// Kills what is in it and removes it; waits at most five seconds for the kernel to let go.
  func remove() throws(Errno) {
    for directory in directories {
      var tries = 0
      while true {
        do throws(Errno) {
          try Linux.removeDirectory(directory)
          break
        } catch .noSuchFile {
          break
        } catch .busy where tries < 5000 {
          tries += 1
          try killMembers(of: directory)
          Linux.sleep(nanoseconds: 1_000_000)
        }
      }
    }
  }

  private func killMembers(of directory: String) throws(Errno) {
    let file = try Linux.open("\(directory)/cgroup.procs", [.readOnly])
    for line in try Linux.readAll(file.number, most: 1 << 20).split(separator: 0x0A) {
      guard let pid = Int32(String(decoding: line, as: UTF8.self)), pid > 0 else { continue }
      do throws(Errno) {
        try Linux.kill(pid, 9)
      } catch .noSuchProcess {
        continue
      }
    }
  }

  /// Removes empty cgroups of launchers that were killed together with all that could have cleaned up.
  ///
  /// Garbage of others: what can't be removed now is left to the next one.
  func sweep() {
    let parents = layout == .version1 ? ["\(Self.root)/memory", "\(Self.root)/pids"] : [Self.root]
    for parent in parents {
      guard let names = try? Linux.names(inDirectory: parent) else { continue }
      for other in names where other.utf8.starts(with: family.utf8) && other != name {
        guard let pid = Int32(String(decoding: other.utf8.dropFirst(family.utf8.count), as: UTF8.self)), pid > 0 else {
          continue
        }
        if case .failure(.noSuchProcess) = Result(catching: { () throws(Errno) in try Linux.kill(pid, 0) }) {
          try? Linux.removeDirectory("\(parent)/\(other)")
        }
      }
    }
  }
}
