import SandboxPolicy
import Testing

@testable import SandboxProfiles

/// Random lists of conditional rules, judged by the compiled filter and by plain arithmetic.
@Suite struct FilterPropertyTests {
  /// A condition as text and as arithmetic, written apart from the compiler.
  struct Condition {
    var text: String
    var index: Int
    var holds: (UInt64) -> Bool

    /// A random one on an argument of `fcntl(fd, cmd, arg)`: two of 32 unsigned bits, one of 64.
    init(using generator: inout some RandomNumberGenerator) {
      index = Int.random(in: 0...2, using: &generator)
      let name = ["fd", "cmd", "arg"][index]
      let width: UInt64 = index == 2 ? .max : 0xFFFF_FFFF
      let value = Self.number(using: &generator) & width
      let mask = Self.number(using: &generator) & width | 1
      let hex = "0x\(String(value, radix: 16))"
      let maskText = "0x\(String(mask, radix: 16))"
      switch Int.random(in: 0...9, using: &generator) {
      case 0: (text, holds) = ("\(name) != \(hex)", { $0 & width != value })
      case 1: (text, holds) = ("\(name) < \(hex)", { $0 & width < value })
      case 2: (text, holds) = ("\(name) <= \(hex)", { $0 & width <= value })
      case 3: (text, holds) = ("\(name) > \(hex)", { $0 & width > value })
      case 4: (text, holds) = ("\(name) >= \(hex)", { $0 & width >= value })
      case 5: (text, holds) = ("\(name) & \(maskText)", { $0 & width & mask != 0 })
      case 6:
        let pattern = value & mask
        let patternText = "0x\(String(pattern, radix: 16))"
        (text, holds) = ("\(name) & \(maskText) == \(patternText)", { $0 & width & mask == pattern })
      case 7: (text, holds) = ("\(name) in {\(hex), \(maskText)}", { [value, mask].contains($0 & width) })
      default: (text, holds) = ("\(name) == \(hex)", { $0 & width == value })
      }
    }

    /// Few different numbers, so that conditions meet; some with bits above 32.
    static func number(using generator: inout some RandomNumberGenerator) -> UInt64 {
      let low = [0, 1, 2, 3, 4, 7, 8, 0x80, 0x8000_0000, 0xFFFF_FFFF].randomElement(using: &generator) ?? 0
      let high = [0, 0, 0, 1, 0x8000_0000].randomElement(using: &generator) ?? 0
      return UInt64(low) | UInt64(high) << 32
    }
  }

  @Test("A random list of rules lets through what its arithmetic says", arguments: Architecture.allCases)
  func random(architecture: Architecture) throws {
    var generator = SystemRandomNumberGenerator()
    var compiled = 0
    for _ in 0..<200 {
      var alternatives: [[Condition]] = []
      var rules: [SystemCallRule] = []
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let conditions = (0..<Int.random(in: 1...3, using: &generator)).map { _ in Condition(using: &generator) }
        // Always true and never true are errors; most are neither.
        let text = "fcntl(\(conditions.map(\.text).joined(separator: " && ")))"
        guard let rule = try? SystemCallRule(parsing: text) else { continue }
        rules.append(rule)
        alternatives.append(conditions)
      }
      guard !rules.isEmpty else { continue }
      let program: FilterProgram
      do {
        program = try FilterProgram(rules, architecture: architecture)
      } catch FilterError.tooLong {
        continue
      }
      compiled += 1
      for _ in 0..<100 {
        let arguments = (0..<6).map { _ in
          Condition.number(using: &generator) &+ UInt64.random(in: 0...2, using: &generator) &- 1
        }
        let holds = alternatives.contains { $0.allSatisfy { $0.holds(arguments[$0.index]) } }
        let verdict = try program.verdict("fcntl", arguments)
        #expect(verdict == (holds ? .allow : .error(1)), "\(rules.map(\.description)) for \(arguments)")
      }
    }
    #expect(compiled > 120)
  }
}
