private import CLinux

/// What ppoll(2) is asked and answers, for a fixed number of descriptors.
@safe
public struct PollSet: ~Copyable {
  private let entries: UnsafeMutableBufferPointer<sbx_poll>

  /// Room for so many descriptors.
  public init(count: Int) {
    unsafe entries = .allocate(capacity: count)
    unsafe entries.initialize(repeating: sbx_poll(fd: -1, events: 0, revents: 0))
  }

  deinit { unsafe entries.deallocate() }

  /// Asks whether there is something to read, or whether something can be written; the other end's going away is
  /// always told. A negative descriptor is passed over.
  public mutating func ask(_ index: Int, _ descriptor: Int32, readable: Bool = false, writable: Bool = false) {
    // POLLIN, POLLOUT
    let events: Int16 = (readable ? 0x1 : 0) | (writable ? 0x4 : 0)
    unsafe entries[index] = sbx_poll(fd: descriptor, events: events, revents: 0)
  }

  /// Whether anything at all was told.
  public func isReported(_ index: Int) -> Bool { unsafe entries[index].revents != 0 }

  /// Whether the other end is gone or the descriptor is broken: `POLLERR`, `POLLHUP`, `POLLNVAL`.
  public func isBroken(_ index: Int) -> Bool { unsafe entries[index].revents & 0x38 != 0 }

  /// Waits until one of the descriptors has something to say, at most so many nanoseconds. A signal that interrupts it
  /// is no error. The corresponding call is `ppoll`.
  public mutating func wait(nanoseconds: Int64) throws(Errno) {
    let result = unsafe sbx_poll(entries.baseAddress, UInt32(entries.count), nanoseconds)
    guard result >= 0 else {
      for index in unsafe 0..<entries.count { unsafe entries[index].revents = 0 }
      if result != -4 { try Linux.checked(result) }
      return
    }
  }
}

/// A set of signals.
public struct SignalSet: OptionSet, Sendable {
  /// Bit n-1 is signal n.
  public var rawValue: UInt64
  /// The set with these bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }
  /// Whether a signal is in it.
  public func contains(_ number: Int32) -> Bool {
    (1...64).contains(number) && rawValue & (1 << UInt64(number - 1)) != 0
  }
  /// Puts a signal in.
  public mutating func insert(_ number: Int32) { if (1...64).contains(number) { rawValue |= 1 << UInt64(number - 1) } }
  /// `SIGCHLD`.
  public static let child = SignalSet(rawValue: 1 << 16)
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

  /// Waits for one blocked signal of the set, at most so many nanoseconds; a negative number means for ever. `EAGAIN`
  /// where none came. The corresponding call is `rt_sigtimedwait`.
  public static func waitForSignal(_ set: SignalSet, nanoseconds: Int64) throws(Errno) -> Int32 {
    Int32(try uninterrupted { sbx_wait_signal(set.rawValue, nanoseconds) })
  }

  /// Whether a descriptor has something to say right now. The corresponding call is `ppoll`.
  public static func isReady(_ descriptor: Int32) throws(Errno) -> Bool {
    var entry = sbx_poll(fd: descriptor, events: 0x1, revents: 0)
    return try uninterrupted { unsafe sbx_poll(&entry, 1, 0) } > 0
  }
}
