import Foundation
import Testing

/// Promise 8: memory, processes, output, time and private file systems all have a limit.
@Suite("bounded", .asRoot)
struct BoundedTests {
  @Test("bounded: a fork bomb stops at limits.processes, with the default as with a declared limit")
  func processes() throws {
    try Sandbox.with(
      Operation("default", "fork-bomb", "2000"),
      Operation("few", "fork-bomb", "2000", keys: "limits: { processes: 10 }"),
      Operation("few-as-root", "fork-bomb", "2000", keys: "user: root\nlimits: { processes: 10 }")
    ) { sandbox in
      for (operation, limit) in [("default", 64), ("few", 10), ("few-as-root", 10)] {
        let answer = try report(of: sandbox.run(operation))
        #expect(answer["made"]?.number == limit - 1, "\(operation): \(answer)")
        #expect(answer["error"]?.text == "EAGAIN")
      }
      #expect(Host.settles { sandbox.processes.isEmpty })
    }
  }

  @Test("bounded: memory stops at limits.memory")
  func memory() throws {
    try Sandbox.with(
      Operation("within", "allocate", "33554432", keys: "limits: { memory: 64MiB }"),
      Operation("beyond", "allocate", "134217728", keys: "limits: { memory: 64MiB }"),
      Operation("beyond-default", "allocate", "536870912")
    ) { sandbox in
      expectRan(try sandbox.run("within"))
      for operation in ["beyond", "beyond-default"] {
        let ended = try sandbox.run(operation)
        #expect(ended.status == 137 || ended.json?["result"]?.text == "ENOMEM", "\(ended.status) \(ended.text)")
      }
    }
  }

  @Test("bounded: open descriptors stop at limits.open-files")
  func descriptors() throws {
    try Sandbox.with(
      Operation("default", "open-many", "5000"),
      Operation("few", "open-many", "5000", keys: "limits: { open-files: 16 }")
    ) { sandbox in
      for (operation, limit) in [("default", 256), ("few", 16)] {
        let answer = try report(of: sandbox.run(operation))
        #expect(answer["open"]?.number == limit - 3, "\(operation): \(answer)")
        #expect(answer["error"]?.text == "EMFILE")
      }
    }
  }

  @Test("bounded: a private file system stops at its size, and a file at limits.file-size")
  func files() throws {
    try Sandbox.with(
      Operation("tmpfs", "fill", "/tmp/file", "16777216", keys: "files: { temporary: { \"/tmp\": 1MiB } }"),
      Operation(
        "file", "fill", "$OUT/file", "16777216", keys: "files: { write: [\"$OUT\"] }\nlimits: { file-size: 1MiB }"),
      Operation("root", "fill", "/file", "16777216"),
      Operation("dev", "fill", "/dev/file", "16777216")
    ) { sandbox in
      let tmpfs = try report(of: sandbox.run("tmpfs"))
      #expect(tmpfs["error"]?.text == "ENOSPC" && tmpfs["written"]?.number == 1 << 20, "\(tmpfs)")
      let file = try report(of: sandbox.run("file"))
      #expect(file["error"]?.text == "EFBIG" && file["written"]?.number == 1 << 20, "\(file)")
      // Nothing can be created outside what the profile names.
      #expect(try sandbox.run("root").status == 1)
      #expect(try sandbox.run("dev").status == 1)
    }
  }

  @Test(
    "bounded: output stops at limits.output, on either descriptor and on both", arguments: ["stdout", "stderr", "both"])
  func output(target: String) throws {
    try Sandbox.with(
      Operation("flood", "flood", target, "8388608", keys: "limits: { output: 64KiB }"),
      Operation("within", "flood", target, "65536", keys: "limits: { output: 64KiB }")
    ) { sandbox in
      let flood = try sandbox.run("flood")
      #expect(flood.outcome?["outcome"]?.text == "output-limit")
      #expect(flood.outcome?["success"]?.flag == false)
      #expect(flood.status == 137)
      let own = Array("sandbox-run: ".utf8)
      let complaint = flood.errors.indices.first { flood.errors[$0...].starts(with: own) } ?? flood.errors.count
      let said = flood.output.count + complaint
      #expect(said == 65536, "\(said)")
      let within = try sandbox.run("within")
      expectRan(within)
      #expect(within.output.count + within.errors.count == 65536)
    }
  }

  @Test("bounded: a flood of output costs the launcher no memory")
  func memoryOfLauncher() throws {
    let keys = "limits: { output: 256MiB }"
    try Sandbox.with(Operation("flood", "flood", "stdout", "134217728", "stay", keys: keys)) { sandbox in
      let running = try Running(sandbox.start("flood"))
      try running.wait(forBytes: 134_217_728)
      let peak = try #require(Host.status(running.pid, "VmHWM")?.split(separator: " ").first.flatMap { Int($0) })
      #expect(peak < 8 * 1024, "\(peak) KiB")
      running.signal(15)
      _ = try running.wait()
    }
  }

  @Test("bounded: wall time ends at the time-out, also for a command that ignores every signal")
  func time() throws {
    try Sandbox.with(
      Operation("late", "sleep", "60", keys: "timeout: 300ms"),
      Operation("deaf", "ignore-term", "60", keys: "timeout: 300ms")
    ) { sandbox in
      for operation in ["late", "deaf"] {
        let ended = try sandbox.run(operation)
        #expect(ended.status == 124, "\(ended.message)")
        #expect(ended.outcome?["outcome"]?.text == "timed-out")
        #expect(ended.seconds >= 0.3 && ended.seconds < 3, "\(ended.seconds)")
        #expect(ended.message.hasPrefix("sandbox-run: "))
      }
      #expect(Host.settles { sandbox.processes.isEmpty })
    }
  }

  @Test("bounded: processor time ends at limits.cpu-time")
  func processorTime() throws {
    try Sandbox.with(Operation("spin", "spin", keys: "limits: { cpu-time: 1s }\ntimeout: 20s")) { sandbox in
      let ended = try sandbox.run("spin")
      #expect(ended.outcome?["outcome"]?.text == "signalled", "\(ended.message)")
      #expect(ended.seconds < 10)
    }
  }

  @Test("bounded: every limit is finite by default")
  func defaults() throws {
    try Sandbox.with(.report(parts: "limits")) { sandbox in
      let limits = try #require(try report(of: sandbox.run("report"))["limits"])
      for name in ["cpu", "fsize", "stack", "nofile", "core", "memlock", "sigpending", "msgqueue", "rtprio", "nice"] {
        let values = try #require(limits[name]?.numbers, "\(name)")
        #expect(values.allSatisfy { $0 >= 0 }, "\(name): \(values)")
        #expect(values[0] == values[1], "\(name) could be raised: \(values)")
      }
      #expect(limits["core"]?.numbers == [0, 0])
    }
  }
}
