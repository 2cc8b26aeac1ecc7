import Foundation
import Glibc
import Testing

/// Rules 1–9 of what bit other launchers: mounts and paths.
@Suite("mounts and paths", .asRoot)
struct MountRulesTests {
  @Test("destination-stays-inside: a symlink in a bound directory makes the launcher create nothing on the host")
  func destination() throws {
    // The tree is bound first; a file beneath it is named as well, through a link that leads out.
    let keys = """
      files: { write: ["$OUT"], read: ["$OUT/link/planted"], temporary: { "$OUT/escape": 1MiB } }
      """
    try Sandbox.with(Operation("open", "open", "/", keys: keys)) { sandbox in
      let files = FileManager.default
      let target = sandbox.directory + "/target"
      try files.createDirectory(atPath: target, withIntermediateDirectories: false)
      try files.createSymbolicLink(atPath: sandbox.out + "/link", withDestinationPath: target)
      try files.createSymbolicLink(atPath: sandbox.out + "/escape", withDestinationPath: target)
      let before = HostState.now()
      let ended = try sandbox.run("open")
      #expect([0, 125, 126].contains(ended.status), "\(ended.message)")
      #expect(Host.names(in: target).isEmpty)
      #expect(before.returns())
    }
  }

  @Test("destination-stays-inside: mount points inside are made in the new root, never on the host")
  func mountPoints() throws {
    let keys = "files: { temporary: { \"/made/by/the/launcher\": 1MiB }, read: [\"$DIR/profiles\"] }"
    try Sandbox.with(Operation("open", "open", "/made/by/the/launcher", keys: keys)) { sandbox in
      let answers = try report(of: sandbox.run("open"))
      #expect(answers["/made/by/the/launcher"]?["exists"]?.number == 0)
      #expect(!Host.exists("/made"))
    }
  }

  @Test("source-is-what-was-checked: a profile's path passes through links of root's only")
  func trustedLinks() throws {
    let keys = "files: { read: [\"$DIR/link/file\", \"$DIR/foreign/link/file\"] }"
    try Sandbox.with(
      Operation("root", "read", "$DIR/link/file", keys: "files: { read: [\"$DIR/link/file\"] }"),
      Operation("foreign", "read", "$DIR/foreign/link/file", keys: keys)
    ) { sandbox in
      let files = FileManager.default
      for name in ["real", "foreign"] {
        try files.createDirectory(atPath: sandbox.directory + "/" + name, withIntermediateDirectories: false)
      }
      try sandbox.put(Array("open".utf8), at: sandbox.directory + "/real/file")
      try files.createSymbolicLink(
        atPath: sandbox.directory + "/link", withDestinationPath: sandbox.directory + "/real")
      try files.createSymbolicLink(
        atPath: sandbox.directory + "/foreign/link", withDestinationPath: sandbox.directory + "/real")
      unsafe chown(sandbox.directory + "/foreign", 65534, 65534)
      #expect(try sandbox.run("root").text == "open")
      let ended = try sandbox.run("foreign")
      expectNotRun(ended, 125, naming: "foreign/link", in: sandbox)
    }
  }

