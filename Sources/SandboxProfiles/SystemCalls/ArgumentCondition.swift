internal import SandboxPolicy

/// A test of one argument of a system call: `domain == AF_NETLINK`.
struct ArgumentCondition: Equatable, Sendable {
  /// How the argument is compared.
  enum Comparison: Equatable, Sendable {
    /// `==`, and `in` where there are several values.
    case equal
    /// `!=`
    case notEqual
    /// `<`
    case less
    /// `<=`
    case lessOrEqual
    /// `>`
    case greater
    /// `>=`
    case greaterOrEqual
    /// `& MASK`: at least one bit of the mask is set.
    case anyBit
    /// `& MASK == VALUE`
    case maskedEqual(ConditionValue)
    /// `& MASK != VALUE`
    case maskedNotEqual(ConditionValue)
  }

  /// Which argument, 0–5.
  var index: Int
  /// How much of the register the kernel looks at.
  var width: ArgumentWidth
  /// How it is compared.
  var comparison: Comparison
  /// With what: one value, or for ``Comparison/equal`` one or more.
  var values: [ConditionValue]
  /// The condition as the profile writes it, with single spaces.
  var text: String

  /// The numbers for which it holds.
  func numbers(_ architecture: Architecture) -> CubeSet {
    CubeSet(values.flatMap { CubeSet(comparison, $0[architecture], architecture, width).cubes })
  }

  /// Conditions that hold together, as a profile writes them.
  static func text(of conditions: [ArgumentCondition]) -> String {
    conditions.map(\.text).joined(separator: " && ")
  }
}

/// A number of the condition language; it may differ between machines.
struct ConditionValue: Equatable, Sendable {
  /// The value on AMD64.
  var x86_64: UInt64
  /// The value on 64-bit Arm.
  var aarch64: UInt64
  /// Whether it was written with a minus sign, so that its upper bits are ones.
  var isNegative = false

  /// A number that is the same everywhere.
  init(_ number: UInt64, isNegative: Bool = false) {
    x86_64 = number
    aarch64 = number
    self.isNegative = isNegative
  }

  /// A number for each machine.
  init(x86_64: UInt64, aarch64: UInt64, isNegative: Bool) {
    self.x86_64 = x86_64
    self.aarch64 = aarch64
    self.isNegative = isNegative
  }

  /// The value on this machine.
  subscript(architecture: Architecture) -> UInt64 {
    switch architecture {
    case .x86_64: x86_64
    case .aarch64: aarch64
    }
  }

  /// The bits of both.
  static func | (left: ConditionValue, right: ConditionValue) -> ConditionValue {
    ConditionValue(
      x86_64: left.x86_64 | right.x86_64, aarch64: left.aarch64 | right.aarch64,
      isNegative: left.isNegative || right.isNegative)
  }
}

/// How much of a 64-bit register the kernel looks at for an argument, and whether it takes it for a signed number.
///
/// The kernel drops what is above; a comparison that looked at more could be passed by by garbage there.
enum ArgumentWidth: Equatable, Sendable {
  /// `umode_t`
  case unsigned16
  /// `int`, `pid_t`, `clockid_t`
  case signed32
  /// `unsigned int`, `uid_t`
  case unsigned32
  /// `long`, `loff_t`
  case signed64
  /// `unsigned long`, `size_t`, pointers
  case unsigned64
  /// Not known here: only comparisons that are as strict in every width can be made.
  case unknown

  /// The number of bits that count.
  var bits: Int {
    switch self {
    case .unsigned16: 16
    case .signed32, .unsigned32: 32
    case .signed64, .unsigned64, .unknown: 64
    }
  }

  /// The bits that count.
  var mask: UInt64 { UInt64.max >> UInt64(64 - bits) }

  /// Whether half of its values are below zero.
  var isSigned: Bool { self == .signed32 || self == .signed64 }

  /// Whether the value can be an argument of this width at all.
  func holds(_ value: UInt64, isNegative: Bool) -> Bool {
    if isNegative { return ~value <= mask >> 1 }
    return value <= mask
  }
}
