import Foundation
import SandboxPolicy
import Testing
import Yams

@testable import SandboxProfiles

/// The tables of groups, signatures and constants are whole and harmless.
@Suite struct SystemCallGroupTests {
  /// Calls that are a way round the sandbox, and the only groups that may hold them.
  static let dangerous: [String: Set<String>] = [
    "io_uring_setup": ["@io-uring"], "io_uring_enter": ["@io-uring"], "io_uring_register": ["@io-uring"],
    "ptrace": ["@debug"], "process_vm_readv": ["@debug"], "process_vm_writev": ["@debug"], "pidfd_getfd": ["@debug"],
    "kcmp": ["@debug"], "perf_event_open": ["@debug"], "process_madvise": ["@debug"],
    "userfaultfd": ["@user-fault"], "bpf": ["@bpf"], "keyctl": ["@keyring"], "add_key": ["@keyring"],
    "request_key": ["@keyring"], "open_by_handle_at": ["@file-handle"], "name_to_handle_at": ["@file-handle"],
    "personality": ["@personality", "@personality-query"], "modify_ldt": ["@segment"],
    "kexec_load": ["@reboot"], "kexec_file_load": ["@reboot"], "reboot": ["@reboot"], "unshare": ["@namespace"],
    "setns": ["@namespace"], "mount": ["@mount"], "umount2": ["@mount"], "fsopen": ["@mount"], "fsmount": ["@mount"],
    "fsconfig": ["@mount"], "fspick": ["@mount"], "open_tree": ["@mount"], "move_mount": ["@mount"],
    "mount_setattr": ["@mount"], "chroot": ["@change-root"], "pivot_root": ["@change-root"],
    "init_module": ["@module"], "finit_module": ["@module"], "delete_module": ["@module"], "swapon": ["@swap"],
    "swapoff": ["@swap"], "acct": ["@accounting"], "iopl": ["@port-io"], "ioperm": ["@port-io"],
    "syslog": ["@kernel-log"], "clock_settime": ["@clock-set"], "settimeofday": ["@clock-set"],
    "adjtimex": ["@clock-set"], "clock_adjtime": ["@clock-set"], "fanotify_init": ["@fanotify"],
    "quotactl": ["@quota"], "quotactl_fd": ["@quota"], "sethostname": ["@host-name"], "setdomainname": ["@host-name"],
    "clone3": [], "vhangup": [], "uselib": [], "_sysctl": [], "lookup_dcookie": [], "nfsservctl": [],
    "map_shadow_stack": [], "memfd_secret": [], "remap_file_pages": [], "set_thread_area": [], "sysfs": [],
  ]

  @Test("Every member of every group can be read, is known, and has a reason", arguments: SystemCallGroups.all)
  func readable(group: SystemCallGroup) throws {
    #expect(!group.summary.isEmpty && !group.members.isEmpty)
    for member in group.members {
      #expect(!member.reason.isEmpty, "\(member.rule)")
      #expect(throws: Never.self, "\(member.rule)") { try SystemCallRule(parsing: member.rule) }
    }
    #expect(SystemCallGroups.rules(of: group.name).count == group.members.count)
    #expect(Set(group.members.map(\.rule)).count == group.members.count, "a member stands twice")
  }

  @Test("Every group compiles on both machines", arguments: SystemCallGroups.all, Architecture.allCases)
  func compiles(group: SystemCallGroup, architecture: Architecture) throws {
    let program = try FilterProgram([group.name], isCommand: true, architecture: architecture)
    #expect(program.filter.count > 10)
  }

  @Test("There are at least fifteen fine groups beside the general ones, each with a name of its own")
  func number() {
    let names = SystemCallGroups.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count >= 18)
    let asked = [
      "@command", "@command-alone", "@function", "@file-read", "@file-write", "@file-attributes", "@process", "@signal",
      "@threads", "@network-client", "@network-server", "@netlink", "@netlink-route", "@netlink-netfilter",
      "@unix-socket", "@mount", "@time", "@memory", "@poll", "@ipc", "@identity", "@io-wait", "@terminal",
      "@loop-device", "@keyring", "@namespace", "@module", "@clock-set",
    ]
    for name in asked { #expect(SystemCallGroups.named(name) != nil, "\(name)") }
  }