  @Test("read-only-is-recursive: a file system mounted beneath a read-only path is read-only, too")
  func recursive() throws {
    let keys = "user: root\nfiles: { read: [\"$DIR/tree\"] }\nsyscalls: [\"@command\", statfs, getdents64]"
    try Sandbox.with(
      Operation("write", "write", "$DIR/tree/inner/file", "x", keys: keys),
      Operation("files", "files", "$DIR/tree", keys: keys)
    ) { sandbox in
      let inner = sandbox.directory + "/tree/inner"
      try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
      try Host.run("/usr/bin/mount", "-t", "tmpfs", "tmpfs", inner)
      defer { unsafe umount2(inner, Int32(MNT_DETACH)) }
      let ended = try sandbox.run("write")
      expectRan(ended, 1)
      #expect(["EROFS", "EACCES"].contains(ended.message.trimmingCharacters(in: .newlines)))
      let entries = try #require(try report(of: sandbox.run("files")).list)
      let mounted = try #require(entries.first { $0["path"]?.text == inner })
      let flags = mounted["flags"]?.texts ?? []
      for flag in ["ro", "nosuid", "nodev", "noexec"] { #expect(flags.contains(flag), "\(flags)") }
      #expect(Host.names(in: inner).isEmpty)
    }
  }

  @Test("flags-everywhere: nosuid on every mount, nodev on all but devices, noexec on all that is writable")
  func flags() throws {
    let keys = """
      files: { read: [/etc/hostname], write: ["$OUT"], execute: [/usr/bin/true], temporary: { "/tmp": 1MiB } }
      proc: own
      """
    try Sandbox.with(Operation("sleep", "sleep", "60", keys: keys)) { sandbox in
      let mounts = try sandbox.stay("sleep").mounts
      #expect(mounts.count >= 10, "\(mounts.map(\.place))")
      for mount in mounts {
        #expect(mount.options.contains("nosuid"), "\(mount.place)")
        let isDevice = mount.place.hasPrefix("/dev/")
        if !isDevice {
          #expect(mount.options.contains("nodev"), "\(mount.place)")
          #expect(mount.isReadOnly || mount.options.contains("noexec"), "\(mount.place) is writable and executable")
        } else {
          #expect(mount.options.contains("noexec"), "\(mount.place)")
        }
        // Nothing that is mounted on the host later comes in.
        #expect(!mount.tags.contains { $0.hasPrefix("shared:") || $0.hasPrefix("master:") }, "\(mount.place)")
      }
      let writable = Set(mounts.filter { !$0.isReadOnly && !$0.place.hasPrefix("/dev/") }.map(\.place))
      #expect(writable == [sandbox.out, "/tmp"])
      #expect(mounts.first { $0.place == "/proc" }?.options.contains("noexec") == true)
      #expect(mounts.first { $0.place == "/etc/hostname" }?.options.contains("noexec") == true)
      #expect(mounts.first { $0.place == "/usr/bin/true" }?.isReadOnly == true)
    }
  }

  @Test("proc-sys-is-read-only: uid 0 without a capability can't write the kernel's settings")
  func procSys() throws {
    let paths = ["/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger", "/proc/sys/kernel/hostname", "/proc/sys"]
    for keys in ["user: root\nproc: own", "user: root\nproc: own\ncapabilities: [sys_admin]"] {
      var operation = Operation("open", keys: keys)
      operation.words += ["open"] + paths
      try Sandbox.with(operation) { sandbox in
        let answers = try report(of: sandbox.run("open"))
        for path in paths {
          #expect(answers[path]?["exists"]?.text == "ENOENT", "\(path)")
          #expect(answers[path]?["write"]?.text != "ok", "\(path)")
        }
      }
    }
  }

  @Test("nothing-left-on-the-host: neither success nor failure leaves a directory, node or mount")
  func nothingLeft() throws {
    let keys = "files: { read: [/etc/hostname], write: [\"$OUT\"], temporary: { \"/tmp\": 1MiB } }\nproc: own"
    try Sandbox.with(
      Operation("exit", "exit", "0", keys: keys),
      Operation("fail", "exit", "0", keys: "files: { read: [/etc/hostname, /nonexistent/x] }")
    ) { sandbox in
      let before = HostState.now()
      let places = ["/", "/tmp", "/run", "/dev", "/var/tmp", "/dev/shm", sandbox.directory, sandbox.out]
      let listings = places.map { Host.names(in: $0).sorted() }
      for _ in 0..<5 {
        expectRan(try sandbox.run("exit"))
        #expect(try sandbox.run("fail").status == 125)
      }
      #expect(before.returns())
      for (place, listing) in zip(places, listings) {
        let new = Set(Host.names(in: place)).subtracting(listing).subtracting(["audit.jsonl"])
          .filter { !$0.contains("sandbox-run-test") }
        #expect(new.filter { $0.contains("sandbox") || place == sandbox.directory }.isEmpty, "\(place): \(new)")
      }
    }
  }

  @Test("masked-means-absent: what hides in other sandboxes behind covers does not exist")
  func absent() throws {
    let paths = [
      "/proc/kcore", "/proc/keys", "/proc/timer_list", "/proc/sched_debug", "/proc/scsi", "/proc/acpi", "/proc/bus",
      "/proc/fs", "/proc/irq", "/sys", "/sys/firmware", "/sys/kernel", "/dev/mem", "/dev/kmsg", "/dev/console",
      "/dev/pts", "/dev/ptmx", "/dev/shm", "/dev/mqueue", "/dev/fd", "/etc/shadow", "/root", "/home", "/usr", "/lib",
      "/run/dbus", "/var/run/docker.sock", "/boot", "/dev/tty", "/dev/vda",
    ]
    var operation = Operation("open", keys: "proc: own\nuser: root")
    operation.words += ["open"] + paths
    try Sandbox.with(operation) { sandbox in
      let answers = try report(of: sandbox.run("open"))
      for path in paths { #expect(answers[path]?["exists"]?.text == "ENOENT", "\(path)") }
    }
  }

  @Test("a mount made in a propagated directory appears on the host, one made elsewhere does not")
  func propagation() throws {
    let keys = """
      user: root
      capabilities: [sys_admin]
      files: { propagate: ["$DIR/shared"], temporary: { "/private": 1MiB } }
      syscalls: ["@command", mount]
      """
    try Sandbox.with(
      Operation("shared", "mount-attempts", "$DIR/shared/one", keys: keys),
      Operation("private", "mount-attempts", "/private", keys: keys)
    ) { sandbox in
      let shared = sandbox.directory + "/shared"
      try FileManager.default.createDirectory(atPath: shared + "/one", withIntermediateDirectories: true)
      try Host.run("/usr/bin/mount", "--bind", shared, shared)
      try Host.run("/usr/bin/mount", "--make-shared", shared)
      defer { unsafe umount2(shared, Int32(MNT_DETACH)) }
      let before = HostState.now()
      try sandbox.run("private")
      #expect(before.returns())
      let answers = try report(of: sandbox.run("shared"))
      #expect(answers["tmpfs"]?.number == 0, "\(answers)")
      let there = Host.mounts().filter { $0.contains(" \(shared)/one ") }
      #expect(!there.isEmpty)
      for _ in there { unsafe umount2(shared + "/one", Int32(MNT_DETACH)) }
    }
  }
}
