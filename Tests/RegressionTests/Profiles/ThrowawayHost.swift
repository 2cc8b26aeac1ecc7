import Foundation
import Glibc

/// Network and mount namespaces that stand for a host: bridges, mounts and firewall rules made in them are gone with
/// them. Only loop devices are the real host's.
final class ThrowawayHost {
  private let holder: Running
  private var madeNames = false

  /// What a command has to be put under to run there.
  let enter: [String]

  init() throws {
    var start = Start(
      "/usr/bin/unshare", ["--net", "--mount", "--propagation", "private", "--", "/bin/sh", "-c", "echo ready; read x"])
    start.hasOutcome = false
    start.input = .silent
    start.environment = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin"]
    holder = try Running(start)
    try holder.wait(for: "ready")
    enter = ["/usr/bin/nsenter", "--target=\(holder.pid)", "--net", "--mount", "--"]
    for directory in ["/srv", "/mnt"] {
      try run("/usr/bin/mount", "-t", "tmpfs", "-o", "mode=0755", "tmpfs", directory)
      try run("/usr/bin/mkdir", "\(directory)/example")
    }
    try run("/usr/bin/mount", "--make-shared", "/mnt")
    // The host's own /run stays: programs and profiles of the test are in it. Namespaces' names get a place of their own.
    unsafe mkdir("/run/netns", 0o755)
    try run("/usr/bin/mount", "-t", "tmpfs", "-o", "mode=0755", "tmpfs", "/run/netns")
    try run("/usr/bin/mount", "--make-shared", "/run/netns")
    try run("/usr/sbin/ip", "link", "set", "lo", "up")
  }

  deinit {
    if madeNames { unsafe rmdir("/run/netns") }
  }

  /// Runs a tool there; an error where it fails.
  @discardableResult
  func run(_ words: String...) throws -> String { try Host.run(words, under: enter) }

  /// What a tool prints there, or nothing where it fails.
  func look(_ words: String...) -> String? { try? Host.run(words, under: enter) }

  /// Runs a shell command there.
  @discardableResult
  func shell(_ script: String) throws -> String { try Host.run(["/bin/sh", "-c", script], under: enter) }
}
