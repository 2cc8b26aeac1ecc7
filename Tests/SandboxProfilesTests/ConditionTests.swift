import SandboxPolicy
import Testing

@testable import SandboxProfiles

/// Arguments of every width are compared as the kernel takes them.
@Suite struct ConditionTests {
  /// One condition, and what it means for the argument's 64 bits.
  struct Sample: Sendable {
    var rule: String
    var index: Int
    var holds: @Sendable (UInt64) -> Bool
  }

  static func low(_ value: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: value) }
  static func int(_ value: UInt64) -> Int32 { Int32(truncatingIfNeeded: value) }

  static let samples: [Sample] = [
    Sample(rule: "socket(domain == 16)", index: 0) { int($0) == 16 },
    Sample(rule: "socket(domain != 16)", index: 0) { int($0) != 16 },
    Sample(rule: "socket(domain < 3)", index: 0) { int($0) < 3 },
    Sample(rule: "socket(domain <= 3)", index: 0) { int($0) <= 3 },
    Sample(rule: "socket(domain > 3)", index: 0) { int($0) > 3 },
    Sample(rule: "socket(domain >= 3)", index: 0) { int($0) >= 3 },
    Sample(rule: "socket(domain > -2)", index: 0) { int($0) > -2 },
    Sample(rule: "socket(domain < -100)", index: 0) { int($0) < -100 },
    Sample(rule: "socket(domain >= -0x80000000 && domain < 7)", index: 0) { int($0) < 7 },
    Sample(rule: "openat(dirfd == AT_FDCWD)", index: 0) { int($0) == -100 },
    Sample(rule: "openat(dirfd == 0xffffff9c)", index: 0) { int($0) == -100 },
    Sample(rule: "ioctl(request in {0x5401, 0x5413, 7})", index: 1) { [0x5401, 0x5413, 7].contains(low($0)) },
    Sample(rule: "ioctl(request > 0x80000000)", index: 1) { low($0) > 0x8000_0000 },
    Sample(rule: "ioctl(request <= 0xfffffffe)", index: 1) { low($0) != 0xFFFF_FFFF },
    Sample(rule: "ioctl(request != 0)", index: 1) { low($0) != 0 },
    Sample(rule: "ioctl(arg == 0x100000002)", index: 2) { $0 == 0x1_0000_0002 },
    Sample(rule: "ioctl(arg != 0x100000002)", index: 2) { $0 != 0x1_0000_0002 },
    Sample(rule: "ioctl(arg < 0x100000002)", index: 2) { $0 < 0x1_0000_0002 },
    Sample(rule: "ioctl(arg >= 0x100000002)", index: 2) { $0 >= 0x1_0000_0002 },
    Sample(rule: "ioctl(arg & 0x8000000000000001)", index: 2) { $0 & 0x8000_0000_0000_0001 != 0 },
    Sample(rule: "ioctl(arg & 0x100000003 == 2)", index: 2) { $0 & 0x1_0000_0003 == 2 },
    Sample(rule: "ioctl(arg & 0x100000003 != 2)", index: 2) { $0 & 0x1_0000_0003 != 2 },
    Sample(rule: "ptrace(request >= -1)", index: 0) { Int64(bitPattern: $0) >= -1 },
    Sample(rule: "ptrace(request < 0x1ffffffff)", index: 0) { Int64(bitPattern: $0) < 0x1_FFFF_FFFF },
    Sample(rule: "openat(mode != 0o644)", index: 3) { UInt16(truncatingIfNeeded: $0) != 0o644 },
    Sample(rule: "openat(mode < 0o1000)", index: 3) { UInt16(truncatingIfNeeded: $0) < 0o1000 },
    Sample(rule: "clone(flags & CLONE_NEWUSER | CLONE_NEWNS == 0)", index: 0) { low($0) & 0x1002_0000 == 0 },
    Sample(rule: "socket(type & SOCK_TYPE_MASK == SOCK_RAW)", index: 1) { low($0) & 0xF == 3 },
    Sample(rule: "socket(domain > 2 && domain < 17 && domain != 10)", index: 0) {
      int($0) > 2 && int($0) < 17 && int($0) != 10
    },
  ]

  /// Numbers near every bound that the samples have, and random ones, each with garbage above 16 and 32 bits.
  static let numbers: [UInt64] = {
    let bounds: [UInt64] = [
      0, 2, 3, 7, 10, 16, 17, 0o644, 0o1000, 0x5401, 0x5413, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FF9C, 0xFFFF_FFFF,
      0x1_0000_0002, 0x1_FFFF_FFFF, 0x8000_0000_0000_0000, 0x1002_0000,
    ]
    var generator = SystemRandomNumberGenerator()
    let near = bounds.flatMap { [$0 &- 2, $0 &- 1, $0, $0 &+ 1, $0 &+ 2] }
    let random = (0..<200).map { _ in UInt64.random(in: 0...UInt64.max, using: &generator) >> UInt64.random(in: 0...63)
    }
    return (near + random).flatMap { [$0, $0 | 0xDEAD_BEEF_0000_0000, $0 ^ 0x0001_0000, $0 | 0xFFFF_FFFF_0000_0000] }
  }()

  @Test("A condition lets through exactly the numbers that it names", arguments: Architecture.allCases)
  func exact(architecture: Architecture) throws {
    for sample in Self.samples {
      let rule = try SystemCallRule(parsing: sample.rule)
      let call = try #require(FilterCompiler.expansion([rule]).first?.call)
      let program = try FilterProgram([rule], architecture: architecture)
      for number in Self.numbers {
        var arguments: [UInt64] = [1, 2, 3, 4, 5, 6]
        arguments[sample.index] = number
        let verdict = try program.verdict(call, arguments)
        let expected: BPFInterpreter.Verdict = sample.holds(number) ? .allow : .error(1)
        #expect(verdict == expected, "\(sample.rule) for \(String(number, radix: 16))")
      }
    }
  }
}
