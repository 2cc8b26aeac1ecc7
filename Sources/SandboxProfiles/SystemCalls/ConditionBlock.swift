internal import Glibc
internal import SandboxPolicy

/// The instructions that judge the arguments of one call.
///
/// libseccomp is not asked to: it wants conditions multiplied out, and for some lists of a hundred combinations it took
/// minutes. Here every condition is tested by itself, and the program grows with the sum of the conditions.
enum ConditionBlock {
  /// The instructions for a call, entered with its number loaded; another call passes over them with it still loaded.
  static func instructions(
    _ number: Int32, allowedWhen alternatives: [[ArgumentCondition]], _ architecture: Architecture
  ) -> [BPFInstruction] {
    let body = alternatives.flatMap { alternative($0, architecture) } + [.answer(SeccompAction.refuse(EPERM))]
    let number = UInt32(bitPattern: number)
    // A comparison can pass over 255 instructions at most.
    guard let length = UInt8(exactly: body.count) else { return [.ifEqual(number, yes: 1), .jump(body.count)] + body }
    return [.ifEqual(number, no: length)] + body
  }

  /// Allows the call when all conditions hold, and passes to the end when one fails.
  private static func alternative(
    _ conditions: [ArgumentCondition], _ architecture: Architecture
  ) -> [BPFInstruction] {
    var code: [BPFInstruction] = [.answer(SeccompAction.allow)]
    for condition in conditions.reversed() {
      code = test(condition.numbers(architecture), of: condition.index, else: code.count) + code
    }
    return code
  }

  /// Passes to its end when the argument is in one of the cubes, and over `failure` instructions more when it is in none.
  private static func test(_ numbers: CubeSet, of index: Int, else failure: Int) -> [BPFInstruction] {
    let cubes = numbers.cubes.map { match($0, of: index) }
    var left = cubes.reduce(0) { $0 + $1.count + 1 }
    var code: [BPFInstruction] = []
    for cube in cubes {
      left -= cube.count + 1
      // Over the other cubes and the jump that stands behind them.
      code += cube + [.jump(left + 1)]
    }
    return code + [.jump(failure)]
  }

  /// Passes to its end when the argument is in the cube, and over one instruction more when it is not.
  private static func match(_ cube: Cube, of index: Int) -> [BPFInstruction] {
    var code: [BPFInstruction] = []
    for (half, shift) in [(UInt32(0), UInt64(0)), (4, 32)] {
      let mask = UInt32(truncatingIfNeeded: cube.mask >> shift)
      guard mask != 0 else { continue }
      // The lower half stands last; what a failure has to pass over, four instructions at most, is there already.
      let after = UInt8(truncatingIfNeeded: code.count + 1)
      let value = UInt32(truncatingIfNeeded: cube.value >> shift)
      // args of struct seccomp_data, little-endian
      let load = BPFInstruction.load(16 + 8 * UInt32(index) + half)
      code = [load] + (mask == .max ? [] : [.and(mask)]) + [.ifEqual(value, no: after)] + code
    }
    return code
  }
}
