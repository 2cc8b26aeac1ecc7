import Foundation

/// One operation of a profile that a test writes.
///
/// In words and keys, `$PROBE` is the probe's path, `$DIR` the sandbox's directory on the host, `$OUT` a directory in it
/// that everybody may write, `$LAUNCHER` the launcher's path.
struct Operation: Sendable {
  var name: String
  var words: [String]
  var keys: String

  /// Runs the probe with these words; `keys` are further lines of the operation.
  init(_ name: String, _ words: String..., keys: String = "") {
    self.name = name
    self.words = ["$PROBE"] + words
    self.keys = keys
  }

  /// Runs another command.
  init(_ name: String, command: [String], keys: String = "") {
    self.name = name
    words = command
    self.keys = keys
  }

  /// Sends itself a signal; `kill` is not among the calls of every command.
  static func signal(_ name: String, _ number: Int32, keys: String = "") -> Operation {
    Operation(name, "signal", "\(number)", keys: "syscalls: [\"@command\", kill]\n" + keys)
  }

  /// Leaves a file behind that says that the command ran.
  static func mark(_ name: String = "mark", keys: String = "") -> Operation {
    Operation(name, "write", "$OUT/marker", "ran", keys: "files: { write: [\"$OUT\"] }\n" + keys)
  }

  /// `report`, with the calls that it asks the kernel by.
  static func report(_ name: String = "report", parts: String..., keys: String = "") -> Operation {
    var operation = Operation(name, keys: keys + "\nsyscalls: [\(reportCalls)]")
    operation.words = ["$PROBE", "report"] + parts
    return operation
  }

  /// All that only ask.
  static let reportCalls = """
    "@command", capget, prctl, getresuid, getresgid, getgroups, getsid, getpgid, umask, personality, getpriority, \
    sched_getscheduler, ioprio_get, sched_getaffinity, getitimer, rt_sigpending, sigaltstack, statx, keyctl, \
    pidfd_open, ioctl, statfs, getdents64, uname, getcwd, prlimit64
    """

  /// The operation as YAML, indented to stand beneath `operations:`.
  var yaml: String {
    var lines = ["  \(name):", "    summary: \(name) of a test"]
    let argv = words.map { Self.quoted($0) }.joined(separator: ", ")
    lines.append("    run: [\(argv)]")
    lines += keys.split(separator: "\n").map { "    \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// As a YAML scalar in double quotes.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
