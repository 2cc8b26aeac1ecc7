import Foundation
import Glibc
import Testing

/// Promise 6: nothing that exists inside gives more than the plan.
@Suite("no-way-back", .asRoot)
struct NoWayBackTests {
  @Test("no-way-back: a set-uid file gives nothing")
  func setUserID() throws {
    let keys = "files: { execute: [\"$DIR/tools\"] }\nsyscalls: [\(Operation.reportCalls)]"
    try Sandbox.with(
      Operation("exec", "exec", "$DIR/tools/probe", "report", "identity", "capabilities", keys: keys)
    ) { sandbox in
      try FileManager.default.createDirectory(
        atPath: sandbox.directory + "/tools", withIntermediateDirectories: false)
      try FileManager.default.copyItem(atPath: sandbox.probe, toPath: sandbox.directory + "/tools/probe")
      unsafe chmod(sandbox.directory + "/tools/probe", 0o6755)
      // Outside, an ordinary user does become root by it.
      let outside = try Host.run(
        sandbox.directory + "/tools/probe", "report", "identity",
        under: ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"])
      #expect(JSON(bytes: Array(outside.utf8))?["identity"]?["uid"]?.numbers?.contains(0) == true)
      let inside = try report(of: sandbox.run("exec"))
      let uid = try #require(inside["identity"]?["uid"]?.numbers)
      #expect(uid[0] != 0 && Set(uid).count == 1, "\(uid)")
      #expect(Set(inside["identity"]?["gid"]?.numbers ?? [0]).count == 1)
      for set in ["effective", "permitted", "ambient", "inheritable", "bounding"] {
        #expect(inside["capabilities"]?[set]?.numbers == [], "\(set)")
      }
    }
  }

  @Test("no-way-back: file capabilities give nothing", .needs("/usr/sbin/setcap"))
  func fileCapabilities() throws {
    let keys = "files: { execute: [\"$DIR/tools\"] }\nsyscalls: [\(Operation.reportCalls)]"
    try Sandbox.with(
      Operation("exec", "exec", "$DIR/tools/probe", "report", "capabilities", keys: keys),
      Operation(
        "as-root", "exec", "$DIR/tools/probe", "report", "capabilities",
        keys: "user: root\ncapabilities: [chown]\n" + keys)
    ) { sandbox in
      try FileManager.default.createDirectory(
        atPath: sandbox.directory + "/tools", withIntermediateDirectories: false)
      try FileManager.default.copyItem(atPath: sandbox.probe, toPath: sandbox.directory + "/tools/probe")
      try Host.run("/usr/sbin/setcap", "cap_net_admin,cap_sys_admin+ep", sandbox.directory + "/tools/probe")
      for (operation, expected) in [("exec", []), ("as-root", [Capability.chown])] {
        let ended = try sandbox.run(operation)
        // Refusing to run the file at all is as good.
        guard ended.status == 0 else { continue }
        let inside = try report(of: ended)
        for set in ["effective", "permitted", "bounding"] {
          #expect(inside["capabilities"]?[set]?.numbers == expected, "\(set)")
        }
      }
    }
  }

  @Test("no-way-back: uid 0 without capabilities can do what the owner of a file can, and no more")
  func rootWithoutCapabilities() throws {
    let keys = """
      user: root
      files: { read: ["$DIR/foreign"], temporary: { "/tmp": 1MiB } }
      syscalls: ["@command", mknodat, chown, setuid, sethostname, mount]
      """
    try Sandbox.with(
      Operation("open", "open", "$DIR/foreign", keys: keys),
      Operation("device", "make", "/tmp/device", "device", keys: keys),
      Operation("try", "try", "setuid:1", "sethostname:0,0", "mount:0,0,0,0,0", keys: keys)
    ) { sandbox in
      try sandbox.put(Array("x".utf8), at: sandbox.directory + "/foreign", mode: 0o600)
      unsafe chown(sandbox.directory + "/foreign", 1, 1)
      let answers = try report(of: sandbox.run("open"))
      #expect(answers[sandbox.directory + "/foreign"]?["read"]?.text == "EACCES")
      let device = try sandbox.run("device").json?["result"]?.text
      #expect(["EPERM", "EACCES"].contains(device))
      let tried = try report(of: sandbox.run("try"))
      #expect(tried["setuid:1"]?.text == "EPERM")
      #expect(tried["sethostname:0,0"]?.text == "EPERM")
    }
  }

  @Test("no-way-back: no user namespace can be had by any of the three calls")
  func userNamespaces() throws {
    try Sandbox.with(
      Operation("default", "unshare-user"),
      Operation("clone", "unshare-user", keys: "syscalls: [\"@command\", \"@process\", \"@threads\"]")
    ) { sandbox in
      for operation in ["default", "clone"] {
        let answers = try report(of: sandbox.run(operation))
        #expect(answers["unshare"]?.text == "EPERM")
        #expect(answers["clone"]?.text == "EPERM")
        #expect(answers["clone3"]?.text == "ENOSYS", "libc falls back to clone, whose flags a filter sees")
      }
    }
  }

  @Test("no-way-back: even with every mounting call and a user namespace, what is read-only or hidden stays so")
  func nestedNamespace() throws {
    let keys = """
      files: { read: ["$DIR/kept"] }
      syscalls: ["@command", mount, umount2, mount_setattr, open_tree, move_mount, fsopen, pivot_root, chroot, unshare,
        clone, clone3]
      """
    try Sandbox.with(
      Operation("attempts", "mount-attempts", "$DIR/kept", keys: keys),
      Operation("attempts-as-root", "mount-attempts", "$DIR/kept", keys: "user: root\n" + keys)
    ) { sandbox in
      try FileManager.default.createDirectory(
        atPath: sandbox.directory + "/kept", withIntermediateDirectories: false)
      for operation in ["attempts", "attempts-as-root"] {
        let answers = try #require(try report(of: sandbox.run(operation)).members)
        for (attempt, answer) in answers where attempt != "unshare-user-mount" {
          // After a user namespace of its own a umount of what is locked answers EINVAL; success is what must not be.
          #expect(answer.text != nil, "\(operation): \(attempt) answered \(answer)")
        }
        #expect(!Host.exists(sandbox.directory + "/kept/written"))
      }
    }
  }

  @Test("no-way-back: TIOCSTI and TIOCLINUX are refused on a real terminal, also with garbage above bit 31")
  func terminal() throws {
    try Sandbox.with(Operation("push", "tiocsti", keys: "input: caller")) { sandbox in
      let wrapper = [sandbox.probe, "as", "terminal", "--"]
      let outside = try Host.run(sandbox.probe, "tiocsti", under: wrapper)
      #expect(outside.contains("\"plain\":0"), "TIOCSTI does not work here at all: nothing is proved: \(outside)")
      let ended = try sandbox.run("push", under: wrapper)
      let line = ended.text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("{") } ?? ""
      let answers = try #require(JSON(bytes: Array(line.utf8)), "\(ended.text) \(ended.message)")
      for attempt in ["plain", "wide", "linux"] { #expect(answers[attempt]?.text == "EPERM", "\(attempt)") }
    }
  }

  @Test("no-way-back: there is no controlling terminal, and the session is a new one")
  func session() throws {
    try Sandbox.with(.report(parts: "process", keys: "files: { devices: [tty, \"null\"] }")) { sandbox in
      let wrapper = [sandbox.probe, "as", "terminal", "--"]
      let ended = try sandbox.run("report", under: wrapper)
      let line = ended.text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("{") } ?? ""
      let process = try #require(JSON(bytes: Array(line.utf8))?["process"], "\(ended.text) \(ended.message)")
      #expect(process["terminal"]?.text != nil, "/dev/tty could be opened")
    }
  }

