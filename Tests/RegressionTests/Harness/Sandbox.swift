import Foundation
import Glibc
import Testing

/// A trusted place for one test: programs, a profile, policies, an audit file, and a directory to write to.
///
/// All of it is gone when ``with(_:_:)`` ends, however it ends.
final class Sandbox {
  let directory: String
  var profiles: String { directory + "/profiles" }
  var policies: String { directory + "/policies" }
  var audit: String { directory + "/audit.jsonl" }
  var out: String { directory + "/out" }
  var probe: String { directory + "/programs/sandbox-probe" }
  /// One for all: with its hard links the launcher would not use the sandbox-profile beside it.
  let launcher: String

  /// The name of the profile that ``with(_:_:)`` writes.
  static let profile = "test"

  private init() throws {
    let programs = try Machine.programs.get()
    launcher = programs + "/sandbox-run"
    var template = Array("/run/sandbox-run-test.XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw HarnessError("no directory beneath /run") }
    directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    unsafe chmod(directory, 0o755)
    for (name, mode) in [("programs", 0o755), ("profiles", 0o755), ("policies", 0o755), ("out", 0o777)] {
      unsafe mkdir("\(directory)/\(name)", mode_t(mode))
      // The test's own umask must not matter.
      unsafe chmod("\(directory)/\(name)", mode_t(mode))
    }
    // A link, not a copy: 10 MB, hundreds of times.
    guard unsafe link("\(programs)/sandbox-probe", probe) == 0 else {
      throw HarnessError("no link to sandbox-probe in \(directory)")
    }
  }

  /// Runs `body` with a place that has one profile of these operations.
  static func with<Result>(_ operations: Operation..., body: (Sandbox) throws -> Result) throws -> Result {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    if !operations.isEmpty { try sandbox.write(operations) }
    return try body(sandbox)
  }

  private func remove() {
    // Of a call that a failing test did not end.
    for process in processes { kill(process, SIGKILL) }
    // A mount that a failing test left would keep its directory.
    for mount in Host.mounts() where mount.contains(" \(directory)/") {
      let fields = mount.split(separator: " ")
      if fields.count > 4 { unsafe umount2(String(fields[4]), Int32(MNT_DETACH)) }
    }
    // Again, where a process that was just killed has still added to it.
    _ = Host.settles {
      try? FileManager.default.removeItem(atPath: directory)
      return !Host.exists(directory)
    }
  }

  // MARK: - Profiles

  /// Writes a profile of these operations.
  func write(_ operations: [Operation], profile: String = Sandbox.profile) throws {
    try write(yaml: Self.yaml(operations), profile: profile)
  }

  static func yaml(_ operations: [Operation]) -> String {
    "summary: A profile of a test\n\noperations:\n" + operations.map(\.yaml).joined(separator: "\n")
  }

  /// Writes a profile of this text.
  func write(yaml: String, profile: String = Sandbox.profile) throws {
    try put(Array(expand(yaml).utf8), at: "\(profiles)/\(profile).yaml")
  }

  /// Fills in `$PROBE`, `$DIR` and `$OUT`.
  func expand(_ text: String) -> String {
    text.replacing("$PROBE", with: probe).replacing("$DIR", with: directory).replacing("$OUT", with: out)
      .replacing("$LAUNCHER", with: launcher)
  }

  /// Writes a file that root alone can write.
  func put(_ bytes: [UInt8], at path: String, mode: Int = 0o644) throws {
    try Data(bytes).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  // MARK: - Calls

  /// The options that every call has.
  var options: [String] {
    ["--profiles", profiles, "--policies", policies, "--audit", audit, "--outcome-fd", "3"]
  }

  /// What starts the launcher for this call.
  func start(
    _ operation: String, _ arguments: [String] = [], profile: String = Sandbox.profile, under wrapper: [String] = [],
    options extra: [String] = []
  ) -> Start {
    let words = options + extra + [profile, operation] + arguments
    guard let first = wrapper.first else { return Start(launcher, words) }
    return Start(first, Array(wrapper.dropFirst()) + [launcher] + words)
  }

  /// Runs an operation to its end.
  @discardableResult
  func run(
    _ operation: String, _ arguments: String..., profile: String = Sandbox.profile, under wrapper: [String] = [],
    options: [String] = [], input: Start.Input = .empty
  ) throws -> Ended {
    var start = start(operation, arguments, profile: profile, under: wrapper, options: options)
    start.input = input
    return try Running(start).wait()
  }

  /// Runs the launcher with exactly these words after the options.
  @discardableResult
  func launch(_ words: [[UInt8]]) throws -> Ended {
    var start = Start(launcher, options)
    start.words += words
    return try Running(start).wait()
  }

  // MARK: - What is left

  /// Whether the command of ``Operation/mark(_:keys:)`` ran; forgets it.
  func takeMark() -> Bool {
    defer { unsafe unlink("\(out)/marker") }
    return unsafe access("\(out)/marker", F_OK) == 0
  }

  /// The audit records so far.
  var records: [JSON] {
    let bytes = [UInt8](FileManager.default.contents(atPath: audit) ?? Data())
    return bytes.split(separator: 0x0A).map { JSON(bytes: Array($0)) ?? .text("not JSON") }
  }

  /// Every process that still belongs to this place: the launcher, its pid 1, and what they run.
  var processes: [Int32] { Host.processes(mentioning: directory) }
}

extension Sandbox {
  /// Starts an operation that says `ready` and stays, and finds its command as the host sees it.
  func stay(
    _ operation: String, _ arguments: String..., profile: String = Sandbox.profile, under wrapper: [String] = []
  ) throws -> Staying {
    let running = try Running(start(operation, arguments, profile: profile, under: wrapper))
    try running.wait(for: "ready")
    let command = Host.descendants(of: running.pid).first { pid in
      Host.text("/proc/\(pid)/cmdline").hasPrefix(probe)
    }
    guard let command else { throw HarnessError("no process of \(running.pid) runs \(probe)") }
    return Staying(running: running, command: command)
  }
}

/// A call whose command is running, seen from outside: what the kernel says of it needs no trust in the probe.
struct Staying {
  let running: Running
  /// The command's pid on the host.
  let command: Int32

  /// The launcher's own pid 1, where the operation has one.
  var initProcess: Int32 { Host.parent(of: command) }

  /// The mounts of the command, each with its fields.
  var mounts: [Mount] { Host.mounts(of: String(command)).compactMap { Mount($0) } }

  /// One line of mountinfo.
  struct Mount {
    var place: String
    var options: Set<String>
    var tags: [String]
    var type: String
    var isReadOnly: Bool { options.contains("ro") }

    init?(_ line: String) {
      let fields = line.split(separator: " ").map(String.init)
      guard fields.count > 8, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count else { return nil }
      place = fields[4]
      options = Set(fields[5].split(separator: ",").map(String.init))
      tags = Array(fields[6..<dash])
      type = fields[dash + 1]
    }
  }

  /// Every path of the command's view, walked through /proc/PID/root, with its kind; `skipping` trees are left out.
  func view(skipping: Set<String> = ["/proc"]) -> [String: String] {
    let root = "/proc/\(command)/root"
    var found: [String: String] = [:]
    var waiting = [""]
    while let path = waiting.popLast() {
      for name in Host.names(in: root + path + "/") {
        let one = path + "/" + name
        let kind = Host.kind(root + one)
        found[one] = kind
        if kind == "directory", !skipping.contains(one) { waiting.append(one) }
      }
    }
    return found
  }
}
