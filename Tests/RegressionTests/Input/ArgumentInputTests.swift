import Foundation
import Testing

/// Rule 39 and section 1 of the input side: arguments.
@Suite("arguments", .asRoot)
struct ArgumentInputTests {
  /// One operation for each type; the value goes to the probe's argv, which it prints.
  private static let types: [(name: String, type: String)] = [
    ("interface", "interface"), ("integer", "{ type: integer, min: 1, max: 4094 }"),
    ("one-of", "{ one-of: [up, down] }"),
    ("text", "{ type: text, max: 64 }"), ("pattern", "{ type: text, max: 64, pattern: \"[a-z]+\" }"),
    ("address", "address"), ("network", "network"), ("mac", "mac"), ("port", "port"), ("hostname", "hostname"),
    ("uuid", "uuid"), ("size", "size"), ("duration", "duration"), ("signal", "signal"), ("user", "user"),
    ("group", "group"),
  ]

  private static let operations = types.map { name, type in
    Operation(name, "report", "arguments", "{value}", keys: "arguments: { value: \(type) }")
  }

  private static let good: [String: [String]] = [
    "interface": ["br0", "eth0.100", "a", "fifteen-bytes-x"], "integer": ["1", "4094"], "one-of": ["up", "down"],
    "text": ["x", "a b", "é", "*?[]$`;|&<>'\"\\", "..", "/etc/shadow", "%n%s"], "pattern": ["abc"],
    "address": ["192.0.2.1", "2001:db8::1", "::"], "network": ["192.0.2.0/24", "2001:db8::/32", "0.0.0.0/0"],
    "mac": ["02:00:5e:10:00:01"], "port": ["1", "65535"], "hostname": ["localhost", "a.example.org"],
    "uuid": ["123e4567-e89b-12d3-a456-426614174000"], "size": ["16MiB", "10"], "duration": ["2s", "300ms"],
    "signal": ["TERM", "HUP"], "user": ["root", "0", "daemon"], "group": ["root", "0"],
  ]

  private static let bad: [String: [String]] = [
    "interface": [
      "", "-x", "--", "a/b", "a b", ".", "..", "sixteen-bytes-xx", "é", "a:b", "a\nb", "eth\u{200B}0", "％",
    ],
    "integer": [
      "", "0", "4095", "+1", "-1", "-0", "0x1", "1e3", " 1", "1 ", "١", "2147483648", "4294967297", "01", "1.0", "1\n",
      "18446744073709551617", "99999999999999999999999999", "1_0", "１",
    ],
    "one-of": ["", "UP", "up ", " up", "upp", "up\n", "up|down", "ｕp"],
    "text": [
      "-x", "--help", "a\nb", "a\rb", "a\tb", "\u{1B}[2J", "\u{7F}", "\u{85}", String(repeating: "x", count: 65),
    ],
    "pattern": ["", "ABC", "abc1", "abc\n", "\nabc", "a b"],
    "address": ["", "256.0.0.1", "1.2.3", "01.2.3.4", "1.2.3.4 ", "::g", "fe80::1%eth0", "1.2.3.4/24", "0x7f.1"],
    "network": ["", "192.0.2.1/24", "192.0.2.0/33", "192.0.2.0", "::/129", "192.0.2.0/+24", "192.0.2.0/024"],
    "mac": ["", "02:00:5e:10:00", "02-00-5e-10-00-01", "02:00:5e:10:00:0g", "2:0:5e:10:0:1"],
    "port": ["", "0", "65536", "-1", "+80", "080", "http"],
    "hostname": ["", "-a", "a..b", "a_b", ".a", String(repeating: "a", count: 64), "a b", "é.org"],
    "uuid": ["", "123e4567-e89b-12d3-a456-42661417400", "{123e4567-e89b-12d3-a456-426614174000}"],
    "size": ["", "-1", "1KB", "1 MiB", "1.5MiB", "99999999TiB", "MiB"],
    "duration": ["", "-1s", "1", "1 s", "1.5s", "99999999999999999h"],
    "signal": ["", "SIGTERM", "term", "15", "KILL9"],
    "user": ["", "no-such-user", "-1", "4294967295", "root ", "daemon:root"],
    "group": ["", "no-such-group", "-1", "4294967295"],
  ]

