/// One instruction of classic BPF, `struct sock_filter` of `<linux/filter.h>`.
struct BPFInstruction: Equatable, Sendable {
  /// `BPF_…` of `<linux/bpf_common.h>`: what it does.
  private var code: UInt16
  /// How many instructions a comparison that holds passes over.
  private var yes: UInt8 = 0
  /// How many instructions a comparison that fails passes over.
  private var no: UInt8 = 0
  /// The operand.
  private var k: UInt32

  /// Loads a word of the call, `struct seccomp_data`.
  static func load(_ offset: UInt32) -> BPFInstruction { BPFInstruction(code: 0x20, k: offset) }

  /// Clears the bits that are not in the mask.
  static func and(_ mask: UInt32) -> BPFInstruction { BPFInstruction(code: 0x54, k: mask) }

  /// Passes over this many instructions.
  static func jump(_ count: Int) -> BPFInstruction { BPFInstruction(code: 0x05, k: UInt32(truncatingIfNeeded: count)) }

  /// Passes over `yes` instructions where the word is `k`, over `no` where it is not.
  static func ifEqual(_ k: UInt32, yes: UInt8 = 0, no: UInt8 = 0) -> BPFInstruction {
    BPFInstruction(code: 0x15, yes: yes, no: no, k: k)
  }

  /// Passes over `no` instructions where the word is at most `k`.
  static func ifGreater(_ k: UInt32, no: UInt8) -> BPFInstruction { BPFInstruction(code: 0x25, no: no, k: k) }

  /// Passes over `no` instructions where the word is below `k`.
  static func ifAtLeast(_ k: UInt32, no: UInt8) -> BPFInstruction { BPFInstruction(code: 0x35, no: no, k: k) }

  /// Ends the program.
  static func answer(_ action: UInt32) -> BPFInstruction { BPFInstruction(code: 0x06, k: action) }

  /// The eight bytes of the instruction; both machines are little-endian, and so is the host.
  var bytes: [UInt8] {
    [UInt8(truncatingIfNeeded: code), UInt8(code >> 8), yes, no]
      + (0..<4).map { UInt8(truncatingIfNeeded: k >> (8 * $0)) }
  }
}
