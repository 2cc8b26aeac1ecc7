internal import SandboxPolicy

/// The numbers whose bits under a mask have given values.
///
/// BPF compares a word under a mask for equality without a thought of signs; every condition is turned into a union of
/// these.
struct Cube: Hashable, Sendable {
  /// The bits that matter.
  var mask: UInt64
  /// What they have to be; no other bit is set.
  var value: UInt64

  /// The numbers `x` with `x & mask == value & mask`.
  init(mask: UInt64, value: UInt64) {
    self.mask = mask
    self.value = value & mask
  }

  /// Every number.
  static let everything = Cube(mask: 0, value: 0)

  /// Whether the number is among them.
  func contains(_ number: UInt64) -> Bool { number & mask == value }

  /// Whether all of the other's numbers are among them.
  func contains(_ other: Cube) -> Bool { mask & ~other.mask == 0 && other.value & mask == value }

  /// The numbers in both, or nothing where there is none.
  func intersection(_ other: Cube) -> Cube? {
    guard (value ^ other.value) & mask & other.mask == 0 else { return nil }
    return Cube(mask: mask | other.mask, value: value | other.value)
  }
}

/// A union of cubes: what one condition, or several on one argument, lets through.
struct CubeSet: Equatable, Sendable {
  /// The cubes; none of them lies within another.
  private(set) var cubes: [Cube]

  /// The union of these.
  init(_ all: [Cube]) {
    cubes = []
    for cube in all where !cubes.contains(where: { $0.contains(cube) }) {
      cubes.removeAll { cube.contains($0) }
      cubes.append(cube)
    }
  }

  /// Whether there is no number at all in it.
  var isEmpty: Bool { cubes.isEmpty }

  /// Whether every number is in it, as far as a single cube shows.
  var isEverything: Bool { cubes == [.everything] }

  /// The most pairs that an intersection looks at; its cost grows with the square of that.
  static let mostPairs = 1024

  /// The numbers in both, or nothing where finding them takes too long.
  func intersection(_ other: CubeSet) -> CubeSet? {
    guard cubes.count * other.cubes.count <= Self.mostPairs else { return nil }
    return CubeSet(cubes.flatMap { cube in other.cubes.compactMap { cube.intersection($0) } })
  }
}

extension CubeSet {
  /// The numbers of a width for which the comparison holds.
  init(
    _ comparison: ArgumentCondition.Comparison, _ value: UInt64, _ architecture: Architecture, _ width: ArgumentWidth
  ) {
    let value = value & width.mask
    switch comparison {
    case .equal: self.init([Cube(mask: width.mask, value: value)])
    case .notEqual: self.init(Self.differing(from: value, width.bits, in: 0..<UInt64(width.bits)))
    case .anyBit: self = .withoutPattern(0, under: value)
    case .less: self.init(belowOrAbove: value, width, isBelow: true, isIncluded: false)
    case .lessOrEqual: self.init(belowOrAbove: value, width, isBelow: true, isIncluded: true)
    case .greater: self.init(belowOrAbove: value, width, isBelow: false, isIncluded: false)
    case .greaterOrEqual: self.init(belowOrAbove: value, width, isBelow: false, isIncluded: true)
    case .maskedEqual(let pattern):
      let pattern = pattern[architecture] & width.mask
      self.init(pattern & ~value == 0 ? [Cube(mask: value, value: pattern)] : [])
    case .maskedNotEqual(let pattern):
      let pattern = pattern[architecture] & width.mask
      self = pattern & ~value == 0 ? .withoutPattern(pattern, under: value) : CubeSet([.everything])
    }
  }

  /// The numbers that differ from `pattern` in at least one bit of the mask: one cube for each bit.
  private static func withoutPattern(_ pattern: UInt64, under mask: UInt64) -> CubeSet {
    CubeSet((0..<64).map { UInt64(1) << UInt64($0) }.filter { mask & $0 != 0 }.map { Cube(mask: $0, value: ~pattern) })
  }

  /// The numbers on one side of a bound: one cube for each bit in which such a number can first differ from it.
  private init(belowOrAbove value: UInt64, _ width: ArgumentWidth, isBelow: Bool, isIncluded: Bool) {
    // A signed number is ordered like the unsigned one with its sign bit turned.
    let bias = width.isSigned ? UInt64(1) << UInt64(width.bits - 1) : 0
    var bound = value ^ bias
    if isIncluded {
      if bound == (isBelow ? width.mask : 0) {
        self.init([.everything])
        return
      }
      bound = isBelow ? bound + 1 : bound - 1
    }
    let positions = (0..<UInt64(width.bits)).filter { (bound >> $0 & 1 == 1) == isBelow }
    self.init(Self.differing(from: bound ^ bias, width.bits, in: positions))
  }

  /// For each position: the numbers that agree with `number` above it and differ there.
  ///
  /// Two of these lie within each other or apart, so that intersections stay as small as their parts.
  private static func differing(from number: UInt64, _ bits: Int, in positions: some Sequence<UInt64>) -> [Cube] {
    let width = UInt64.max >> UInt64(64 - bits)
    return positions.map { position in
      Cube(mask: width & ~((UInt64(1) << position) - 1), value: number ^ UInt64(1) << position)
    }
  }
}
