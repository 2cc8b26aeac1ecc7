import Foundation
import Glibc
import Testing

/// Promise 4: what was validated (path, profile, command) is the same object that is used.
@Suite("checked-is-used", .asRoot)
struct CheckedIsUsedTests {
  private static let read = Operation(
    "read", "read", "{file}",
    keys: """
      arguments: { file: { type: path, under: "$OUT", kind: any, must: exist } }
      files: { read: ["{file}"] }
      """)

  @Test("checked-is-used: a path that changes between check and use never shows another file")
  func exchangedPath() throws {
    try Sandbox.with(Self.read) { sandbox in
      let files = FileManager.default
      try files.createDirectory(atPath: sandbox.out + "/a", withIntermediateDirectories: false)
      try sandbox.put(Array("open".utf8), at: sandbox.out + "/a/file")
      try files.createDirectory(atPath: sandbox.directory + "/secret", withIntermediateDirectories: false)
      try sandbox.put(Array("secret".utf8), at: sandbox.directory + "/secret/file")
      try sandbox.run("read", sandbox.out + "/a/file")
      // The directory and a link to the secret one change places all the time.
      try files.createSymbolicLink(atPath: sandbox.out + "/link", withDestinationPath: sandbox.directory + "/secret")
      var swapping = Start(sandbox.probe, ["swap", sandbox.out + "/a", sandbox.out + "/link"])
      swapping.hasOutcome = false
      let swapper = try Running(swapping)
      try swapper.wait(for: "ready")
      var shown = 0
      for _ in 0..<60 {
        let ended = try sandbox.run("read", sandbox.out + "/a/file")
        #expect(!ended.text.contains("secret"))
        if ended.status == 0 {
          #expect(ended.text == "open")
          shown += 1
        } else {
          #expect([125, 126].contains(ended.status), "\(ended.message)")
        }
      }
      swapper.signal(9)
      #expect(shown > 0, "no call got through: nothing was proved")
    }
  }

  @Test("checked-is-used: symbolic links are refused in the last and in a middle component")
  func links() throws {
    try Sandbox.with(Self.read) { sandbox in
      let files = FileManager.default
      try files.createDirectory(atPath: sandbox.out + "/real", withIntermediateDirectories: false)
      try sandbox.put(Array("open".utf8), at: sandbox.out + "/real/file")
      try files.createSymbolicLink(atPath: sandbox.out + "/link", withDestinationPath: sandbox.out + "/real")
      try files.createSymbolicLink(atPath: sandbox.out + "/real/last", withDestinationPath: "/etc/shadow")
      #expect(try sandbox.run("read", sandbox.out + "/real/file").text == "open")
      for path in ["/link/file", "/real/last", "/link"] {
        let ended = try sandbox.run("read", sandbox.out + path)
        expectNotRun(ended, 126, naming: "file", in: sandbox)
      }
    }
  }

  @Test("checked-is-used: kind and existence are those of the very file")
  func kinds() throws {
    let kinds = ["file", "directory", "block-device", "socket"]
    let operations = kinds.map { kind in
      Operation(
        kind, "open", "{file}",
        keys:
          "arguments: { file: { type: path, under: \"$DIR\", kind: \(kind), must: exist } }\nfiles: { read: [\"{file}\"] }"
      )
    }
    try Sandbox.with(operations[0]) { sandbox in
      try sandbox.write(operations)
      try sandbox.put([], at: sandbox.out + "/plain")
      try Host.run("/usr/bin/mkfifo", sandbox.out + "/pipe")
      try Host.run("/usr/bin/mknod", sandbox.out + "/block-device", "b", "7", "99")
      try Host.run("/usr/bin/mknod", sandbox.out + "/device", "c", "1", "3")
      let socket = try bindSocket(sandbox.out + "/socket")
      defer { close(socket) }
      let examples = [
        "file": sandbox.out + "/plain", "directory": sandbox.out, "pipe": sandbox.out + "/pipe",
        "device": sandbox.out + "/device", "block-device": sandbox.out + "/block-device",
        "socket": sandbox.out + "/socket", "absent": sandbox.out + "/absent",
      ]
      for kind in kinds {
        for (what, path) in examples {
          let ended = try sandbox.run(kind, path)
          if what == kind {
            expectRan(ended)
          } else {
            expectNotRun(ended, 126, naming: "file", in: sandbox)
          }
        }
      }
    }
  }

  private func bindSocket(_ path: String) throws -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
    let result = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard result == 0 else { throw HarnessError("no socket at \(path)") }
    return descriptor
  }

  @Test("checked-is-used: a tree may be the whole host, and an argument then any file of it")
  func wholeHost() throws {
    let keys = "arguments: { file: { type: path, under: /, kind: file, must: exist } }\nfiles: { read: [\"{file}\"] }"
    try Sandbox.with(Operation("read", "read", "{file}", keys: keys)) { sandbox in
      try sandbox.put(Array("open".utf8), at: sandbox.out + "/plain")
      #expect(try report(text: sandbox.run("read", sandbox.out + "/plain")) == "open")
    }
  }

  private func report(text ended: Ended) throws -> String {
    expectRan(ended)
    return ended.text
  }

  @Test("checked-is-used: a command or profile that changed since it was compiled is compiled again, never run stale")
  func staleness() throws {
    try Sandbox.with(Operation("tool", command: ["$DIR/programs/tool"])) { sandbox in
      let tool = sandbox.directory + "/programs/tool"
      try sandbox.put(Host.bytes("/usr/bin/true"), at: tool, mode: 0o755)
      expectRan(try sandbox.run("tool"))
      // Another file at the same place, as an upgrade leaves it.
      try sandbox.put(Host.bytes("/usr/bin/false"), at: tool + ".new", mode: 0o755)
      try Host.run("/usr/bin/mv", tool + ".new", tool)
      expectRan(try sandbox.run("tool"), 1)
      try sandbox.write([Operation("tool", "exit", "7")])
      expectRan(try sandbox.run("tool"), 7)
    }
  }
}
