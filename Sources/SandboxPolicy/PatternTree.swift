/// What a pattern says, before its repetitions are written out.
indirect enum PatternTree: Equatable {
  /// Nothing at all.
  case empty
  /// One scalar of a set.
  case one(ScalarSet)
  /// One after the other.
  case sequence([PatternTree])
  /// One of them.
  case choice([PatternTree])
  /// The same, `min` to `max` times.
  case repetition(PatternTree, min: Int, max: Int?)

  /// How many instructions it comes to at most; saturates far above what is allowed instead of overflowing.
  var size: Int {
    switch self {
    case .empty, .one: return 1
    case .sequence(let parts): return parts.reduce(0) { Self.bounded($0 + $1.size) }
    case .choice(let parts): return parts.reduce(-2) { Self.bounded($0 + $1.size + 2) }
    case .repetition(let part, let min, let max):
      // A copy that may be left out has a split before it, one without end a jump behind it as well.
      let rest = max.map { ($0 - min) * (part.size + 1) } ?? part.size + 2
      return Self.bounded(min * part.size + rest)
    }
  }

  private static func bounded(_ size: Int) -> Int { Swift.min(size, 1 << 20) }
}

/// A set of Unicode scalars.
struct ScalarSet: Equatable {
  /// The ranges, in no order.
  var ranges: [ClosedRange<UInt32>]
  /// Whether it is everything but the ranges.
  var isNegated = false

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) } != isNegated
  }

  static func scalar(_ scalar: Unicode.Scalar) -> ScalarSet { ScalarSet(ranges: [scalar.value...scalar.value]) }

  static let everything = ScalarSet(ranges: [], isNegated: true)
  static let digits = ScalarSet(ranges: [0x30...0x39])
  static let word = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let space = ScalarSet(ranges: [0x09...0x0D, 0x20...0x20])
}
