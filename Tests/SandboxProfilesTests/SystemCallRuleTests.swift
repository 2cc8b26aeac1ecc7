import SandboxPolicy
import Testing

@testable import SandboxProfiles

/// Elements of `syscalls:` as authors write them, well and badly.
@Suite struct SystemCallRuleTests {
  @Test(
    "A well-written element is read, and comes back with single spaces",
    arguments: [
      ("openat", "openat"), ("@netlink", "@netlink"), ("@command-alone", "@command-alone"),
      ("socket(domain == AF_NETLINK && type & SOCK_RAW)", "socket(domain == AF_NETLINK && type & SOCK_RAW)"),
      ("socket( domain==AF_NETLINK&&type&SOCK_RAW )", "socket(domain == AF_NETLINK && type & SOCK_RAW)"),
      ("ioctl (request in {SIOCBRADDBR,SIOCBRDELBR})", "ioctl(request in {SIOCBRADDBR, SIOCBRDELBR})"),
      ("unshare(flags == CLONE_NEWNET|CLONE_NEWNS)", "unshare(flags == CLONE_NEWNET | CLONE_NEWNS)"),
      ("mount(flags in {0x104000, MS_BIND | MS_REC})", "mount(flags in {0x104000, MS_BIND | MS_REC})"),
      ("openat(arg2 & 0o3 == O_RDONLY)", "openat(arg2 & 0o3 == O_RDONLY)"),
      ("openat(dirfd == AT_FDCWD\t&& mode != 0)", "openat(dirfd == AT_FDCWD && mode != 0)"),
      ("kill(pid > 1 && sig <= SIGTERM)", "kill(pid > 1 && sig <= SIGTERM)"),
      ("openat(dfd == -100)", "openat(dfd == -100)"),
      ("setns(nstype == CLONE_NEWNET)", "setns(nstype == CLONE_NEWNET)"),
      ("personality(persona == 0xffffffff)", "personality(persona == 0xffffffff)"),
      ("getsockopt(fd >= 3 && level == SOL_SOCKET)", "getsockopt(fd >= 3 && level == SOL_SOCKET)"),
    ])
  func wellWritten(text: String, normal: String) throws {
    let rule = try SystemCallRule(parsing: text)
    #expect(rule.description == normal)
    #expect(try SystemCallRule(parsing: normal) == rule)
  }

  @Test("Every kernel and manual name of an argument of the common calls means the same argument")
  func names() throws {
    let pairs = [
      ("socket(domain == 1)", "socket(family == 1)"), ("ioctl(request == 1)", "ioctl(cmd == 1)"),
      ("unshare(flags == 1)", "unshare(unshare_flags == 1)"), ("mount(mountflags == 1)", "mount(flags == 1)"),
      ("openat(dirfd == 1)", "openat(arg0 == 1)"), ("clone(flags == 1)", "clone(arg0 == 1)"),
    ]
    for (left, right) in pairs {
      let rules = try [left, right].map { try SystemCallRule(parsing: $0) }
      let filters = try rules.map { try FilterCompiler.compile([$0], isCommand: false, architecture: .host) }
      #expect(filters[0] == filters[1], "\(left)")
    }
  }

