import SandboxPolicy
import Testing

@testable import SandboxProfiles

/// What a filter answers to calls that are allowed, refused, unknown and foreign.
@Suite struct FilterVerdictTests {
  static let refused = BPFInterpreter.Verdict.error(1)  // EPERM
  static let unknown = BPFInterpreter.Verdict.error(38)  // ENOSYS

  static let programs: [String] = ["openat", "@command", "@command-alone", "@function", "@mount", "@network-client"]

  @Test("A named call is allowed and another is refused with EPERM", arguments: Architecture.allCases)
  func namedAndOther(architecture: Architecture) throws {
    let program = try FilterProgram(["openat", "read"], architecture: architecture)
    for (call, number) in SystemCallTable.of(architecture).numbers where call != "clone3" {
      let isAllowed = ["openat", "read", "exit", "exit_group", "rt_sigreturn", "restart_syscall"].contains(call)
      #expect(try program.verdict(number: number) == (isAllowed ? .allow : Self.refused), "\(call)")
    }
  }

  @Test("A call that is newer than the table is answered with ENOSYS", arguments: Architecture.allCases)
  func newer(architecture: Architecture) throws {
    let newest = SystemCallTable.of(architecture).newest
    #expect(newest >= 450)
    for text in Self.programs {
      let program = try FilterProgram([text], architecture: architecture)
      for number in [newest + 1, newest + 2, 511, 512, 547, 600, 1023, 1024, 0x3FFF_FFFF] {
        #expect(try program.verdict(number: number) == Self.unknown, "\(text): \(number)")
      }
      #expect(try program.verdict(number: newest) == Self.refused)
    }
  }

  @Test("foreign-abi-kills: i386, x32 and 32-bit Arm", arguments: Architecture.allCases)
  func foreign(architecture: Architecture) throws {
    let machines: [UInt32] = [0x4000_0003, 0x4000_0028, 0xC000_003E, 0xC000_00B7, 0, 0xFFFF_FFFF]
    for text in Self.programs {
      let program = try FilterProgram([text], architecture: architecture)
      for machine in machines where machine != architecture.auditArchitecture {
        for number: Int32 in [0, 1, 3, 11, 63, 257, 0x4000_0000, 600] {
          #expect(try program.verdict(number: number, machine: machine) == .killProcess)
        }
      }
    }
  }

  @Test("foreign-abi-kills: every number of x32, up to the last")
  func x32() throws {
    let program = try FilterProgram(["@command"], architecture: .x86_64)
    for number: UInt32 in [0x4000_0000, 0x4000_0001, 0x4000_0101, 0x4000_0208, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF] {
      #expect(try program.verdict(number: Int32(bitPattern: number)) == .killProcess, "\(number)")
    }
  }

  @Test("clone3 is answered with ENOSYS unless it is named", arguments: Architecture.allCases)
  func clone3(architecture: Architecture) throws {
    for text in Self.programs + ["@process", "@threads", "@namespace"] {
      #expect(try FilterProgram([text], architecture: architecture).verdict("clone3") == Self.unknown)
    }
    #expect(try FilterProgram(["clone3"], architecture: architecture).verdict("clone3") == .allow)
  }

  @Test("Only a command may exec, and a function may not", arguments: Architecture.allCases)
  func exec(architecture: Architecture) throws {
    #expect(try FilterProgram(["read"], isCommand: true, architecture: architecture).verdict("execve") == .allow)
    #expect(try FilterProgram(["@function"], architecture: architecture).verdict("execve") == Self.refused)
    #expect(
      try FilterProgram(["@command"], isCommand: true, architecture: architecture).verdict("execveat") == Self.refused)
  }

  @Test("An unconditional rule outweighs the conditions of others", arguments: Architecture.allCases)
  func unconditional(architecture: Architecture) throws {
    for texts in [["socket", "socket(domain == 1)"], ["socket(domain == 1)", "socket"]] {
      let program = try FilterProgram(texts, architecture: architecture)
      #expect(try program.verdict("socket", [16, 3, 0, 0, 0, 0]) == .allow)
    }
  }

  @Test("A call that this machine lacks and the other has is passed over")
  func missing() throws {
    let program = try FilterProgram(["open", "openat"], architecture: .aarch64)
    #expect(try program.verdict("openat") == .allow)
    #expect(SystemCallTable.of(.aarch64).numbers["open"] == nil)
  }

  @Test("A constant has each machine's own value")
  func perMachine() throws {
    let rule = "openat(flags & O_DIRECTORY)"
    for (architecture, bit) in [(Architecture.x86_64, 0o200000 as UInt64), (.aarch64, 0o40000)] {
      let program = try FilterProgram([rule], architecture: architecture)
      #expect(try program.verdict("openat", [0, 0, bit, 0, 0, 0]) == .allow)
      #expect(try program.verdict("openat", [0, 0, bit ^ 0o240000, 0, 0, 0]) == Self.refused)
    }
  }

  @Test("The init's filter lets it wait, forward and end, and nothing else", arguments: Architecture.allCases)
  func initFilter(architecture: Architecture) throws {
    let filter = try FilterCompiler.initFilter(architecture: architecture)
    let program = FilterProgram(filter, architecture: architecture)
    let allowed = ["waitid", "rt_sigtimedwait", "kill", "exit_group", "restart_syscall", "rt_sigreturn"]
    for (call, number) in SystemCallTable.of(architecture).numbers where call != "clone3" {
      #expect(try program.verdict(number: number) == (allowed.contains(call) ? .allow : Self.refused), "\(call)")
    }
  }

  @Test("Equal rules give equal programs", arguments: Architecture.allCases)
  func deterministic(architecture: Architecture) throws {
    let rules = try ["@command", "@network-server", "@netlink"].map { try SystemCallRule(parsing: $0) }
    let first = try FilterCompiler.compile(rules, isCommand: true, architecture: architecture)
    #expect(try FilterCompiler.compile(rules, isCommand: true, architecture: architecture) == first)
  }

  @Test("A program that is longer than the kernel takes is an error that says so")
  func tooLong() throws {
    let rules = try (1...1100).map { try SystemCallRule(parsing: "ioctl(arg == \($0 << 32 | $0))") }
    #expect { try FilterCompiler.compile(rules, isCommand: false, architecture: .host) } throws: { error in
      guard case FilterError.tooLong(let instructions)? = error as? FilterError else { return false }
      return instructions > 4096 && "\(error)".contains("the kernel takes 4096")
    }
  }
}
