import Foundation
import Testing

/// Promise 10, as far as the launcher goes: what a caller gives is looked at only as the value of its type.
@Suite("untrusted-input", .asRoot, .needs("/usr/bin/strace"))
struct UntrustedInputTests {
  @Test("untrusted-input: a refused argument reaches no system call but the one that reads it and those that report it")
  func refusedArgument() throws {
    let keys = "arguments: { link: interface }\nfiles: { read: [\"/sys/class/net/{link}\"] }"
    try Sandbox.with(.mark("plain"), Operation("look", "exit", "0", keys: keys)) { sandbox in
      try sandbox.run("plain")
      let trace = sandbox.directory + "/trace"
      let ended = try sandbox.run(
        "look", "zz/../hostile", under: ["/usr/bin/strace", "-f", "-qq", "-s", "4096", "-o", trace, "--"])
      #expect(ended.status == 126, "\(ended.message)")
      let lines = Host.text(trace).split(separator: "\n").filter { $0.contains("hostile") }
      #expect(!lines.isEmpty, "the trace is empty: nothing was proved")
      for line in lines {
        #expect(line.contains("execve(") || line.contains("write(") || line.contains("writev("), "\(line)")
      }
      #expect(!Host.text(trace).contains("clone3("), "a process was made for a refused call")
    }
  }

  @Test("untrusted-input: the launcher reads nothing from its environment")
  func environment() throws {
    try Sandbox.with(.report(parts: "environment")) { sandbox in
      let hostile = [
        "LD_PRELOAD=/evil/a.so", "LD_LIBRARY_PATH=/evil", "GLIBC_TUNABLES=glibc.malloc.check=3", "LOCPATH=/evil",
        "GCONV_PATH=/evil", "NLSPATH=/evil/%N", "TZ=/evil/tz", "TMPDIR=/evil", "PATH=/evil:.:", "IFS=x",
        "BASH_ENV=/evil",
        "SWIFT_BACKTRACE=enable=yes,output-to=/evil", "SWIFT_BACKTRACE=swift-backtrace=/evil/bt", "SWIFT_ROOT=/evil",
        "SWIFT_DEBUG_ENABLE_MALLOC_SCRIBBLE=1", "SWIFT_DEBUG_VALIDATE_SHARED_CACHE_PROTOCOL_CONFORMANCES=1",
        "HOME=/evil", "MALLOC_TRACE=/evil", "NOTIFY_SOCKET=/evil/s", "LISTEN_FDS=3", "no-equals-sign", "=empty-name",
        "SAME=1", "SAME=2",
      ]
      try sandbox.run("report")
      let trace = sandbox.directory + "/trace"
      var start = sandbox.start(
        "report", under: ["/usr/bin/strace", "-f", "-qq", "-s", "4096", "-e", "trace=file", "-o", trace, "--"])
      start.environment = hostile
      let ended = try Running(start).wait()
      let variables = try #require(try report(of: ended)["environment"]?.texts)
      #expect(variables.count == 1 && variables[0].hasPrefix("PATH=/") && !variables[0].contains("evil"))
      let paths = Host.text(trace).split(separator: "\n").filter { $0.contains("/evil") && !$0.contains("execve(") }
      #expect(paths.isEmpty, "\(paths)")
    }
  }
}
