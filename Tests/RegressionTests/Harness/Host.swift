import Foundation
import Glibc

/// The host as the kernel shows it: what a call must leave as it was.
enum Host {
  static func bytes(_ path: String) -> [UInt8] {
    // The files of /proc have no size, so a reader that asks for it first sees nothing.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let length = unsafe read(descriptor, &buffer, buffer.count)
      guard length > 0 else { return all }
      all += buffer[..<length]
    }
  }

  static func text(_ path: String) -> String { String(decoding: bytes(path), as: UTF8.self) }

  static func names(in directory: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
  }

  /// The lines of mountinfo, proc_pid_mountinfo(5).
  static func mounts(of process: String = "self") -> [String] {
    text("/proc/\(process)/mountinfo").split(separator: "\n").map(String.init)
  }

  static func processes() -> [Int32] { names(in: "/proc").compactMap { Int32($0) } }

  /// The processes whose command line holds `text`.
  static func processes(mentioning text: String) -> [Int32] {
    let wanted = Array(text.utf8)
    return processes().filter { pid in
      pid != getpid() && Data(bytes("/proc/\(pid)/cmdline")).range(of: Data(wanted)) != nil
    }
  }

  /// The children of a process, and theirs.
  static func descendants(of pid: Int32) -> [Int32] {
    var parents: [Int32: Int32] = [:]
    for process in processes() { parents[process] = parent(of: process) }
    return parents.keys.filter { process in
      var at = process
      while let parent = parents[at], parent > 0, at != pid { at = parent }
      return at == pid && process != pid
    }.sorted()
  }

  static func parent(of pid: Int32) -> Int32 {
    // The name in parentheses may hold anything.
    let stat = text("/proc/\(pid)/stat")
    guard let end = stat.lastIndex(of: ")") else { return 0 }
    let fields = stat[stat.index(after: end)...].split(separator: " ")
    return fields.count > 1 ? Int32(fields[1]) ?? 0 : 0
  }

  /// One field of /proc/PID/status.
  static func status(_ pid: Int32, _ field: String) -> String? {
    for line in text("/proc/\(pid)/status").split(separator: "\n") where line.hasPrefix("\(field):") {
      return line.dropFirst(field.count + 1).trimmingCharacters(in: .whitespaces)
    }
    return nil
  }

  /// The inode of a namespace of a process.
  static func namespace(_ name: String, of process: String = "self") -> Int? {
    guard let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/ns/\(name)")
    else { return nil }
    return Int(link.drop { $0 != "[" }.dropFirst().dropLast())
  }

  /// The cgroups of launchers that are no more, in every hierarchy; others on this machine may be at work.
  static func abandonedCgroups() -> [String] {
    let root = "/sys/fs/cgroup"
    let places = [root] + names(in: root).map { "\(root)/\($0)" }
    return places.flatMap { place in
      names(in: place).filter { name in
        // The name ends with the launcher's pid.
        name.hasPrefix("sandbox-run") && !exists("/proc/\(name.split(separator: ".").last ?? "")/stat")
      }.map { "\(place)/\($0)" }
    }
  }

  /// Whether a condition comes to hold, at the latest after two seconds.
  static func settles(within seconds: Double = 2, _ condition: () -> Bool) -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    while !condition() {
      guard ContinuousClock.now < end else { return false }
      usleep(5000)
    }
    return true
  }

  /// Runs a tool of the host and answers what it prints; an error where it fails.
  @discardableResult
  static func run(_ path: String, _ words: String..., under wrapper: [String] = []) throws -> String {
    try run([path] + words, under: wrapper)
  }

  @discardableResult
  static func run(_ command: [String], under wrapper: [String] = []) throws -> String {
    let all = wrapper + command
    var start = Start(all[0], Array(all.dropFirst()))
    start.hasOutcome = false
    start.environment = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin"]
    let ended = try Running(start).wait()
    guard ended.status == 0 else {
      throw HarnessError("\(all.joined(separator: " ")) ended with \(ended.status): \(ended.message)")
    }
    return ended.text
  }
}

/// What a call must leave as it was, taken before and compared after.
struct HostState: Equatable {
  var mounts: [String]
  var cgroups: [String]
  var staging: [String]

  /// Names in the places where a launcher could leave something, but for those of the tests themselves.
  static func now() -> HostState {
    let places = ["/tmp", "/run", "/var/tmp", "/dev/shm", "/run/sandbox-run"]
    return HostState(
      mounts: Host.mounts().sorted(),
      cgroups: Host.abandonedCgroups().sorted(),
      staging: places.flatMap { place in Host.names(in: place).map { "\(place)/\($0)" } }
        .filter { $0.contains("sandbox") && !$0.contains("sandbox-run-test") }.sorted())
  }

  /// Whether the host comes back to this state: the kernel frees namespaces a little after their last process.
  func returns() -> Bool { Host.settles { HostState.now() == self } }
}

extension Host {
  /// What kind of file is at a path; symbolic links are not followed.
  static func kind(_ path: String) -> String {
    var information = stat()
    guard unsafe lstat(path, &information) == 0 else { return "absent" }
    return switch information.st_mode & S_IFMT {
    case S_IFDIR: "directory"
    case S_IFREG: "file"
    case S_IFLNK: "link"
    case S_IFCHR: "character-device"
    case S_IFBLK: "block-device"
    case S_IFSOCK: "socket"
    case S_IFIFO: "pipe"
    default: "other"
    }
  }

  static func exists(_ path: String) -> Bool { kind(path) != "absent" }
}
