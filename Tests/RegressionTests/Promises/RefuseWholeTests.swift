import Foundation
import Testing

/// Promise 5: a bad profile, argument, caller or kernel feature means that nothing was run; never half a sandbox.
@Suite("refuse-whole", .asRoot)
struct RefuseWholeTests {
  @Test("refuse-whole: what can't be built as planned is not run, and the message names it")
  func notBuilt() throws {
    try Sandbox.with(
      .mark(),
      Operation(
        "missing", "write", "$OUT/marker", "ran", keys: "files: { write: [\"$OUT\"], read: [/nonexistent/place] }"),
      Operation(
        "device", "write", "$OUT/marker", "ran", keys: "files: { write: [\"$OUT\"], devices: [nonexistent-device] }"),
      Operation(
        "network", "write", "$OUT/marker", "ran",
        keys: "files: { write: [\"$OUT\"] }\nnetwork: { namespace: /run/netns/nonexistent-one }"),
      Operation(
        "directory", "write", "$OUT/marker", "ran", keys: "files: { write: [\"$OUT\"] }\ndirectory: /nonexistent")
    ) { sandbox in
      expectRan(try sandbox.run("mark"))
      #expect(sandbox.takeMark(), "the marker does not work: nothing would be proved")
      expectNotRun(try sandbox.run("missing"), 125, naming: "/nonexistent/place", in: sandbox)
      expectNotRun(try sandbox.run("device"), 125, naming: "nonexistent-device", in: sandbox)
      expectNotRun(try sandbox.run("network"), 125, naming: "nonexistent-one", in: sandbox)
      expectNotRun(try sandbox.run("directory"), 125, naming: "/nonexistent", in: sandbox)
    }
  }

  @Test("refuse-whole: what does not exist is said to be missing, with status 127")
  func notFound() throws {
    try Sandbox.with(.mark(), .mark("other")) { sandbox in
      expectNotRun(try sandbox.run("unknown"), 127, naming: "unknown", in: sandbox)
      expectNotRun(try sandbox.run("mark", profile: "missing"), 127, naming: "missing", in: sandbox)
      try sandbox.write([Operation("tool", command: ["/nonexistent/tool"])], profile: "gone")
      expectNotRun(try sandbox.run("tool", profile: "gone"), 127, naming: "/nonexistent/tool", in: sandbox)
    }
  }

  @Test("refuse-whole: a profile with one error runs none of its operations")
  func badProfile() throws {
    try Sandbox.with(.mark()) { sandbox in
      try sandbox.write([.mark(), Operation("bad", "exit", "0", keys: "capabilities: [net_admn]")], profile: "bad")
      expectNotRun(try sandbox.run("mark", profile: "bad"), 125, naming: "net_admn", in: sandbox)
      // One bad profile does not touch the others.
      expectRan(try sandbox.run("mark"))
    }
  }

  @Test("refuse-whole: a function is for the daemon, and is refused as such")
  func function() throws {
    try Sandbox.with { sandbox in
      try sandbox.write(
        yaml: """
          summary: A function
          operations:
            call:
              summary: Calls a function
              function: writeFile
              with: { path: /run/nothing, text: "0" }
          """)
      expectNotRun(try sandbox.run("call"), 126, naming: "writeFile", in: sandbox)
    }
  }

  @Test(
    "refuse-whole: every wrong argument is refused before anything is run",
    arguments: [
      [], ["br0", "7", "x"], ["br0"], ["--link", "br0"], ["--link", "br0", "--link", "br1", "--number", "1"],
      ["--unknown", "x", "br0", "7"], ["br0", "8"], ["b/0", "7"], ["-br0", "7"], ["", "7"], ["br0", ""],
      ["br0", "--", "--number", "7"],
    ])
  func wrongArguments(arguments: [String]) throws {
    let keys = """
      arguments: { link: interface, number: { type: integer, min: 1, max: 7 } }
      environment: { LINK: "{link}", NUMBER: "{number}" }
      """
    try Sandbox.with(.mark(keys: keys)) { sandbox in
      let before = sandbox.records.count
      let ended = try Running(sandbox.start("mark", arguments)).wait()
      expectNotRun(ended, 126, naming: "test/mark", in: sandbox)
      #expect(sandbox.records.count == before + 1)
      #expect(sandbox.records.last?["event"]?.text == "refused")
    }
  }
}