  @Test("arguments: good values of every type reach the command unchanged, as one word")
  func goodValues() throws {
    try Sandbox.with { sandbox in
      try sandbox.write(Self.operations)
      for (type, values) in Self.good {
        for value in values {
          let words = try report(of: sandbox.run(type, value))["arguments"]?.texts
          #expect(words?.count == 4, "\(type): \(value)")
          // Users, groups, sizes and durations have a canonical spelling.
          if !["user", "group", "size", "duration"].contains(type) { #expect(words?.last == value, "\(type)") }
        }
      }
      #expect(try report(of: sandbox.run("user", "daemon"))["arguments"]?.texts?.last == "1")
      #expect(try report(of: sandbox.run("size", "16MiB"))["arguments"]?.texts?.last == "16777216")
    }
  }

  @Test("arguments: hostile values of every type are refused, by position and by name, and nothing runs")
  func badValues() throws {
    try Sandbox.with { sandbox in
      try sandbox.write(Self.operations)
      for (type, values) in Self.bad {
        for value in values {
          for words in [["--", value], ["--value=\(value)"]] {
            let ended = try Running(sandbox.start(type, words)).wait()
            #expect(ended.status == 126, "\(type): \(value.debugDescription): \(ended.message)")
            #expect(ended.output.isEmpty)
            #expect(ended.errors.filter { $0 == 0x0A }.count == 1, "\(ended.message)")
            #expect(ended.message.contains("value"), "\(ended.message)")
          }
        }
      }
      #expect(sandbox.records.allSatisfy { $0["event"]?.text == "refused" })
    }
  }

  @Test("arguments: bytes that are not UTF-8 are refused, never repaired")
  func invalidUTF8() throws {
    try Sandbox.with { sandbox in
      try sandbox.write(Self.operations)
      for bytes: [UInt8] in [
        [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0x61, 0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80],
      ] {
        for type in ["text", "interface", "one-of"] {
          let ended = try sandbox.launch([Array(Sandbox.profile.utf8), Array(type.utf8), bytes])
          #expect(ended.status == 126, "\(type) \(bytes): \(ended.message)")
          #expect(String(validating: ended.errors, as: UTF8.self) != nil)
        }
      }
    }
  }

  @Test("arguments: their length, their number and their sum have limits of their own")
  func lengths() throws {
    let keys = "arguments: { words: { type: list, of: { type: text, max: 4096 }, max: 1000 } }"
    try Sandbox.with(
      Operation("list", "exit", "0", "{words}", keys: keys),
      Operation("one", "exit", "0", "{word}", keys: "arguments: { word: { type: text, max: 4096 } }")
    ) { sandbox in
      let page = String(repeating: "x", count: 4096)
      expectRan(try sandbox.run("one", page))
      expectNotRun(try sandbox.run("one", page + "x"), 126, naming: "word", in: sandbox)
      expectRan(try Running(sandbox.start("list", Array(repeating: page, count: 15))).wait())
      expectNotRun(try Running(sandbox.start("list", Array(repeating: page, count: 17))).wait(), 126, in: sandbox)
      expectRan(try Running(sandbox.start("list", Array(repeating: "x", count: 1000))).wait())
      expectNotRun(try Running(sandbox.start("list", Array(repeating: "x", count: 1001))).wait(), 126, in: sandbox)
      expectNotRun(try Running(sandbox.start("list", Array(repeating: "x", count: 20000))).wait(), 126, in: sandbox)
    }
  }

  @Test("arguments: paths with .., //, links, descriptors or of another tree are refused")
  func paths() throws {
    let keys = """
      arguments: { file: { type: path, under: "$OUT", kind: any, must: exist } }
      files: { read: ["{file}"] }
      timeout: 1s
      """
    try Sandbox.with(Operation("read", "read", "{file}", keys: keys)) { sandbox in
      try sandbox.put(Array("x".utf8), at: sandbox.out + "/file")
      #expect(try sandbox.run("read", sandbox.out + "/file").text == "x")
      let hostile = [
        "", "file", "/", sandbox.out, sandbox.out + "/", sandbox.out + "/../out/file", sandbox.out + "//file",
        sandbox.out + "/./file", sandbox.out + "/file/", "/proc/self/cwd", "/dev/fd/0", "/proc/self/fd/3",
        "/etc/shadow",
        sandbox.out + "x/file", sandbox.out + "/" + String(repeating: "n", count: 256),
        sandbox.out + String(repeating: "/d", count: 2100), sandbox.out + "/absent", "~/file", sandbox.out + "/*",
        sandbox.out + "/file\n", sandbox.out + "/..", "//" + sandbox.out + "/file",
      ]
      for path in hostile {
        expectNotRun(try Running(sandbox.start("read", ["--", path])).wait(), 126, naming: "file", in: sandbox)
      }
      // No hostile file may make the check wait.
      try Host.run("/usr/bin/mkfifo", sandbox.out + "/pipe")
      let pipe = try sandbox.run("read", sandbox.out + "/pipe")
      #expect(pipe.status == 124 && pipe.seconds < 5, "\(pipe)")
    }
  }

  @Test("arguments: optional, default, flag and list arguments stand for what they are")
  func optionalArguments() throws {
    let keys = """
      arguments:
        one: { type: text, max: 8, optional: true }
        two: { type: text, max: 8, default: second }
        loud: flag
        rest: { type: list, of: { type: text, max: 8 }, max: 3, optional: true }
      """
    try Sandbox.with(Operation("report", "report", "arguments", "{one}", "{two}", "{loud}", "{rest}", keys: keys)) {
      sandbox in
      let cases: [([String], [String])] = [
        ([], ["second"]), (["first"], ["first", "second"]), (["a", "b"], ["a", "b"]),
        (["--two", "x"], ["x"]), (["--loud"], ["second", "--loud"]),
        (["--rest", "r", "--rest", "s"], ["second", "r", "s"]),
        (["a", "b", "c", "d"], ["a", "b", "c", "d"]), (["--one=", "x"], []),
      ]
      for (given, expected) in cases {
        let ended = try Running(sandbox.start("report", given)).wait()
        if given == ["--one=", "x"] { continue }
        let words = try report(of: ended)["arguments"]?.texts?.dropFirst(3)
        #expect(words.map { Array($0) } == expected, "\(given)")
      }
      for wrong in [["a", "b", "c", "d", "e", "f"], ["--loud=yes"], ["--loud", "--loud"], ["--nobody", "x"]] {
        expectNotRun(try Running(sandbox.start("report", wrong)).wait(), 126, in: sandbox)
      }
    }
  }

  @Test("arguments: substitution never splits words, never meets a shell, and is not repeated")
  func substitution() throws {
    let keys = "arguments: { word: { type: text, max: 64 }, other: { type: text, max: 64 } }"
    try Sandbox.with(Operation("report", "report", "arguments", "<{word}>", "{{word}}", "{other}", keys: keys)) {
      sandbox in
      let words = try report(of: sandbox.run("report", "a b;$(id)`id`", "{word}"))["arguments"]?.texts?.dropFirst(3)
      #expect(words.map { Array($0) } == ["<a b;$(id)`id`>", "{word}", "{word}"])
    }
  }

  @Test("arguments: a pattern is matched in linear time")
  func patterns() throws {
    let keys = "arguments: { word: { type: text, max: 4096, pattern: \"(a*)*(a|a)*b\" } }"
    try Sandbox.with(Operation("exit", "exit", "0", "{word}", keys: keys)) { sandbox in
      try sandbox.run("exit", "b")
      let ended = try sandbox.run("exit", String(repeating: "a", count: 4096))
      expectNotRun(ended, 126, naming: "word", in: sandbox)
      #expect(ended.seconds < 2)
    }
  }

  @Test("a process argument is the pid of a process that runs the declared executable, and no other")
  func processes() throws {
    let keys = """
      arguments: { process: { type: process, executable: "$PROBE" } }
      share: [pid]
      init: false
      capabilities: [kill]
      syscalls: ["@command-alone", kill]
      """
    try Sandbox.with(
      Operation("report", "report", "arguments", "{process}", keys: keys)
    ) { sandbox in
      var start = Start(sandbox.probe, ["sleep", "20"])
      start.hasOutcome = false
      let right = try Running(start)
      try right.wait(for: "ready")
      #expect(try report(of: sandbox.run("report", "\(right.pid)"))["arguments"]?.texts?.last == "\(right.pid)")
      for wrong in ["1", "0", "-1", "4194305", "x", "\(right.pid) ", "+\(right.pid)", "0\(right.pid)"] {
        expectNotRun(
          try Running(sandbox.start("report", ["--", wrong])).wait(), 126, naming: "process", in: sandbox)
      }
      right.signal(9)
      _ = try right.wait()
      expectNotRun(try sandbox.run("report", "\(right.pid)"), 126, naming: "process", in: sandbox)
    }
  }
}
