import SandboxPolicy

/// Runs a classic BPF program as the kernel would for one system call.
///
/// It knows what seccomp filters use and refuses everything else: another instruction, a load past the call's data, a jump
/// past the end, and a program that ends without an answer.
struct BPFInterpreter {
  /// What a filter can answer.
  enum Verdict: Equatable {
    case allow
    case error(Int32)
    case killProcess
  }

  /// Why a program would not be run to its end.
  enum Failure: Error, Equatable {
    case unknownInstruction(UInt16)
    case badLoad(UInt32)
    case outOfProgram(Int)
    case unknownAnswer(UInt32)
  }

  /// One system call, `struct seccomp_data`.
  struct Call {
    var number: Int32
    var architecture: UInt32
    var arguments: [UInt64] = [0, 0, 0, 0, 0, 0]

    /// The word at an offset in bytes, little-endian.
    func word(at offset: UInt32) -> UInt32? {
      guard offset % 4 == 0, offset < 64 else { return nil }
      switch offset {
      case 0: return UInt32(bitPattern: number)
      case 4: return architecture
      case 8, 12: return 0x5555_5555
      default:
        let argument = arguments[Int(offset - 16) / 8]
        return UInt32(truncatingIfNeeded: offset % 8 == 0 ? argument : argument >> 32)
      }
    }
  }

  private struct Instruction {
    var code: UInt16
    var yes: UInt8
    var no: UInt8
    var k: UInt32
  }

  private let program: [Instruction]

  init(_ filter: SeccompFilter) {
    let bytes = filter.bytes
    program = stride(from: 0, to: bytes.count, by: 8).map { start in
      let k = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + 4 + $1]) << UInt32(8 * $1) }
      return Instruction(
        code: UInt16(bytes[start]) | UInt16(bytes[start + 1]) << 8, yes: bytes[start + 2], no: bytes[start + 3], k: k)
    }
  }

  /// The answer to a call.
  func verdict(_ call: Call) throws -> Verdict {
    var accumulator: UInt32 = 0
    var counter = 0
    while program.indices.contains(counter) {
      let instruction = program[counter]
      let k = instruction.k
      counter += 1
      func jump(_ condition: Bool) { counter += Int(condition ? instruction.yes : instruction.no) }
      switch instruction.code {
      case 0x20:  // LD W ABS
        guard let word = call.word(at: k) else { throw Failure.badLoad(k) }
        accumulator = word
      case 0x54: accumulator &= k  // ALU AND K
      case 0x05: counter += Int(k)  // JMP JA
      case 0x15: jump(accumulator == k)  // JMP JEQ K
      case 0x25: jump(accumulator > k)  // JMP JGT K
      case 0x35: jump(accumulator >= k)  // JMP JGE K
      case 0x45: jump(accumulator & k != 0)  // JMP JSET K
      case 0x06: return try Self.answer(k)  // RET K
      default: throw Failure.unknownInstruction(instruction.code)
      }
    }
    throw Failure.outOfProgram(counter)
  }

  private static func answer(_ value: UInt32) throws -> Verdict {
    switch value & 0xFFFF_0000 {
    case 0x7FFF_0000: return .allow
    case 0x8000_0000: return .killProcess
    case 0x0005_0000: return .error(Int32(value & 0xFFFF))
    default: throw Failure.unknownAnswer(value)
    }
  }
}
