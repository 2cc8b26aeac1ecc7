import Foundation
import Glibc
import Testing

/// Rule 42: policy files that are truncated, bit-flipped, of another version or machine, or stale are compiled again;
/// never trusted.
@Suite("policy files", .asRoot)
struct PolicyFileTests {
  @Test("policy files: one is written at the first call, and used as it is by the next")
  func written() throws {
    try Sandbox.with(.mark()) { sandbox in
      expectRan(try sandbox.run("mark"))
      let path = sandbox.policies + "/test.policy"
      let first = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
      #expect(sandbox.takeMark())
      expectRan(try sandbox.run("mark"))
      let second = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
      #expect(first != nil && first == second)
      #expect(Host.names(in: sandbox.policies) == ["test.policy"])
    }
  }

  @Test("policy files: truncated at any place, they are compiled again")
  func truncated() throws {
    try Sandbox.with(Operation("exit", "exit", "7")) { sandbox in
      try sandbox.run("exit")
      let path = sandbox.policies + "/test.policy"
      let whole = Host.bytes(path)
      #expect(whole.count > 100)
      for length in [
        0, 1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 40, 64, whole.count / 2, whole.count - 8, whole.count - 1,
      ] {
        try sandbox.put(Array(whole[..<length]), at: path)
        expectRan(try sandbox.run("exit"), 7)
        #expect(Host.bytes(path).count == whole.count, "\(length)")
      }
      try sandbox.put(whole + [0], at: path)
      expectRan(try sandbox.run("exit"), 7)
    }
  }

  @Test("policy files: with any bit flipped they are compiled again")
  func flipped() throws {
    try Sandbox.with(Operation("exit", "exit", "7")) { sandbox in
      try sandbox.run("exit")
      let path = sandbox.policies + "/test.policy"
      let whole = Host.bytes(path)
      // Every byte of the head, which says version and machine, and some of the rest.
      for place in Array(0..<48) + (0..<40).map({ 48 + $0 * (whole.count - 48) / 40 }) where place < whole.count {
        var bytes = whole
        bytes[place] ^= 1 << UInt8(place % 8)
        try sandbox.put(bytes, at: path)
        let ended = try sandbox.run("exit")
        #expect(ended.status == 7, "\(place): \(ended.status) \(ended.message)")
      }
    }
  }

  @Test("policy files: one that others could have written, or that is no plain file, is not used")
  func untrusted() throws {
    try Sandbox.with(Operation("exit", "exit", "7")) { sandbox in
      try sandbox.run("exit")
      let path = sandbox.policies + "/test.policy"
      let good = Host.bytes(path)
      // The policy of another profile, which says something else under the same name.
      try sandbox.write([Operation("exit", "exit", "9")])
      try sandbox.run("exit")
      let evil = Host.bytes(path)
      try sandbox.write([Operation("exit", "exit", "7")])
      let cases: [(String, () throws -> Void)] = [
        ("stale", { try sandbox.put(evil, at: path) }),
        (
          "of another owner",
          {
            try sandbox.put(good, at: path); unsafe chown(path, 65534, 0)
          }
        ),
        ("writable by all", { try sandbox.put(good, at: path, mode: 0o666) }),
        (
          "a symlink",
          {
            try sandbox.put(evil, at: sandbox.out + "/evil")
            unsafe symlink(sandbox.out + "/evil", path)
          }
        ),
        ("a FIFO", { unsafe mkfifo(path, 0o644) }),
        ("a directory", { unsafe mkdir(path, 0o755) }),
      ]
      for (what, spoil) in cases {
        if unsafe unlink(path) != 0 { unsafe rmdir(path) }
        try spoil()
        let ended = try sandbox.run("exit")
        // What is stale is compiled again; what somebody else could have put there may be left for root to look at.
        #expect([7, 125].contains(ended.status), "\(what): \(ended.status) \(ended.message)")
        if what == "stale" { #expect(ended.status == 7, "\(what): \(ended.message)") }
        if ended.status == 125 { #expect(ended.message.contains(path), "\(what): \(ended.message)") }
      }
    }
  }

  @Test("policy files: a directory that can't be written is an error that says so; nothing is run")
  func readOnlyDirectory() throws {
    try Sandbox.with(.mark()) { sandbox in
      try Host.run("/usr/bin/mount", "-t", "tmpfs", "-o", "ro,mode=0755", "tmpfs", sandbox.policies)
      let ended = try sandbox.run("mark")
      unsafe umount2(sandbox.policies, Int32(MNT_DETACH))
      expectNotRun(ended, 125, naming: sandbox.policies, in: sandbox)
    }
  }

  @Test("policy files: many first calls at one time all succeed and leave one policy")
  func concurrent() throws {
    try Sandbox.with(Operation("exit", "exit", "0")) { sandbox in
      let all = try (0..<12).map { _ in try Running(sandbox.start("exit")) }
      for one in all { expectRan(try one.wait()) }
      #expect(Host.names(in: sandbox.policies) == ["test.policy"])
    }
  }
}