  @Test("no-way-back: neither pid 1's files nor the launcher's binary can be reached through /proc")
  func procOfOthers() throws {
    let paths = [
      "/proc/1/exe", "/proc/1/root/etc/passwd", "/proc/1/mem", "/proc/1/environ", "/proc/1/fd/0", "/proc/1/cwd/etc",
      "/proc/self/root/etc/passwd", "/proc/thread-self/root/etc/shadow", "/proc/1/maps",
    ]
    for keys in ["", "user: root\n", "user: root\ncapabilities: [dac_override, sys_admin]\n"] {
      var operation = Operation("open", keys: keys + "proc: own")
      operation.words += ["open"] + paths
      try Sandbox.with(operation) { sandbox in
        let answers = try report(of: sandbox.run("open"))
        for path in paths {
          #expect(answers[path]?["read"]?.text != "ok", "\(path) with \(keys)")
          #expect(answers[path]?["write"]?.text != "ok", "\(path) with \(keys)")
        }
      }
    }
  }

  @Test("no-way-back: the session keyring is new and the caller's keys are not found")
  func keyring() throws {
    let calls = "syscalls: [\"@command\", keyctl, add_key, request_key, shmget, msgget, semget, socket, connect]"
    try Sandbox.with(Operation("find", "find", keys: calls), .report(parts: "keyring")) { sandbox in
      let probe = sandbox.probe
      let outside = try Host.run(probe, "find", under: [probe, "as", "keyring", "--"])
      #expect((JSON(bytes: Array(outside.utf8))?["key"]?.number ?? -1) > 0, "the key is not found outside either")
      let found = try report(of: sandbox.run("find", under: [probe, "as", "keyring", "--"]))
      #expect(found["key"]?.text != nil)
      let own = try report(of: sandbox.run("report"))["keyring"]?.number
      let other = try report(of: sandbox.run("report"))["keyring"]?.number
      #expect(own != other)
    }
  }
}