  @Test(
    "A bad element is refused with its place, the reason, and the name that was meant",
    arguments: [
      ("", 0, "a system call is missing"),
      (" openat", 0, "not the name of a system call"),
      ("opennat", 0, "unknown system call opennat; did you mean openat?"),
      ("OPENAT", 0, "unknown system call OPENAT"),
      ("fstatat", 0, "unknown system call fstatat; did you mean newfstatat?"),
      ("pread", 0, "unknown system call pread; did you mean pread64?"),
      ("umount", 0, "unknown system call umount; did you mean umount2?"),
      ("recv", 0, "unknown system call recv; did you mean recvfrom?"),
      ("socketcall(0)", 0, "unknown system call socketcall; did you mean socketpair?"),
      ("ｏpenat", 0, "not the name of a system call"),
      ("openat ", 6, "expected the end instead of a space"),
      ("openat,read", 6, "expected the end instead of ,"),
      ("openat\u{0}", 6, "expected the end instead of U+0"),
      ("openat\n", 6, "expected the end instead of U+A"),
      ("openat\u{301}", 6, "expected the end instead of U+301"),
      ("@", 0, "a group's name is missing after @"),
      ("@comand", 0, "unknown group of system calls @comand; did you mean @command?"),
      ("@netlink_route", 0, "unknown group of system calls @netlink_route; did you mean @netlink-route?"),
      ("@everything", 0, "unknown group of system calls @everything"),
      ("@netlink(domain == 1)", 8, "expected the end instead of ("),
      ("socket(", 7, "a condition is missing"),
      ("socket()", 7, "a condition is missing"),
      ("socket(domain)", 13, "expected an operator (== != < <= > >= & in) instead of )"),
      ("socket(domain == AF_NETLINK", 27, "a closing ) is missing"),
      ("socket(domain == AF_NETLINK) x", 28, "expected the end instead of a space"),
      ("socket(domain = AF_NETLINK)", 14, "= is written =="),
      ("socket(domain == AF_NETLINKS)", 17, "unknown constant AF_NETLINKS; did you mean AF_NETLINK?"),
      ("socket(domain == af_netlink)", 17, "unknown constant af_netlink"),
      (
        "socket(domian == AF_INET)", 7,
        "socket has no argument domian, only domain, type, protocol; did you mean domain?"
      ),
      ("socket(arg3 == 1)", 7, "socket has 3 arguments"),
      ("socket(arg6 == 1)", 7, "socket has no argument arg6, only domain, type, protocol"),
      ("getpid(pid == 1)", 7, "getpid has no arguments"),
      ("getpid(arg0 == 1)", 7, "getpid has no arguments"),
      ("chroot(arg1 == 1)", 7, "chroot has one argument"),
      ("socket(domain == )", 17, "expected a value instead of )"),
      ("socket(domain ==", 16, "a value is missing"),
      ("socket(domain == 0777)", 17, "0777 may be octal or decimal; octal numbers are written 0o17"),
      ("socket(domain == 0x)", 17, "0x is not a number of 64 bits"),
      ("socket(domain == 12ab)", 17, "12ab is not a number of 64 bits"),
      ("socket(domain == 18446744073709551616)", 17, "18446744073709551616 is not a number of 64 bits"),
      ("socket(domain == 0x100000000)", 17, "0x100000000 does not fit into the argument's 32 bits"),
      ("socket(domain == -0x80000001)", 17, "-0x80000001 does not fit into the argument's 32 bits"),
      ("openat(mode == 0x10000)", 15, "0x10000 does not fit into the argument's 16 bits"),
      ("socket(domain == -0)", 17, "-0 is no number"),
      ("socket(domain == -AF_INET)", 17, "unknown constant -AF_INET; did you mean AF_INET?"),
      ("socket(domain == +1)", 17, "expected a value instead of +"),
      ("kill(sig < 0xffffffff)", 11, "the argument is signed: it is never compared with 0xffffffff"),
      ("ioctl(request > -1)", 16, "the argument is unsigned: it is never compared with -1"),
      (
        "socket(domain == 1 || domain == 2)", 19,
        "expected && or ) instead of |; || is written as in {A, B} or as an element of its own"
      ),
      ("socket(domain == 1, type == 2)", 18, "expected && or ) instead of ,"),
      ("socket(domain == 1 && )", 22, "a condition is missing"),
      ("socket(domain && type == 1)", 14, "an operator is missing before &&"),
      ("socket(domain in AF_INET)", 17, "in is followed by values in braces: in {A, B}"),
      ("socket(domain in {})", 18, "expected a value instead of }"),
      ("socket(domain in {AF_INET AF_INET6})", 26, "expected , or } instead of AF_INET6"),
      ("socket(domain in {AF_INET,})", 26, "expected a value instead of }"),
      ("socket(domain === 1)", 16, "expected a value instead of ="),
      ("socket(domain =~ 1)", 14, "= is written =="),
      ("socket(domain == 1 && domain == 2)", 6, "domain == 1 && domain == 2 is never true"),
      ("socket(domain & 0)", 6, "domain & 0 is never true"),
      ("socket(domain & 2 == 1)", 6, "domain & 2 == 1 is never true"),
      ("ioctl(request >= 0)", 5, "request >= 0 is always true"),
      ("socket(domain <= 0x7fffffff)", 6, "domain <= 0x7fffffff is always true"),
    ])
  func badlyWritten(text: String, offset: Int, message: String) {
    #expect {
      try SystemCallRule(parsing: text)
    } throws: { error in
      guard let error = error as? SystemCallRuleError else { return false }
      let isSame = error.offset == offset && Array(error.description.utf8) == Array(message.utf8)
      if !isSame { print("  «\(text)»: \(error.offset) \(error.description)") }
      return isSame
    }
  }

  @Test("No prefix, no suffix and no changed byte of an element crashes the parser")
  func fuzz() {
    let seed = Array("socket(domain in {AF_INET, -1} && type & 0xf == SOCK_RAW | 2 && protocol != 0o17)".utf8)
    for cut in 0...seed.count {
      _ = try? SystemCallRule(parsing: String(decoding: seed[..<cut], as: UTF8.self))
      _ = try? SystemCallRule(parsing: String(decoding: seed[cut...], as: UTF8.self))
    }
    for index in seed.indices {
      for byte in [0, 0x20, 0x28, 0x29, 0x2D, 0x30, 0x7B, 0x7D, 0x7C, 0x80, 0xFF] as [UInt8] {
        var changed = seed
        changed[index] = byte
        _ = try? SystemCallRule(parsing: String(decoding: changed, as: UTF8.self))
      }
    }
  }

  @Test("Conditions that come to too much are refused at once")
  func bounded() {
    let numbers = (0..<100_000).map(String.init).joined(separator: ", ")
    let manyBits = Array(repeating: "arg & 0xffffffffffffffff", count: 40).enumerated()
      .map { "\($1) != 0x\(String(1 << $0, radix: 16))" }.joined(separator: " && ")
    let start = ContinuousClock.now
    #expect(throws: SystemCallRuleError.self) { try SystemCallRule(parsing: "kill(sig in {\(numbers)})") }
    #expect(throws: FilterError.self) { try FilterProgram(["fcntl(\(manyBits))"], architecture: .host) }
    #expect(throws: SystemCallRuleError.self) {
      try SystemCallRule(parsing: String(repeating: "a", count: 1_000_000))
    }
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test("The expansion names each call once, or once for each condition")
  func expansion() throws {
    let rules = try [
      "socket(domain == 1)", "openat", "socket(domain == 2)", "socket(domain == 1)", "read(fd == 0)", "read",
    ]
    .map { try SystemCallRule(parsing: $0) }
    let lines = FilterCompiler.expansion(rules).map { "\($0.call) \($0.condition ?? "always")" }
    #expect(lines == ["socket domain == 1", "socket domain == 2", "openat always", "read always"])
    let command = FilterCompiler.expansion([try SystemCallRule(parsing: "@command")])
    #expect(command.contains { $0.call == "read" && $0.condition == nil })
    #expect(command.contains { $0.call == "clone" && $0.condition?.contains("CLONE_NEWUSER") == true })
  }
}
