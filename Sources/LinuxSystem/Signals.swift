private import CLinux

/// What ppoll(2) is asked and answers of one descriptor.
public struct PollEntry: Sendable {
  fileprivate var raw: sbx_poll

  /// Asks whether there is something to read, or whether something can be written; the other end's going away is
  /// always told. A negative descriptor is passed over.
  public init(_ descriptor: Int32, readable: Bool = false, writable: Bool = false) {
    // POLLIN, POLLOUT
    raw = sbx_poll(fd: descriptor, events: (readable ? 0x1 : 0) | (writable ? 0x4 : 0), revents: 0)
  }

  /// Whether anything at all was told.
  public var isReported: Bool { raw.revents != 0 }
  /// Whether the other end is gone or the descriptor is broken: `POLLERR`, `POLLHUP`, `POLLNVAL`.
  public var isBroken: Bool { raw.revents & 0x38 != 0 }
}

/// A set of signals.
public struct SignalSet: OptionSet, Sendable {
  /// Bit n-1 is signal n.
  public var rawValue: UInt64
  /// The set with these bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }
  /// The set of these signals; a number that is no signal's is in no set.
  public init(numbers: [Int32]) {
    rawValue = numbers.reduce(0) { (1...64).contains($1) ? $0 | 1 << UInt64($1 - 1) : $0 }
  }
  /// Every signal.
  public static let all = SignalSet(rawValue: ~0)
}

extension Linux {
  /// Blocks every signal that can be blocked. The corresponding call is `rt_sigprocmask`.
  public static func blockAllSignals() throws(Errno) { try checked(sbx_block_all_signals()) }

  /// Blocks no signal. The corresponding call is `rt_sigprocmask`.
  public static func unblockAllSignals() throws(Errno) { try checked(sbx_unblock_all_signals()) }

  /// Gives every signal its default action. The corresponding call is `rt_sigaction`.
  public static func defaultAllSignals() throws(Errno) { try checked(sbx_default_all_signals()) }

  /// A descriptor that blocked signals are read from. The corresponding call is `signalfd4`.
  public static func signalDescriptor(_ set: SignalSet) throws(Errno) -> Descriptor {
    Descriptor(owning: Int32(try checked(sbx_signalfd(set.rawValue, SBX_O_NONBLOCK))))
  }

  /// The next signal of a descriptor, or nothing where none waits. The corresponding call is `read`.
  public static func nextSignal(_ descriptor: Int32) throws(Errno) -> Int32? {
    var taken = sbx_signal()
    do throws(Errno) {
      try uninterrupted { unsafe sbx_read_signal(descriptor, &taken) }
      return taken.number
    } catch .wouldBlock {
      return nil
    }
  }

  /// Waits for one blocked signal of the set. The corresponding call is `rt_sigtimedwait`.
  public static func waitForSignal(_ set: SignalSet) throws(Errno) -> Int32 {
    Int32(try uninterrupted { sbx_wait_signal(set.rawValue, -1) })
  }

  /// Waits until one of the descriptors has something to say, at most so many nanoseconds; nothing means for ever.
  /// Signals that interrupt it are no error. The corresponding call is `ppoll`.
  public static func poll(_ entries: inout [PollEntry], nanoseconds: Int64?) throws(Errno) {
    let count = UInt32(entries.count)
    var raw = entries.map(\.raw)
    let result = unsafe raw.withUnsafeMutableBufferPointer { buffer in
      unsafe sbx_poll(buffer.baseAddress, count, nanoseconds ?? -1)
    }
    for index in entries.indices { entries[index].raw.revents = result < 0 ? 0 : raw[index].revents }
    if result != -4 {
      try checked(result)
    }
  }
}