  @Test("no-way-round: no group holds a dangerous call except the one that is named for it")
  func noWayRound() throws {
    for group in SystemCallGroups.all {
      for (call, condition) in FilterCompiler.expansion([try SystemCallRule(parsing: group.name)]) {
        if let groups = Self.dangerous[call] { #expect(groups.contains(group.name), "\(call) in \(group.name)") }
        if ["ioctl", "prctl", "socket", "setsockopt", "prlimit64"].contains(call) {
          #expect(condition != nil, "\(call) as a whole in \(group.name)")
        }
        if call == "clone" {
          #expect(condition != nil || group.name == "@namespace", "clone as a whole in \(group.name)")
        }
      }
    }
  }

  @Test("no-way-round: TIOCSTI, TIOCLINUX and namespace flags pass in no group, with whatever garbage above")
  func requests() throws {
    for group in SystemCallGroups.all {
      let program = try FilterProgram([group.name], isCommand: true, architecture: .host)
      for garbage: UInt64 in [0, 1 << 32, 0xFFFF_FFFF << 32] {
        for request: UInt64 in [0x5412, 0x541C] {
          #expect(try program.verdict("ioctl", [0, request | garbage, 0, 0, 0, 0]) == .error(1), "\(group.name)")
        }
        for flag: UInt64 in [17, 25, 26, 27, 28, 29, 30].map({ 1 << $0 }) where group.name != "@namespace" {
          let flags = flag | 0x11 | 0x10000 | garbage
          #expect(try program.verdict("clone", [flags, 0, 0, 0, 0, 0]) == .error(1), "\(group.name)")
        }
      }
    }
  }

  @Test("@command-alone makes no process and signals none; @command does both within its namespaces")
  func alone() throws {
    let alone = try FilterProgram(["@command-alone"], isCommand: true, architecture: .x86_64)
    for call in ["clone", "fork", "vfork", "kill", "tkill", "tgkill", "rt_sigqueueinfo", "pidfd_send_signal"] {
      #expect(try alone.verdict(call, [0x11, 0, 0, 0, 0, 0]) == .error(1), "\(call)")
    }
    for setOwner: UInt64 in [8, 10, 15] {  // F_SETOWN, F_SETSIG, F_SETOWN_EX
      #expect(try alone.verdict("fcntl", [0, setOwner, 0, 0, 0, 0]) == .error(1))
    }
    for ordinary: UInt64 in [0, 1, 2, 3, 4, 5, 6, 7, 36, 37, 38, 1030, 1031, 1032] {
      #expect(try alone.verdict("fcntl", [0, ordinary, 0, 0, 0, 0]) == .allow)
    }
    #expect(try alone.verdict("prlimit64", [1 << 32, 0, 0, 0, 0, 0]) == .allow)
    #expect(try alone.verdict("prlimit64", [1, 0, 0, 0, 0, 0]) == .error(1))
    let command = try FilterProgram(["@command"], isCommand: true, architecture: .x86_64)
    for call in ["clone", "fork", "vfork", "wait4"] {
      #expect(try command.verdict(call, [0x11, 0, 0, 0, 0, 0]) == .allow)
    }
  }

  @Test("@file-read opens for reading only")
  func fileRead() throws {
    for architecture in Architecture.allCases {
      let program = try FilterProgram(["@file-read"], architecture: architecture)
      for (flags, isAllowed) in [(0, true), (0o2000000, true), (1, false), (2, false), (0o100, false), (0o1000, false)]
      {
        let verdict = try program.verdict("openat", [0, 0, UInt64(flags), 0, 0, 0])
        #expect((verdict == .allow) == isAllowed, "\(flags)")
      }
    }
  }

  @Test("Every call that the table of Linux 6.6 has, has a signature of at most six arguments")
  func signatures() {
    for architecture in Architecture.allCases {
      for (call, number) in SystemCallTable.of(architecture).numbers where number <= 456 {
        #expect(SystemCallSignature.of(call) != nil, "\(call)")
      }
    }
    for call in SystemCallSignature.calls {
      #expect((SystemCallSignature.of(call)?.arguments.count ?? 7) <= 6, "\(call)")
    }
  }

  @Test(
    "A constant has the kernel's value",
    arguments: [
      ("AF_NETLINK", 16, 16), ("AF_VSOCK", 40, 40), ("SOCK_CLOEXEC", 0o2000000, 0o2000000), ("IPPROTO_SCTP", 132, 132),
      ("NETLINK_NETFILTER", 12, 12), ("SIOCBRADDBR", 0x89A0, 0x89A0), ("SIOCBRDELIF", 0x89A3, 0x89A3),
      ("TUNSETIFF", 0x4004_54CA, 0x4004_54CA), ("TUNSETPERSIST", 0x4004_54CB, 0x4004_54CB),
      ("LOOP_CONFIGURE", 0x4C0A, 0x4C0A), ("LOOP_SET_STATUS64", 0x4C04, 0x4C04), ("TIOCSTI", 0x5412, 0x5412),
      ("TIOCLINUX", 0x541C, 0x541C), ("FICLONE", 0x4004_9409, 0x4004_9409), ("CLONE_NEWNET", 0x4000_0000, 0x4000_0000),
      ("CLONE_NEWTIME", 0x80, 0x80), ("PR_SET_NO_NEW_PRIVS", 38, 38), ("PR_SET_MM", 35, 35), ("MS_REC", 0x4000, 0x4000),
      ("MNT_DETACH", 2, 2), ("MAP_ANONYMOUS", 0x20, 0x20), ("O_DIRECT", 0o40000, 0o200000),
      ("O_DIRECTORY", 0o200000, 0o40000), ("O_NOFOLLOW", 0o400000, 0o100000), ("O_LARGEFILE", 0o100000, 0o400000),
      ("O_TMPFILE", 0o20200000, 0o20040000), ("SO_ATTACH_BPF", 50, 50), ("KEYCTL_READ", 11, 11),
      ("BLKGETSIZE64", 0x8008_1272, 0x8008_1272), ("PTRACE_SEIZE", 0x4206, 0x4206), ("SIGSYS", 31, 31),
      ("F_DUPFD_CLOEXEC", 1030, 1030), ("RLIMIT_NPROC", 6, 6), ("BPF_PROG_LOAD", 5, 5),
    ])
  func constants(name: String, x86_64: UInt64, aarch64: UInt64) throws {
    let value = try #require(KernelConstants.value(of: name))
    #expect(value.x86_64 == x86_64)
    #expect(value.aarch64 == aarch64)
  }

  @Test("Every word of the tables of constants has been read")
  func constantCount() {
    #expect(KernelConstants.names.count == 1046)
    for prefix in [
      "AF_", "SOCK_", "SIOC", "CLONE_", "PR_", "PROT_", "MAP_", "O_", "IPPROTO_", "NETLINK_", "MS_", "MNT_", "LOOP_",
      "TUN", "TC", "FIO", "F_", "SOL_", "SO_", "SIG", "PTRACE_", "KEYCTL_",
    ] {
      #expect(KernelConstants.names.contains { $0.hasPrefix(prefix) }, "\(prefix)")
    }
  }

  @Test("The system calls of every profile compile on both machines")
  func profiles() throws {
    let here = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    for name in [
      "address", "bridge", "disk", "file", "firewall", "image", "link", "mount", "namespace", "process", "sysctl",
    ] {
      let text = try String(contentsOfFile: "/\(here)/profiles/\(name).yaml", encoding: .utf8)
      let node = try #require(try Yams.compose(yaml: text))
      let operations = try #require(node["operations"]?.mapping)
      for (operation, body) in operations {
        let texts = body["syscalls"]?.array().compactMap(\.string) ?? ["@command"]
        for architecture in Architecture.allCases {
          #expect(throws: Never.self, "\(name)/\(operation.string ?? "")") {
            try FilterProgram(texts, isCommand: true, architecture: architecture)
          }
        }
      }
    }
  }
}
