import Testing

@testable import SandboxPolicy

@Suite("Steps in words and JSON")
struct StepTextTests {
  private static let map = IdentityMap(insideUser: 1, outsideUser: 2, insideGroup: 3, outsideGroup: 4)
  private static let mapJSON = #""map":{"inside-user":1,"outside-user":2,"inside-group":3,"outside-group":4}}"#

  private static let outside: [(Step, String, String)] = [
    (
      .createCgroup(CgroupLimits(layout: .version1, memory: 5, processes: 6)),
      "create the cgroup (version 1): memory at most 5 bytes, at most 6 processes",
      #"{"step":"create-cgroup","version":1,"memory":5,"processes":6}"#
    ),
    (
      .createNetwork(loopback: true), "create a network namespace with loopback up",
      #"{"step":"create-network","loopback":true}"#
    ),
    (
      .createNetwork(loopback: false), "create a network namespace", #"{"step":"create-network","loopback":false}"#
    ),
    (
      .cloneProcess([.time, .user, .network, .mount, .pid, .ipc, .uts, .cgroup]),
      "clone a process with own namespaces: user, mount, pid, network, ipc, uts, cgroup, time",
      #"{"step":"clone-process","namespaces":["user","mount","pid","network","ipc","uts","cgroup","time"]}"#
    ),
    (.tieToLauncher, "tie the process to the launcher's life", #"{"step":"tie-to-launcher"}"#),
    (.mapIdentity(map), "map uid 1 and gid 3 of the user namespace", #"{"step":"map-identity","# + mapJSON),
    (.resetProcess, "reset session, signals, priority, umask and personality", #"{"step":"reset-process"}"#),
    (.enterCgroup, "enter the cgroup", #"{"step":"enter-cgroup"}"#),
    (.unshareCgroup, "create a cgroup namespace", #"{"step":"unshare-cgroup"}"#),
    (.enterNetwork, "enter the network namespace", #"{"step":"enter-network"}"#),
    (
      .joinNetwork(path: "/run/netns/r"), "enter the network namespace /run/netns/r",
      #"{"step":"join-network","path":"/run/netns/r"}"#
    ),
    (.bringLoopbackUp, "bring loopback up", #"{"step":"bring-loopback-up"}"#),
  ]

  private static let files: [(Step, String, String)] = [
    (
      .keepPropagation(path: "/mnt"), "keep /mnt shared with the host", #"{"step":"keep-propagation","path":"/mnt"}"#
    ),
    (.makeMountsPrivate, "make all other mounts private", #"{"step":"make-mounts-private"}"#),
    (.mountOwnSys, "mount the own /sys to take files from", #"{"step":"mount-own-sys"}"#),
    (.mountOwnProc, "mount the own /proc to take files from", #"{"step":"mount-own-proc"}"#),
    (.mountRoot, "mount an empty root", #"{"step":"mount-root"}"#),
    (
      .bind(BindMount(source: .trusted(path: "/a"), path: "/a", access: .read)),
      "mount /a read-only, nosuid, nodev, noexec", #"{"step":"bind","path":"/a","source":"/a","access":"read"}"#
    ),
    (
      .bind(
        BindMount(
          source: .file(path: "/b", identity: FileIdentity(device: 1, inode: 2, size: 3, modified: 4)), path: "/a",
          access: .execute)),
      "mount /a read-only, nosuid, nodev from /b", #"{"step":"bind","path":"/a","source":"/b","access":"execute"}"#
    ),
    (
      .bind(BindMount(source: .beneath(root: "/a", relative: "b", kind: .any), path: "/a/b", access: .write)),
      "mount /a/b writable, nosuid, nodev, noexec",
      #"{"step":"bind","path":"/a/b","source":"/a/b","access":"write"}"#
    ),
    (.propagate(path: "/mnt"), "mount /mnt shared with the host", #"{"step":"propagate","path":"/mnt"}"#),
    (
      .mountTemporary(TemporaryDirectory(path: "/tmp", size: 7)), "mount an empty /tmp of 7 bytes",
      #"{"step":"mount-temporary","path":"/tmp","size":7}"#
    ),
    (.mountProc, "mount /proc read-only, processes only", #"{"step":"mount-proc"}"#),
    (.bindDevice(name: "null"), "mount the device /dev/null", #"{"step":"bind-device","name":"null"}"#),
    (
      .makeLink(SymbolicLink(path: "/bin", target: "usr/bin")), "link /bin to usr/bin",
      #"{"step":"make-link","path":"/bin","target":"usr/bin"}"#
    ),
    (.enterRoot, "enter the new root and let go of the host's", #"{"step":"enter-root"}"#),
    (.sealRoot, "make the root read-only", #"{"step":"seal-root"}"#),
  ]

  private static let inside: [(Step, String, String)] = [
    (.setHostname("s"), "set the host name to s", #"{"step":"set-hostname","name":"s"}"#),
    (
      .limit(ResourceLimit(name: "CORE", resource: 4, value: 0)), "limit CORE to 0",
      #"{"step":"limit","resource":"CORE","value":0}"#
    ),
    (
      .limit(ResourceLimit(name: "AS", resource: 9, value: .max)), "limit AS to no more than the host allows",
      #"{"step":"limit","resource":"AS","value":null}"#
    ),
    (.startInit, "start init as process 1", #"{"step":"start-init"}"#),
    (.joinNewKeyring, "join a new session keyring", #"{"step":"join-new-keyring"}"#),
    (.changeDirectory(path: "/"), "change to the directory /", #"{"step":"change-directory","path":"/"}"#),
    (
      .setIdentity(user: 1, group: 2, groups: []), "become uid 1, gid 2, groups none",
      #"{"step":"set-identity","user":1,"group":2,"groups":[]}"#
    ),
    (
      .setIdentity(user: .max, group: 2, groups: [3, 4]), "become uid 4294967295, gid 2, groups 3, 4",
      #"{"step":"set-identity","user":4294967295,"group":2,"groups":[3,4]}"#
    ),
    (
      .unshareUser(map), "create a user namespace in which uid 1 is 2 and gid 3 is 4",
      #"{"step":"unshare-user","# + mapJSON
    ),
    (
      .lockSecurebits, "lock securebits, so that uid 0 and set-uid files give nothing", #"{"step":"lock-securebits"}"#
    ),
    (
      .dropBoundingSet(keeping: []), "drop the bounding set but for none",
      #"{"step":"drop-bounding-set","keeping":[]}"#
    ),
    (
      .setCapabilities([.netAdmin, .sysAdmin]), "set all capability sets to net_admin, sys_admin",
      #"{"step":"set-capabilities","capabilities":["net_admin","sys_admin"]}"#
    ),
    (.awaitInit, "wait until init has dropped its rights", #"{"step":"await-init"}"#),
    (.setNoNewPrivileges, "set no_new_privs", #"{"step":"set-no-new-privileges"}"#),
    (
      .restrictFiles(
        LandlockRules(
          version: 4, rules: [LandlockRules.Rule(path: "/a", access: .read)], refusesTCP: true, keepsSignals: false)),
      "restrict files to 1 paths by Landlock (version 4), refuse TCP",
      #"{"step":"restrict-files","landlock":4,"rules":[{"path":"/a","access":"read"}],"refuses-tcp":true,"#
        + #""keeps-signals":false}"#
    ),
    (.closeDescriptors, "close all descriptors above 2", #"{"step":"close-descriptors"}"#),
    (
      .loadFilter(instructions: 9), "load the system-call filter of 9 instructions",
      #"{"step":"load-filter","instructions":9}"#
    ),
    (
      .execute(Command(arguments: ["/bin/a", "b c", "\""], environment: ["A=b"])), #"run "/bin/a" "b c" "\"""#,
      #"{"step":"execute","arguments":["/bin/a","b c","\""],"environment":["A=b"]}"#
    ),
  ]

  @Test("a step is one order and one JSON object", arguments: outside + files + inside)
  func steps(step: Step, order: String, json: String) {
    #expect(step.order == order)
    #expect(step.json.line == json)
  }

  @Test("a path that would change how its line looks is escaped, and never cut")
  func hostilePaths() {
    let path = "/srv/a\u{202E}b\u{2028}\"c" + String(repeating: "d", count: 100)
    let shown = #""/srv/a\u{202e}b\u{2028}\"c"# + String(repeating: "d", count: 100) + "\""
    let bind = BindMount(source: .trusted(path: path), path: path, access: .execute)
    #expect(Step.bind(bind).order == "mount \(shown) read-only, nosuid, nodev")
    #expect(Step.joinNetwork(path: path).order == "enter the network namespace \(shown)")
    #expect(Step.keepPropagation(path: path).order == "keep \(shown) shared with the host")
    #expect(Step.propagate(path: path).order == "mount \(shown) shared with the host")
    #expect(Step.changeDirectory(path: path).order == "change to the directory \(shown)")
    #expect(Step.bindDevice(name: "a\u{200B}").order == #"mount the device "/dev/a\u{200b}""#)
    #expect(DisplayText.whole("/srv/größe 数") == "/srv/größe 数")
    #expect(DisplayText.whole("cafe\u{301}") == #""cafe\u{301}""#)
  }

  @Test("a kernel's own name for a namespace goes with its bit in <linux/sched.h>")
  func namespaces() {
    let bits: [(UInt64, String)] = [
      (0x80, "time"), (0x2_0000, "mount"), (0x200_0000, "cgroup"), (0x400_0000, "uts"), (0x800_0000, "ipc"),
      (0x1000_0000, "user"), (0x2000_0000, "pid"), (0x4000_0000, "network"),
    ]
    for (bit, name) in bits { #expect(Namespaces(rawValue: bit).memberNames == [name]) }
    #expect(Namespaces(rawValue: 1).memberNames == [])
  }
}
